/// Counts of one civil day of the window.
public struct DayRow: Sendable, Equatable, BitwiseCopyable {
  public var submitted = 0
  public var closed = 0
  /// Own deadlines that ran out on this day.
  public var breached = 0
  /// Open appeals at the end of the day.
  public var backlog = 0

  public init() {}

  public static func += (left: inout DayRow, right: DayRow) {
    left.submitted += right.submitted
    left.closed += right.closed
    left.breached += right.breached
    left.backlog += right.backlog
  }
}
