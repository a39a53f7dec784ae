/// What each of several levers is worth within the model: filled by an attribution, stored as one
/// JSON document, read by its report.
public struct AttributionResult: Sendable, Equatable, Codable {
  public static let currentSchema = "huying.attribution/1"

  public var schema = AttributionResult.currentSchema
  /// The answer in one sentence, the first of every report.
  public var sentence: BilingualText
  public var settings: AttributionSettings
  public var provenance: Provenance
  /// The scenario on which the levers are laid.
  public var base: ScenarioRecord
  public var explanations: [ExplanationRecord]
  public var indicators: [IndicatorRecord]
  /// In the order in which they are laid.
  public var levers: [LeverRecord]
  /// Ids of levers joined by needs, a list for each group of at least two.
  public var groups: [[String]]
  /// Keys that two levers set to different values.
  public var clashes: [LeverClash]
  /// What the base assumes, with or without levers.
  public var assumptions: [Assumption]
  /// All levers together.
  public var totals: [AttributionTotal]
  /// One row a lever, explanation, indicator, response and measure.
  public var values: [AttributionValue]

  public init(
    sentence: BilingualText, settings: AttributionSettings, provenance: Provenance,
    base: ScenarioRecord, explanations: [ExplanationRecord], indicators: [IndicatorRecord],
    levers: [LeverRecord], groups: [[String]], clashes: [LeverClash],
    assumptions: [Assumption], totals: [AttributionTotal], values: [AttributionValue]
  ) {
    self.sentence = sentence
    self.settings = settings
    self.provenance = provenance
    self.base = base
    self.explanations = explanations
    self.indicators = indicators
    self.levers = levers
    self.groups = groups
    self.clashes = clashes
    self.assumptions = assumptions
    self.totals = totals
    self.values = values
  }

  /// Whether an indicator moves with the scenario's own limits, by which a lever that changes them
  /// cannot be judged.
  public func isWithheld(_ lever: LeverRecord, _ indicator: String) -> Bool {
    lever.changesLimits && settings.ownLimitIndicators.contains(indicator)
  }
}

/// How people respond to levers: the parts of an attribution.
public enum ResponseCase: String, Sendable, CaseIterable, Codable {
  /// Structure only.
  case none
  case low, middle, high
}

/// How an attribution was run, and what it cost.
public struct AttributionSettings: Sendable, Equatable, Codable {
  public var seed: UInt64
  public var replications: Int
  /// Orders drawn in each replication; nil where all were counted.
  public var orders: Int?
  public var confidence: Double
  /// First and last measured day.
  public var windowStart: String
  public var windowEnd: String
  /// Sets of levers that were run, over all explanations and responses, and their trials.
  public var coalitions: Int
  public var trials: Int
  /// Indicators that depend on the scenario's own limits.
  public var ownLimitIndicators: [String]

  public init(
    seed: UInt64, replications: Int, orders: Int?, confidence: Double, windowStart: String,
    windowEnd: String, coalitions: Int, trials: Int, ownLimitIndicators: [String]
  ) {
    self.seed = seed
    self.replications = replications
    self.orders = orders
    self.confidence = confidence
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.coalitions = coalitions
    self.trials = trials
    self.ownLimitIndicators = ownLimitIndicators
  }
}
