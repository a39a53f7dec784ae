import RandomStreams

/// How a unit handles; aligned with `Policy.units`. The three explanations differ only here.
public struct UnitBehaviour: Sendable, Equatable {
  /// Hands-on hours of one appeal, in working time of the crew (assumed).
  public var effort: Distribution
  /// Background work (patrol records, inspections) as a share of the crew's time (swept; 0 = neutral).
  public var background: Double
  /// Waiting outside the staff's control after the hands-on work, elapsed hours; constant 0 = neutral.
  public var outsideHours: Distribution
  /// Share of appeals that wait outside.
  public var outsideShare: Double
  /// Habit: the share of the remaining time to the deadline after which the unit starts work,
  /// in working time; constant 0 = starts at once (neutral).
  public var habitualStart: Distribution
  /// Probability that the unit sends back an appeal that is another's.
  public var sendsBack: Double
  /// Probability that the result is not good enough and verification fails.
  public var redo: Double

  public init(
    effort: Distribution, background: Double, outsideHours: Distribution, outsideShare: Double,
    habitualStart: Distribution, sendsBack: Double, redo: Double
  ) {
    self.effort = effort
    self.background = background
    self.outsideHours = outsideHours
    self.outsideShare = outsideShare
    self.habitualStart = habitualStart
    self.sendsBack = sendsBack
    self.redo = redo
  }
}

/// How results are verified.
public struct Verification: Sendable, Equatable {
  /// Probability that a bad result is found.
  public var sensitivity: Double
  public init(sensitivity: Double) { self.sensitivity = sensitivity }
}
