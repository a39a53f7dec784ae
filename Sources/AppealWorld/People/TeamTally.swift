/// What a team did and cost in the measured window.
public struct TeamTally: Sendable, Equatable {
  /// Index into `WorldPlan.teams`.
  public var team: Int
  /// Heads over all shifts.
  public var heads: Int
  public var paidHours: Double
  /// Paid hours × rate × premium; 0 when no rate is given.
  public var cost: Double
  /// Paid hours taken up by tasks.
  public var busyHours: Double
  /// Tasks taken in the window.
  public var tasks: Int
  /// Elapsed hours on the list, summed over the tasks taken.
  public var waitHours: Double
  /// Mean number of tasks waiting, by Little's law from the waits of the tasks taken.
  public var meanQueue: Double
}
