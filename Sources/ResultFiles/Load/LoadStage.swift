/// A stretch of the run with one shape of load.
public struct LoadStage: Sendable, Hashable, Decodable {
  public enum Kind: String, Sendable, CaseIterable, Decodable {
    /// Not counted by thresholds.
    case warmUp = "warm_up"
    case ramp, step, spike, soak
    /// As the scenario's day or a trace has it.
    case shaped
    /// A trial of the capacity search.
    case search
  }

  /// Unique in the run.
  public var name: String
  public var kind: Kind
  /// Seconds from the start of the run.
  public var from: Double
  public var seconds: Double
  /// Planned accepts, that is submissions: at the stage's beginning, and at its end (the same unless
  /// it is a ramp). In a closed model nobody plans one: nil.
  public var offeredPerSecond: Double?
  public var offeredPerSecondAtEnd: Double?

  public init(
    name: String, kind: Kind, from: Double, seconds: Double, offeredPerSecond: Double?,
    offeredPerSecondAtEnd: Double? = nil
  ) {
    self.name = name
    self.kind = kind
    self.from = from
    self.seconds = seconds
    self.offeredPerSecond = offeredPerSecond
    self.offeredPerSecondAtEnd = offeredPerSecondAtEnd ?? offeredPerSecond
  }
}

/// Counts and latencies of one operation in one stage.
public struct LoadOperation: Sendable, Hashable, Decodable {
  /// Stands for all operations, and for all stages but warm-ups.
  public static let all = "all"

  /// Name of a stage, or ``all``.
  public var stage: String
  /// `submit`, `take`, `file`, `dispatch` …, or ``all``.
  public var operation: String
  /// Commands that were due, whether or not they could be given.
  public var offered: Int
  /// Answered, durable: done or refused by a rule.
  public var achieved: Int
  /// Of the achieved, those that the core refused by a rule.
  public var refused: Int
  /// Never given, because the queue or the driver had no room.
  public var dropped: Int
  /// Answered wrongly, or with an unknown outcome.
  public var errors: Int
  /// From the intended start to the actual dispatch: the driver's own delay.
  public var lateness: Latency
  /// From the intended start to the durable answer: what a caller would have felt.
  public var intended: Latency
  /// From the dispatch to the durable answer.
  public var dispatch: Latency
  /// From the moment the writer took it up to the durable answer.
  public var service: Latency

  public init(
    stage: String, operation: String, offered: Int, achieved: Int, refused: Int, dropped: Int,
    errors: Int, lateness: Latency, intended: Latency, dispatch: Latency, service: Latency
  ) {
    self.stage = stage
    self.operation = operation
    self.offered = offered
    self.achieved = achieved
    self.refused = refused
    self.dropped = dropped
    self.errors = errors
    self.lateness = lateness
    self.intended = intended
    self.dispatch = dispatch
    self.service = service
  }
}

/// One second of the run.
public struct LoadSecond: Sendable, Hashable, Decodable {
  /// Stands for the stage of the seconds after the load, in which only the last answers come.
  public static let drain = "drain"

  /// From the start of the run, counted from 0.
  public var second: Int
  /// Name of the stage, or ``drain``.
  public var stage: String
  public var offered: Int
  /// Of the offered, the submissions.
  public var submitted: Int
  public var achieved: Int
  public var errors: Int
  public var dropped: Int
  /// Intended-start latency of what was answered in this second, µs; nil where nothing was.
  public var p50Us: Int?
  public var p99Us: Int?
  public var maxUs: Int?
  /// Commands waiting for the writer at the second's end.
  public var queueDepth: Int
  /// Mean commands of a commit; nil where there was none.
  public var batchMean: Double?
  public var residentBytes: Int
  /// Of these, the pages that the store keeps, up to a limit of its own.
  public var cacheBytes: Int
  public var walBytes: Int

  /// What may not grow.
  public var uncachedBytes: Int { residentBytes - cacheBytes }

  public init(
    second: Int, stage: String, offered: Int, submitted: Int, achieved: Int, errors: Int,
    dropped: Int,
    p50Us: Int?, p99Us: Int?, maxUs: Int?, queueDepth: Int, batchMean: Double?,
    residentBytes: Int, cacheBytes: Int, walBytes: Int
  ) {
    self.second = second
    self.stage = stage
    self.offered = offered
    self.submitted = submitted
    self.achieved = achieved
    self.errors = errors
    self.dropped = dropped
    self.p50Us = p50Us
    self.p99Us = p99Us
    self.maxUs = maxUs
    self.queueDepth = queueDepth
    self.batchMean = batchMean
    self.residentBytes = residentBytes
    self.cacheBytes = cacheBytes
    self.walBytes = walBytes
  }
}
