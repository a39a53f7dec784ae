/// What a load run found: filled by the load driver, stored as one JSON document, read by its
/// report and by a later run that is compared with it.
///
/// Times of day are wall-clock; latencies are whole microseconds, sizes bytes, rates per second.
public struct LoadResult: Sendable, Equatable {
  public static let currentSchema = "huying.load/1"

  public var schema = LoadResult.currentSchema
  public var settings: LoadSettings
  /// In the order in which they ran.
  public var stages: [LoadStage]
  /// One row a stage and operation, and the sums: stage or operation ``LoadOperation/all``.
  public var operations: [LoadOperation]
  /// One row a second of the run, ascending.
  public var timeline: [LoadSecond]
  public var thresholds: [ThresholdOutcome]
  public var verdict: LoadVerdict
  /// Nil where no capacity was searched.
  public var capacity: CapacityResult?
  /// Whether the store's chain hash equals that of the trial's own core; nil where it was not asked.
  public var chainMatches: Bool?
  /// Trend of the resident memory; nil where the run was too short for one.
  public var memory: MemoryTrend?
  /// What limits the numbers, beyond what every report says.
  public var notes: [BilingualText]
  /// Nil where no earlier run was named.
  public var comparison: LoadComparison?

  public init(
    settings: LoadSettings, stages: [LoadStage], operations: [LoadOperation],
    timeline: [LoadSecond], thresholds: [ThresholdOutcome] = [], verdict: LoadVerdict,
    capacity: CapacityResult? = nil, chainMatches: Bool? = nil, memory: MemoryTrend? = nil,
    notes: [BilingualText] = [], comparison: LoadComparison? = nil
  ) {
    self.settings = settings
    self.stages = stages
    self.operations = operations
    self.timeline = timeline
    self.thresholds = thresholds
    self.verdict = verdict
    self.capacity = capacity
    self.chainMatches = chainMatches
    self.memory = memory
    self.notes = notes
    self.comparison = comparison
  }

  /// Seconds over which the rows of ``LoadOperation/all`` stages count: those of all stages but
  /// warm-ups, and of the whole run if it has nothing else.
  public var measuredSeconds: Double {
    let seconds = stages.filter { $0.kind != .warmUp }.reduce(0) { $0 + $1.seconds }
    return seconds > 0 ? seconds : settings.seconds
  }

  /// Name of the stage that is under way at a second of the run; nil where there is none.
  public func stage(at second: Double) -> LoadStage? {
    stages.last { $0.from <= second }
  }

  /// The row of an operation in a stage, by default over the whole run.
  public func operation(
    _ name: String, stage: String = LoadOperation.all
  ) -> LoadOperation? {
    operations.first { $0.operation == name && $0.stage == stage }
  }
}

/// What the run says as a whole.
public struct LoadVerdict: Sendable, Hashable {
  public enum Outcome: String, Sendable, CaseIterable {
    case ok
    case thresholdFailed = "threshold_failed"
    /// The driver could not keep to its schedule: the run measured the driver, and is void.
    case driverLimited = "driver_limited"
  }

  public var outcome: Outcome
  /// One sentence.
  public var reason: BilingualText

  public init(outcome: Outcome, reason: BilingualText) {
    self.outcome = outcome
    self.reason = reason
  }
}
