/// What one team did in the measured window, as the host counted it; hours.
public struct StaffTally: Sendable, Equatable {
  public enum Role: Sendable { case dispatch, unit, verify }

  public var role: Role
  public var heads: Double
  /// Hours on the roster, times heads.
  public var paidHours: Double
  /// Paid hours × rate × premium; 0 without rates.
  public var cost: Double
  /// Paid hours taken up by tasks: hands-on work stretched by absence and other duties.
  public var busyHours: Double
  public var tasks: Int
  /// Sum over taken tasks of the hours on a work list.
  public var waitHours: Double
  /// Mean length of the team's work lists.
  public var queueMean: Double

  public init(
    role: Role, heads: Double, paidHours: Double, cost: Double, busyHours: Double, tasks: Int,
    waitHours: Double, queueMean: Double
  ) {
    self.role = role
    self.heads = heads
    self.paidHours = paidHours
    self.cost = cost
    self.busyHours = busyHours
    self.tasks = tasks
    self.waitHours = waitHours
    self.queueMean = queueMean
  }

  /// Busy hours per paid hour; nil for a team that is never on duty.
  public var utilisation: Double? { paidHours > 0 ? busyHours / paidHours : nil }

  /// Mean hours a task waited on the list; nil when none was taken.
  public var meanWaitHours: Double? { tasks > 0 ? waitHours / Double(tasks) : nil }
}
