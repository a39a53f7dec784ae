import ResultFiles

extension Threshold {
  /// Reads a condition.
  ///
  /// - Throws: ``LoadPlanError`` that quotes it, says what cannot be read, and what to write.
  public init(_ text: String) throws(LoadPlanError) {
    let reader = ThresholdReader(text)
    self = try reader.threshold()
  }
}

private struct ThresholdReader {
  let text: String

  init(_ text: String) { self.text = text }

  private func problem(_ what: String) -> LoadPlanError {
    LoadPlanError(
      "the condition '\(text)' cannot be read: \(what); write one such as "
        + "submit.p99 > 50ms, all.errors > 0.1% or achieved < 95% over 10s")
  }

  func threshold() throws(LoadPlanError) -> Threshold {
    guard
      let comparison = Threshold.Comparison.allCases.first(where: {
        text.contains($0.rawValue)
      })
    else { throw problem("it has no < or >") }
    let parts = text.split(separator: comparison.rawValue, maxSplits: 1)
    guard parts.count == 2 else { throw problem("it needs something on both sides") }
    let words = parts[1].split(separator: " ")
    let window = try window(words)
    guard let value = words.first else { throw problem("there is no value") }
    let (kind, figure) = try measured(parts[0].filter { $0 != " " })
    let (bound, unit) = try bound(String(value), of: figure)
    if window != nil {
      switch figure {
      case .latency, .count: break
      case .lateness, .size: throw problem("only latencies and counts can be taken over a span")
      }
    }
    return Threshold(
      text: text, kind: kind, figure: figure, comparison: comparison, bound: bound, unit: unit,
      window: window)
  }

  private func window(_ words: [Substring]) throws(LoadPlanError) -> Int? {
    guard words.count > 1 else { return nil }
    guard words.count == 3, words[1] == "over" else {
      throw problem("after the value only a span such as 'over 10s' may stand")
    }
    guard let seconds = SpanText.seconds(String(words[2])), seconds >= 1, seconds <= 3_600,
      seconds == seconds.rounded()
    else { throw problem("'\(words[2])' is no span of whole seconds up to an hour") }
    return Int(seconds)
  }

  private func measured(
    _ name: String
  ) throws(LoadPlanError) -> (OperationKind?, Threshold.Figure) {
    // p99.9 holds a point of its own.
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, let last = parts.last, last.allSatisfy(\.isNumber),
      parts[parts.count - 2].hasPrefix("p")
    {
      parts[parts.count - 2] += "." + last
      parts.removeLast()
    }
    var kind: OperationKind?
    if parts.count > 1 || !isFigure(parts[0]) {
      let operation = parts.removeFirst()
      if LatencyFigure.Span(rawValue: operation) != nil || operation == "lateness",
        parts.count == 1
      {
        // `dispatch.p99` is the command's, as is any first word that names one.
        if OperationKind.allCases.contains(where: { $0.name == operation }) {
          kind = OperationKind.allCases.first { $0.name == operation }
        } else {
          parts.insert(operation, at: 0)
        }
      } else if operation != LoadOperation.all {
        kind = OperationKind.allCases.first { $0.name == operation }
        guard kind != nil else { throw problem("there is no operation '\(operation)'") }
      }
    }
    guard (1...2).contains(parts.count) else { throw problem("'\(name)' names no figure") }
    return (kind, try figure(parts, kind))
  }

  private func isFigure(_ word: String) -> Bool {
    Threshold.Count(rawValue: word) != nil || Threshold.Size(rawValue: word) != nil
      || statistic(word) != nil
  }

  private func figure(
    _ parts: [String], _ kind: OperationKind?
  ) throws(LoadPlanError) -> Threshold.Figure {
    let name = parts[parts.count - 1]
    if parts.count == 1 {
      if let count = Threshold.Count(rawValue: name) { return .count(count) }
      if let size = Threshold.Size(rawValue: name) {
        guard kind == nil else { throw problem("\(name) is no figure of an operation") }
        return .size(size)
      }
    }
    guard let statistic = statistic(name) else {
      throw problem(
        "'\(name)' is no figure; figures are p50 … p99.99, mean, max, achieved, errors, dropped, "
          + "refused, memory and wal")
    }
    guard parts.count == 2 else {
      return .latency(LatencyFigure(span: .intended, statistic: statistic))
    }
    if parts[0] == "lateness" { return .lateness(statistic) }
    guard let span = LatencyFigure.Span(rawValue: parts[0]) else {
      throw problem("'\(parts[0])' is none of intended, dispatch, service and lateness")
    }
    return .latency(LatencyFigure(span: span, statistic: statistic))
  }

  private func statistic(_ word: String) -> LatencyFigure.Statistic? {
    if word == "mean" { return .mean }
    if word == "max" { return .most }
    guard word.hasPrefix("p"), let percent = Double(word.dropFirst()), percent > 0, percent < 100
    else { return nil }
    return .percentile(percent)
  }

  private func bound(
    _ value: String, of figure: Threshold.Figure
  ) throws(LoadPlanError) -> (Double, ThresholdOutcome.Unit) {
    switch figure {
    case .latency, .lateness:
      guard let seconds = SpanText.seconds(value) else {
        throw problem("'\(value)' is no span such as 50ms")
      }
      return (seconds * 1e6, .microseconds)
    case .size:
      guard let bytes = ByteText.bytes(value) else {
        throw problem("'\(value)' is no size such as 500MB")
      }
      return (bytes, .bytes)
    case .count: return try count(value)
    }
  }

  private func count(
    _ value: String
  ) throws(LoadPlanError) -> (Double, ThresholdOutcome.Unit) {
    if value.hasSuffix("%"), let number = number(value.dropLast()) { return (number / 100, .share) }
    if value.hasSuffix("/s"), let number = number(value.dropLast(2)) { return (number, .perSecond) }
    if let number = number(value[...]) { return (number, .count) }
    throw problem("'\(value)' is no share such as 0.1%, rate such as 1900/s, or number")
  }

  private func number(_ text: Substring) -> Double? {
    guard let value = Double(text), value.isFinite, value >= 0 else { return nil }
    return value
  }
}

/// Sizes as people write them.
enum ByteText {
  private static let units: [(suffix: String, bytes: Double)] = [
    ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("KiB", 1_024), ("MiB", 1_048_576),
    ("GiB", 1_073_741_824), ("B", 1),
  ]

  /// Bytes of `500MB` or `2GiB`; nil for anything else.
  static func bytes(_ text: String) -> Double? {
    for unit in units where text.hasSuffix(unit.suffix) {
      guard let value = Double(text.dropLast(unit.suffix.count)), value.isFinite, value >= 0 else {
        continue
      }
      return value * unit.bytes
    }
    return nil
  }
}
