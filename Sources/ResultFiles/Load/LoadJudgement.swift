/// How a threshold of the run came out.
public struct ThresholdOutcome: Sendable, Hashable {
  public enum Unit: String, Sendable, CaseIterable {
    case microseconds, share, count, bytes
    case perSecond = "per_second"
  }

  /// As it was given, `submit.p99 > 50ms`.
  public var text: String
  public var unit: Unit
  /// In `unit`; nil where nothing of the kind was measured.
  public var measured: Double?
  public var passed: Bool
  /// Of a windowed threshold, the seconds of the run in which it was worst.
  public var window: LoadWindow?

  public init(
    text: String, unit: Unit, measured: Double?, passed: Bool, window: LoadWindow? = nil
  ) {
    self.text = text
    self.unit = unit
    self.measured = measured
    self.passed = passed
    self.window = window
  }
}

/// A span of the run, in seconds from its start.
public struct LoadWindow: Sendable, Hashable {
  public var from: Double
  public var to: Double

  public init(from: Double, to: Double) {
    self.from = from
    self.to = to
  }
}

/// Outcome of a search for the highest rate that meets the thresholds.
public struct CapacityResult: Sendable, Hashable {
  /// In the order in which they ran.
  public var trials: [CapacityTrial]
  /// The highest confirmed rate; nil where no rate held.
  public var found: Double?
  /// Confirming trials that held, of those that ran.
  public var confirmed: Int
  public var confirmations: Int
  /// The highest rate that held, and the lowest that did not (nil: none failed up to the cap).
  public var lower: Double?
  public var upper: Double?

  public init(
    trials: [CapacityTrial], found: Double?, confirmed: Int, confirmations: Int, lower: Double?,
    upper: Double?
  ) {
    self.trials = trials
    self.found = found
    self.confirmed = confirmed
    self.confirmations = confirmations
    self.lower = lower
    self.upper = upper
  }
}

/// One rate that was tried.
public struct CapacityTrial: Sendable, Hashable {
  public enum Phase: String, Sendable, CaseIterable { case double, bisect, confirm }

  public var phase: Phase
  /// Offered, per second.
  public var rate: Double
  public var achievedPerSecond: Double
  public var seconds: Double
  public var passed: Bool
  /// One sentence.
  public var reason: BilingualText
  /// Intended-start latency of all operations.
  public var p50Us: Int?
  public var p99Us: Int?

  public init(
    phase: Phase, rate: Double, achievedPerSecond: Double, seconds: Double, passed: Bool,
    reason: BilingualText, p50Us: Int?, p99Us: Int?
  ) {
    self.phase = phase
    self.rate = rate
    self.achievedPerSecond = achievedPerSecond
    self.seconds = seconds
    self.passed = passed
    self.reason = reason
    self.p50Us = p50Us
    self.p99Us = p99Us
  }
}

/// Straight line through the resident memory of the measured seconds, without the store's pages,
/// which fill a cache of limited size.
public struct MemoryTrend: Sendable, Hashable {
  public var bytesPerSecond: Double
  /// Interval of the slope at `confidence`, which allows for the correlation of neighbours.
  public var interval: Interval
  public var confidence: Double
  /// Seconds of the run through which the line was laid.
  public var window: LoadWindow

  /// Whether no growth is told from noise: the interval holds 0.
  public var isFlat: Bool { interval.low <= 0 && interval.high >= 0 }

  public init(
    bytesPerSecond: Double, interval: Interval, confidence: Double, window: LoadWindow
  ) {
    self.bytesPerSecond = bytesPerSecond
    self.interval = interval
    self.confidence = confidence
    self.window = window
  }
}
