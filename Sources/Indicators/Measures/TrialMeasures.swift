import AppealCore
import CivicTime

/// Everything measured in one trial, or summed over several: integers, so that sums are exact.
///
/// Sums of staff hours are floating point; merging in the order of replications keeps them the
/// same for any number of threads.
public struct TrialMeasures: Sendable, Equatable {
  /// Trials summed.
  public var trials = 1
  public var scalars = Scalars()
  public var groups = Groups()
  public var daily: [DayRow] = []
  /// 168 hours of the week from Monday 00:00 local time: contacts of the appeals registered.
  public var demandByHour: [Int] = []
  /// 168 hours of the week: own deadlines that ran out.
  public var breachesByHour: [Int] = []
  /// Elapsed time from registration to close, of appeals closed in the window.
  public var closeTime = DurationHistogram()
  /// The same in office time of the policy's calendar.
  public var closeWorkingTime = DurationHistogram()
  /// Breaches of node clocks, by raw value of the node.
  public var nodeBreaches: [Int] = []
  /// Appeals registered in the window, by channel and by nature.
  public var submittedByChannel: [Int] = []
  public var submittedByNature: [Int] = []
  /// One for each team, in the order of the scenario.
  public var staff: [StaffTally] = []

  public init() {}

  /// On-time counts by own limits, aligned with the scenario's lists.
  public struct Groups: Sendable, Equatable {
    public var channel: [TimelyCount] = []
    public var street: [TimelyCount] = []
    /// First-level classes, in order of first appearance in the form.
    public var category: [TimelyCount] = []
    /// Final lead units; the last place is for appeals without one.
    public var unit: [TimelyCount] = []
    public var nature: [TimelyCount] = []
    /// The scenario's different limits, in the order of `MeasurePlan.limits`.
    public var limit: [TimelyCount] = []
    /// Milliseconds from registration to deadline, summed by limit.
    public var limitSpans: [Int64] = []
    public init() {}
  }

  /// Counts over the whole window.
  public struct Scalars: Sendable, Equatable, BitwiseCopyable {
    /// Against the scenario's own limits, as they stood in the end.
    public var own = TimelyCount()
    /// Against the reference table, from registration; neither extended nor suspended.
    public var reference = TimelyCount()
    /// Needs against the reference table, from first contact to the last close.
    public var need = TimelyCount()
    /// Appeals registered in the window.
    public var submitted = 0
    /// Of those, through a promoted channel.
    public var promoted = 0
    /// Of those, further appeals of a need on another channel at once, and repeat enquiries.
    public var duplicates = 0
    public var repeats = 0
    /// Appeals closed in the window, and not open again at its end.
    public var closed = 0
    /// Closed appeals that were ever dispatched, and those closed by their first unit.
    public var dispatched = 0
    public var closedByFirstUnit = 0
    /// Of those dispatched, those whose first unit was the right one; where only the journal is known,
    /// the one that closed them.
    public var rightAtFirst = 0
    /// Events in the window.
    public var returns = 0
    public var redos = 0
    public var reopened = 0
    public var extensions = 0
    public var suspensions = 0
    public var merged = 0
    public var cancelled = 0
    public var breaches = 0
    /// Appraisals in the window, and the sum of their four scores.
    public var appraisals = 0
    public var scoreSum = 0
    /// Of the appeals counted in `own`, those ever extended or ever suspended.
    public var dueExtended = 0
    public var dueSuspended = 0
    /// What the measures of the reform did.
    public var measures = MeasureCounts()
    /// Open appeals × milliseconds over the window.
    public var backlogMilliseconds: Int64 = 0
    public var windowMilliseconds: Int64 = 0
    /// Open at the end of the window.
    public var backlogEnd = 0
    /// Age of the oldest open appeal at the end, milliseconds; the maximum when merged.
    public var oldestOpen: Int64 = 0
    /// Entries folded, those of the run-in included.
    public var entries = 0
    public init() {}
  }
}
