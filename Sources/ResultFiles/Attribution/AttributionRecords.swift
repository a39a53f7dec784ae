/// A measure of a reform, as it was laid over the scenario.
public struct LeverRecord: Sendable, Equatable, Codable {
  public var id: String
  public var title: BilingualText
  public var summary: BilingualText
  /// Rows of the inventory of measures for which it stands.
  public var rows: [Int]
  /// Ids of the levers that it needs.
  public var needs: [String]
  public var changesLimits: Bool
  /// Keys that it sets by decision.
  public var structure: [String]
  public var effects: [EffectRecord]
  /// How often what it switches on happened.
  public var uses: [LeverUse]

  public init(
    id: String, title: BilingualText, summary: BilingualText, rows: [Int], needs: [String],
    changesLimits: Bool, structure: [String], effects: [EffectRecord], uses: [LeverUse] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.rows = rows
    self.needs = needs
    self.changesLimits = changesLimits
    self.structure = structure
    self.effects = effects
    self.uses = uses
  }
}

/// How often a measure acted in a trial with all levers, by structure only: a measure that hardly
/// ever acts there can bring nothing there.
public struct LeverUse: Sendable, Equatable, Codable {
  public var indicator: IndicatorRecord
  /// Least and greatest mean over the explanations.
  public var low: Double
  public var high: Double

  public init(indicator: IndicatorRecord, low: Double, high: Double) {
    self.indicator = indicator
    self.low = low
    self.high = high
  }
}

/// An assumed response: a parameter without the lever, and its range with it.
public struct EffectRecord: Sendable, Equatable, Codable {
  public var parameter: String
  public var note: BilingualText
  public var without: Double
  /// Where people respond least.
  public var low: Double
  public var middle: Double
  /// Where people respond most.
  public var high: Double

  public init(
    parameter: String, note: BilingualText, without: Double, low: Double, middle: Double,
    high: Double
  ) {
    self.parameter = parameter
    self.note = note
    self.without = without
    self.low = low
    self.middle = middle
    self.high = high
  }
}

/// A key that two levers set to different values; the later one wins where both are in force.
public struct LeverClash: Sendable, Equatable, Codable {
  public var key: String
  public var earlier: String
  public var later: String

  public init(key: String, earlier: String, later: String) {
    self.key = key
    self.earlier = earlier
    self.later = later
  }
}

/// A mean over replications with its interval.
public struct AttributionEstimate: Sendable, Equatable, Codable {
  public var n: Int
  public var mean: Double
  /// Holds the noise of the replications and the chance of the drawn orders; nil when n < 2.
  public var interval: Interval?
  /// Parts of the half-width, whose squares add up to its square; nil where orders were not drawn.
  public var noiseHalfWidth: Double?
  public var ordersHalfWidth: Double?

  public init(
    n: Int, mean: Double, interval: Interval?, noiseHalfWidth: Double? = nil,
    ordersHalfWidth: Double? = nil
  ) {
    self.n = n
    self.mean = mean
    self.interval = interval
    self.noiseHalfWidth = noiseHalfWidth
    self.ordersHalfWidth = ordersHalfWidth
  }
}

/// All levers together under one explanation.
public struct AttributionTotal: Sendable, Equatable, Codable {
  public var explanation: String
  public var indicator: String
  public var response: ResponseCase
  /// Mean without levers and with all of them.
  public var without: Double
  public var with: Double
  public var difference: AttributionEstimate

  public init(
    explanation: String, indicator: String, response: ResponseCase, without: Double, with: Double,
    difference: AttributionEstimate
  ) {
    self.explanation = explanation
    self.indicator = indicator
    self.response = response
    self.without = without
    self.with = with
    self.difference = difference
  }
}

/// What one lever brings.
public struct AttributionValue: Sendable, Equatable, Codable {
  public enum Measure: String, Sendable, CaseIterable, Codable {
    /// The mean contribution over the orders of the levers (Shapley, or Owen in groups).
    case shapley
    /// Joining what it needs, and nothing else.
    case alone
    /// All levers, less all without it and without those that need it.
    case leftOut = "left_out"
  }

  public var lever: String
  public var explanation: String
  public var indicator: String
  public var response: ResponseCase
  public var measure: Measure
  public var estimate: AttributionEstimate

  public init(
    lever: String, explanation: String, indicator: String, response: ResponseCase,
    measure: Measure, estimate: AttributionEstimate
  ) {
    self.lever = lever
    self.explanation = explanation
    self.indicator = indicator
    self.response = response
    self.measure = measure
    self.estimate = estimate
  }
}
