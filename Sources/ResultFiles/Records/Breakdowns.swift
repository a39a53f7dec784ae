/// On-time counts of one member of a dimension, own limits, summed over all replications.
public struct GroupCount: Sendable, Hashable {
  public enum Dimension: String, Sendable, CaseIterable { case channel, street, category, unit }

  public var scenario: String
  public var explanation: String
  public var dimension: Dimension
  public var key: String
  public var title: BilingualText
  /// Appeals whose deadline falls in the window.
  public var due: Int
  /// Those of them closed by their deadline.
  public var onTime: Int
  /// The share in the trace, 0…1, where it is known.
  public var measuredShare: Double?

  public init(
    scenario: String, explanation: String, dimension: Dimension, key: String,
    title: BilingualText, due: Int, onTime: Int, measuredShare: Double? = nil
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.dimension = dimension
    self.key = key
    self.title = title
    self.due = due
    self.onTime = onTime
    self.measuredShare = measuredShare
  }
}

/// How busy one post was, as a mean over replications.
public struct PostLoad: Sendable, Hashable {
  public var scenario: String
  public var explanation: String
  public var post: String
  /// `district`, `street`, `unit`, `grid`… as the scenario names it.
  public var kind: String
  public var title: BilingualText
  /// People on the roster.
  public var heads: Double
  /// Busy time over paid time on duty, 0…1.
  public var utilisation: Double
  public var meanWaitHours: Double?
  public var meanQueue: Double?

  public init(
    scenario: String, explanation: String, post: String, kind: String, title: BilingualText,
    heads: Double, utilisation: Double, meanWaitHours: Double? = nil, meanQueue: Double? = nil
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.post = post
    self.kind = kind
    self.title = title
    self.heads = heads
    self.utilisation = utilisation
    self.meanWaitHours = meanWaitHours
    self.meanQueue = meanQueue
  }
}

/// One parameter of one scenario, with where it comes from.
public struct Assumption: Sendable, Hashable, Codable {
  public enum Source: String, Sendable, CaseIterable, Codable {
    case measured, quoted, published, assumed
  }

  public var scenario: String
  /// Path of the key in the scenario, `units.crew.effort_hours`.
  public var parameter: String
  /// The value as the scenario writes it.
  public var value: String
  public var range: Interval?
  /// The value that means "no effect".
  public var neutral: Double?
  public var source: Source
  public var note: BilingualText

  public init(
    scenario: String, parameter: String, value: String, range: Interval? = nil,
    neutral: Double? = nil, source: Source, note: BilingualText
  ) {
    self.scenario = scenario
    self.parameter = parameter
    self.value = value
    self.range = range
    self.neutral = neutral
    self.source = source
    self.note = note
  }
}

/// One line of the table measured ↔ simulated: reproduction, not validation.
public struct ReproductionRow: Sendable, Hashable {
  public var explanation: String
  public var key: String
  public var title: BilingualText
  public var unit: IndicatorRecord.Unit
  public var measured: Double
  public var simulated: Double
  /// What counts as reproduced: |simulated − measured| ≤ tolerance.
  public var tolerance: Double?

  public init(
    explanation: String, key: String, title: BilingualText, unit: IndicatorRecord.Unit,
    measured: Double, simulated: Double, tolerance: Double? = nil
  ) {
    self.explanation = explanation
    self.key = key
    self.title = title
    self.unit = unit
    self.measured = measured
    self.simulated = simulated
    self.tolerance = tolerance
  }
}
