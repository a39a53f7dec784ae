/// A closed interval of values.
public struct Interval: Sendable, Hashable, Codable {
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// One indicator of one replication: the smallest unit of a result.
///
/// An indicator that is not defined in a replication (no appraisal, say) has no row.
public struct TrialValue: Sendable, Hashable {
  public var scenario: String
  public var explanation: String
  /// Counted from 0.
  public var replication: Int
  public var indicator: String
  public var value: Double

  public init(
    scenario: String, explanation: String, replication: Int, indicator: String, value: Double
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.replication = replication
    self.indicator = indicator
    self.value = value
  }
}

/// The mean of an indicator over replications, with both of its intervals.
public struct Estimate: Sendable, Hashable {
  public var scenario: String
  public var explanation: String
  public var indicator: String
  /// Replications in which the indicator is defined.
  public var n: Int
  public var mean: Double
  /// Simulation noise: the confidence interval of the mean; nil when n < 2.
  public var noise: Interval?
  /// Range of the mean over the assumed parameters; nil when it was not explored.
  public var assumptions: Interval?

  public init(
    scenario: String, explanation: String, indicator: String, n: Int, mean: Double,
    noise: Interval?, assumptions: Interval? = nil
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.indicator = indicator
    self.n = n
    self.mean = mean
    self.noise = noise
    self.assumptions = assumptions
  }
}

/// The mean of a paired difference, scenario minus baseline, with both of its intervals.
public struct Difference: Sendable, Hashable {
  public var scenario: String
  public var baseline: String
  public var explanation: String
  public var indicator: String
  /// Pairs of replications.
  public var n: Int
  public var mean: Double
  public var noise: Interval?
  public var assumptions: Interval?

  public init(
    scenario: String, baseline: String, explanation: String, indicator: String, n: Int,
    mean: Double, noise: Interval?, assumptions: Interval? = nil
  ) {
    self.scenario = scenario
    self.baseline = baseline
    self.explanation = explanation
    self.indicator = indicator
    self.n = n
    self.mean = mean
    self.noise = noise
    self.assumptions = assumptions
  }
}
