extension LoadComparison {
  /// Compares whole runs, operation by operation; one that only one of them has gets no row.
  ///
  /// Of two capacity searches only what they found is compared: each shows its last trial that held,
  /// at a rate of its own.
  public init(of now: LoadResult, with earlier: LoadResult) {
    let isSearch = now.capacity != nil && earlier.capacity != nil
    self.init(
      earlierStarted: earlier.settings.started,
      earlierIsVoid: earlier.verdict.outcome == .driverLimited,
      differences: SettingDifferences(earlier, now).rows,
      rows: isSearch ? Self.found(earlier, now) : Self.rows(earlier, now),
      earlierSpread: isSearch ? nil : Self.spread(of: earlier),
      spread: isSearch ? nil : Self.spread(of: now))
  }

  private static func found(_ earlier: LoadResult, _ now: LoadResult) -> [LoadChange] {
    guard let before = earlier.capacity?.found, let after = now.capacity?.found else { return [] }
    return [
      LoadChange(
        operation: LoadOperation.all, measure: .capacity, earlier: before, now: after)
    ]
  }

  private static func rows(_ earlier: LoadResult, _ now: LoadResult) -> [LoadChange] {
    now.operations.filter { $0.stage == LoadOperation.all }.flatMap { new -> [LoadChange] in
      guard let old = earlier.operation(new.operation) else { return [] }
      var rows: [LoadChange] = []
      for (measure, percent) in [(LoadChange.Measure.p50, 50.0), (.p99, 99)] {
        guard let before = old.intended.us(atPercent: percent),
          let after = new.intended.us(atPercent: percent)
        else { continue }
        rows.append(
          LoadChange(
            operation: new.operation, measure: measure, earlier: Double(before),
            now: Double(after)))
      }
      guard earlier.measuredSeconds > 0, now.measuredSeconds > 0 else { return rows }
      let change = LoadChange(
        operation: new.operation, measure: .throughput,
        earlier: Double(old.achieved) / earlier.measuredSeconds,
        now: Double(new.achieved) / now.measuredSeconds)
      return rows + [change]
    }
  }

  /// Of the seconds of counted stages at one level: a ramp moves latency by itself.
  private static func spread(of result: LoadResult) -> Interval? {
    let level = Set(result.stages.filter { $0.kind != .warmUp && $0.isLevel }.map(\.name))
    let values = result.loadedSeconds.filter { level.contains($0.stage) }.compactMap(\.p99Us)
      .sorted()
    guard values.count >= 10 else { return nil }
    func value(_ share: Double) -> Double {
      Double(values[min(values.count - 1, Int(share * Double(values.count)))])
    }
    return Interval(low: value(0.1), high: value(0.9))
  }
}

extension LoadStage {
  /// Whether the load stays the same, as far as it is planned.
  public var isLevel: Bool { kind != .ramp && offeredPerSecond == offeredPerSecondAtEnd }
}
