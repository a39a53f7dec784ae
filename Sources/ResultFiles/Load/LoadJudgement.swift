/// How a threshold of the run came out.
public struct ThresholdOutcome: Sendable, Hashable, Decodable {
  public enum Unit: String, Sendable, CaseIterable, Decodable {
    case microseconds, share, count, bytes
    case perSecond = "per_second"
  }

  /// As it was given, `submit.p99 > 50ms`.
  public var text: String
  public var unit: Unit
  /// In `unit`; nil where nothing of the kind was measured.
  public var measured: Double?
  /// Whether it was measured, and did not hold.
  public var passed: Bool
  /// Whether `measured` is a lower bound: dropped commands reach the figure, and nobody knows how
  /// long they would have waited.
  public var isAtLeast: Bool
  /// Of a windowed threshold, the seconds of the run in which it was worst.
  public var window: LoadWindow?

  public init(
    text: String, unit: Unit, measured: Double?, passed: Bool, isAtLeast: Bool = false,
    window: LoadWindow? = nil
  ) {
    self.text = text
    self.unit = unit
    self.measured = measured
    self.isAtLeast = isAtLeast
    self.passed = passed
    self.window = window
  }

  /// A condition about what never happened neither held nor failed to hold.
  public enum State: Sendable { case met, failed, notMeasured }

  public var state: State { measured == nil ? .notMeasured : passed ? .met : .failed }
}

/// A span of the run, in seconds from its start.
public struct LoadWindow: Sendable, Hashable, Decodable {
  public var from: Double
  public var to: Double

  public init(from: Double, to: Double) {
    self.from = from
    self.to = to
  }
}

/// Outcome of a search for the highest rate that meets the thresholds.
public struct CapacityResult: Sendable, Hashable, Decodable {
  /// In the order in which they ran.
  public var trials: [CapacityTrial]
  /// The highest confirmed rate; nil where no rate held.
  public var found: Double?
  /// Trials after the decision for the found rate that held, of those that ran.
  public var confirmed: Int
  public var confirmations: Int
  /// Wilson's 95 % interval for the probability that a further run at the found rate holds; nil
  /// where none was found.
  public var confidence: Interval?
  /// The highest rate that held, and the lowest that did not (nil: none failed up to the cap).
  public var lower: Double?
  public var upper: Double?

  public init(
    trials: [CapacityTrial], found: Double?, confirmed: Int, confirmations: Int,
    confidence: Interval? = nil, lower: Double?, upper: Double?
  ) {
    self.trials = trials
    self.found = found
    self.confirmed = confirmed
    self.confirmations = confirmations
    self.confidence = confidence
    self.lower = lower
    self.upper = upper
  }

  /// Whether the search was ended by the driver instead of the system: between what held and what
  /// failed lies a rate whose last trial was void, so that what was found is a lower bound only.
  public var isDriverLimited: Bool {
    let between = trials.filter {
      $0.rate > (lower ?? 0) && $0.rate < (upper ?? .infinity)
    }
    return between.contains { trial in
      trial.isVoid && between.last { $0.rate == trial.rate }?.isVoid == true
    }
  }
}

/// One rate that was tried.
public struct CapacityTrial: Sendable, Hashable, Decodable {
  public enum Phase: String, Sendable, CaseIterable, Decodable { case double, bisect, confirm }

  public var phase: Phase
  /// Offered, per second.
  public var rate: Double
  public var achievedPerSecond: Double
  public var seconds: Double
  public var passed: Bool
  /// Whether the driver could not keep to its schedule: the trial tells nothing of the system.
  public var isVoid: Bool
  /// One sentence.
  public var reason: BilingualText
  /// Intended-start latency of all operations.
  public var p50Us: Int?
  public var p99Us: Int?

  public init(
    phase: Phase, rate: Double, achievedPerSecond: Double, seconds: Double, passed: Bool,
    isVoid: Bool = false, reason: BilingualText, p50Us: Int?, p99Us: Int?
  ) {
    self.phase = phase
    self.rate = rate
    self.achievedPerSecond = achievedPerSecond
    self.seconds = seconds
    self.passed = passed
    self.isVoid = isVoid
    self.reason = reason
    self.p50Us = p50Us
    self.p99Us = p99Us
  }
}

/// Straight line through the resident memory at one level of load, without the store's pages, which
/// fill a cache of limited size.
public struct MemoryTrend: Sendable, Hashable, Decodable {
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
