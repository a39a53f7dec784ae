/// A run beside an earlier one: what changed, and by how much.
///
/// Each side is one run. Its latencies hold many commands, but commands of one run share its disk,
/// its neighbours and its luck; how much runs differ among themselves, one of each cannot tell.
public struct LoadComparison: Sendable, Hashable, Decodable {
  /// When the earlier run began, ISO 8601 in UTC.
  public var earlierStarted: String
  /// Whether the earlier run was void.
  public var earlierIsVoid: Bool
  /// Settings that are not the same, as `name: earlier → now`.
  public var differences: [BilingualText]
  public var rows: [LoadChange]
  /// The tenth and the ninetieth percentile of the p99 of single seconds, µs: how much latency
  /// moves within each run. Nil for a run of fewer than ten seconds with answers.
  public var earlierSpread: Interval?
  public var spread: Interval?

  enum CodingKeys: String, CodingKey {
    case earlierStarted, earlierIsVoid, differences, rows
    case earlierSpread = "earlierSpreadUs"
    case spread = "spreadUs"
  }

  public init(
    earlierStarted: String, earlierIsVoid: Bool, differences: [BilingualText],
    rows: [LoadChange], earlierSpread: Interval?, spread: Interval?
  ) {
    self.earlierStarted = earlierStarted
    self.earlierIsVoid = earlierIsVoid
    self.differences = differences
    self.rows = rows
    self.earlierSpread = earlierSpread
    self.spread = spread
  }
}

/// One figure of one operation in both runs.
public struct LoadChange: Sendable, Hashable, Decodable {
  public enum Measure: String, Sendable, CaseIterable, Decodable {
    /// Intended-start latency, µs.
    case p50, p99
    /// Durable answers per measured second.
    case throughput
    /// The rate that a capacity search found, accepts per second.
    case capacity
  }

  public var operation: String
  public var measure: Measure
  public var earlier: Double
  public var now: Double

  public init(operation: String, measure: Measure, earlier: Double, now: Double) {
    self.operation = operation
    self.measure = measure
    self.earlier = earlier
    self.now = now
  }

  public var difference: Double { now - earlier }
  /// Nil where the earlier value is 0.
  public var ratio: Double? { earlier > 0 ? now / earlier : nil }
}
