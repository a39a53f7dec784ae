/// `load.json`, schema `huying.load/1`: a load result as one JSON document.
public enum LoadDocument {
  /// The document as text with a final newline; the same result gives the same bytes.
  ///
  /// - Parameter histograms: whether buckets are written; without them the document is short, and
  ///   reads back with its percentiles alone.
  /// - Throws: `ResultFolderError.invalid` for a number that is not finite.
  public static func json(of result: LoadResult, histograms: Bool = true) throws -> String {
    try LoadSoundness.check(result)
    let write = LoadWriter(histograms: histograms)
    return write.document(result).text + "\n"
  }

  /// Reads what `json(of:)` has written.
  ///
  /// - Parameter path: names the file in an error.
  /// - Throws: `ResultFolderError.newerSchema`, or `corrupt` with the member that is wrong.
  public static func result(of text: String, path: String) throws -> LoadResult {
    do {
      return try LoadReader.result(text, path: path)
    } catch let flaw as LoadReader.Flaw {
      throw ResultFolderError.corrupt(path: path, detail: flaw.detail)
    }
  }

  /// The number of a schema `huying.load/N`; nil for any other.
  static func version(of schema: String) -> Int? {
    let parts = schema.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "huying.load" else { return nil }
    return Int(parts[1])
  }
}

/// What a document cannot hold.
private enum LoadSoundness {
  static func check(_ result: LoadResult) throws {
    var numbers: [(String, Double?)] = [
      ("seconds", result.settings.seconds), ("batch_wait_ms", result.settings.store.batchWaitMs),
      ("memory", result.memory?.bytesPerSecond), ("memory", result.memory?.interval.low),
      ("memory", result.memory?.interval.high), ("driver", result.driver.processorShare),
      ("driver", result.driver.commandsPerAccept),
    ]
    for stage in result.stages {
      numbers += [
        (stage.name, stage.from), (stage.name, stage.seconds), (stage.name, stage.offeredPerSecond),
        (stage.name, stage.offeredPerSecondAtEnd),
      ]
    }
    for row in result.operations {
      for latency in [row.lateness, row.intended, row.dispatch, row.service] {
        numbers.append(("\(row.stage) \(row.operation)", latency.meanUs))
      }
    }
    numbers += result.timeline.map { ("second \($0.second)", $0.batchMean) }
    numbers += result.thresholds.map { ($0.text, $0.measured) }
    for trial in result.capacity?.trials ?? [] {
      numbers += [
        ("capacity", trial.rate), ("capacity", trial.achievedPerSecond),
        ("capacity", trial.seconds),
      ]
    }
    for (name, number) in numbers where number?.isFinite == false {
      throw ResultFolderError.invalid(detail: "a figure of \(name) is not a number")
    }
  }
}
