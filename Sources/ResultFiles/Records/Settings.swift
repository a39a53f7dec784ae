/// How an experiment was run: all that, with the scenarios, decides its numbers.
public struct ExperimentSettings: Sendable, Hashable, Codable {
  public var seed: UInt64
  /// Replications run for every scenario under every explanation.
  public var replications: Int
  /// Wanted half-width of a paired difference: absolute for shares (0.005 is half a point).
  public var precision: Double
  /// Level of every interval, 0.95 for instance.
  public var confidence: Double
  /// Id of the scenario that the others are compared with.
  public var baseline: String
  /// First civil day of the measured window, `2018-09-22`.
  public var windowStart: String
  /// Last civil day of the measured window, itself measured.
  public var windowEnd: String

  public init(
    seed: UInt64, replications: Int, precision: Double, confidence: Double, baseline: String,
    windowStart: String, windowEnd: String
  ) {
    self.seed = seed
    self.replications = replications
    self.precision = precision
    self.confidence = confidence
    self.baseline = baseline
    self.windowStart = windowStart
    self.windowEnd = windowEnd
  }
}

/// Why the experiment ended at its number of replications.
public struct Stopping: Sendable, Hashable, Codable {
  public enum Mode: String, Sendable, Codable { case fixed, auto }

  public var mode: Mode
  /// Whether every chosen difference is as precise as asked; in mode `fixed` an observation only.
  public var reached: Bool
  /// The most replications that mode `auto` may use; nil in mode `fixed`.
  public var cap: Int?
  /// Indicators whose differences are still wider than asked.
  public var tooWide: [String]

  public init(mode: Mode, reached: Bool, cap: Int? = nil, tooWide: [String] = []) {
    self.mode = mode
    self.reached = reached
    self.cap = cap
    self.tooWide = tooWide
  }
}

/// With what the numbers were made. No time of day: the same run gives the same bytes.
public struct Provenance: Sendable, Hashable, Codable {
  public var version: String
  public var toolchain: String
  public var gslVersion: String
  /// Features that can change the last bits of `log` and `exp`, `fma` for instance, sorted.
  public var cpuFeatures: [String]

  public init(version: String, toolchain: String, gslVersion: String, cpuFeatures: [String]) {
    self.version = version
    self.toolchain = toolchain
    self.gslVersion = gslVersion
    self.cpuFeatures = cpuFeatures
  }
}
