/// What a load run found: filled by the load driver, stored as one JSON document, read by its
/// report and by a later run that is compared with it.
///
/// Times of day are wall-clock; latencies are whole microseconds, sizes bytes, rates per second.
public struct LoadResult: Sendable, Equatable, Decodable {
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
  public var driver: LoadDriverUse
  /// Nil where no capacity was searched.
  public var capacity: CapacityResult?
  /// Whether the store's chain hash equals that of the trial's own core; nil where it was not asked.
  public var chainMatches: Bool?
  /// Trend of the resident memory; nil where the run was too short for one.
  public var memory: MemoryTrend?
  /// What spoils the numbers, and must be read before them; whole sentences, like `notes`.
  public var notices: [BilingualText]
  /// What limits the numbers, beyond what every report says.
  public var notes: [BilingualText]
  /// Nil where no earlier run was named.
  public var comparison: LoadComparison?

  public init(
    settings: LoadSettings, stages: [LoadStage], operations: [LoadOperation],
    timeline: [LoadSecond], thresholds: [ThresholdOutcome] = [], verdict: LoadVerdict,
    driver: LoadDriverUse, capacity: CapacityResult? = nil, chainMatches: Bool? = nil,
    memory: MemoryTrend? = nil,
    notices: [BilingualText] = [], notes: [BilingualText] = [], comparison: LoadComparison? = nil
  ) {
    self.settings = settings
    self.stages = stages
    self.operations = operations
    self.timeline = timeline
    self.thresholds = thresholds
    self.verdict = verdict
    self.driver = driver
    self.capacity = capacity
    self.chainMatches = chainMatches
    self.memory = memory
    self.notices = notices
    self.notes = notes
    self.comparison = comparison
  }

  /// Seconds over which the rows of ``LoadOperation/all`` stages count: those of all stages but
  /// warm-ups, and of the whole run if it has nothing else.
  public var measuredSeconds: Double {
    let seconds = stages.filter { $0.kind != .warmUp }.reduce(0) { $0 + drivenSeconds(of: $1) }
    return seconds > 0 ? seconds : settings.seconds
  }

  /// Seconds of a stage that were driven: fewer than planned where the run ended early.
  public func drivenSeconds(of stage: LoadStage) -> Double {
    max(0, min(stage.from + stage.seconds, settings.seconds) - stage.from)
  }

  /// Whole seconds under load, without those in which only the last answers came.
  public var loadedSeconds: [LoadSecond] {
    timeline.filter { Double($0.second + 1) <= settings.seconds }
  }

  /// The row of an operation in a stage, by default over the whole run.
  public func operation(
    _ name: String, stage: String = LoadOperation.all
  ) -> LoadOperation? {
    operations.first { $0.operation == name && $0.stage == stage }
  }
}

/// What the run says as a whole.
public struct LoadVerdict: Sendable, Hashable, Decodable {
  public enum Outcome: String, Sendable, CaseIterable, Decodable {
    case ok
    /// Commands were answered wrongly or not at all, or the store holds others than were given.
    case wrong
    /// A threshold failed, or could not be measured.
    case thresholdFailed = "threshold_failed"
    /// The driver could not keep to its schedule: the run measured the driver, and is void.
    case driverLimited = "driver_limited"
    /// Ended by the user before its schedule; what was measured until then did not fail.
    case interrupted
  }

  public var outcome: Outcome
  /// One sentence.
  public var reason: BilingualText

  public init(outcome: Outcome, reason: BilingualText) {
    self.outcome = outcome
    self.reason = reason
  }
}
