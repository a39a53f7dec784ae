import CivicTime
import Heaps

/// The system: a deterministic state machine of appeals, work lists and clocks.
///
/// It reads no clock, draws no random number and touches no disk. Time enters with each command,
/// facts leave through the journal, and the state is a fold of the journal:
///
///     var core = try AppealCore(policy: policy)
///     var journal = JournalBuffer()
///     try core.apply(.submit(submission), at: now, into: &journal)
///     try core.apply(.take(list, by: clerk), at: later, into: &journal)
///
/// `decide` looks and writes entries, `evolve` alone changes the state; so a refused command
/// changes nothing, and replaying the entries gives the same state. Every command takes O(log n)
/// of the open appeals, allocates nothing once the memory has grown to the backlog, and counts no
/// references. Memory follows the backlog and the closed appeals within the windows.
public struct AppealCore: ~Copyable {
  let tables: PolicyTables
  /// Keeps the memory behind `clock`.
  let calendar: WorkingCalendar
  let clock: WorkingClock

  /// The instant of the newest journal entry; no command may lie before it.
  public internal(set) var now = Instant.distantPast
  /// Running hash of the journal: equal journals have equal chains.
  public internal(set) var chain = Fold.seed
  /// Journal entries so far.
  public internal(set) var entryCount: UInt64 = 0
  /// Appeals submitted so far, which is also the last number given.
  public internal(set) var acceptedAppeals = 0
  /// Appeals closed so far with a result, merged ones included; a reopened one counts again.
  public internal(set) var closedAppeals = 0
  public internal(set) var cancelledAppeals = 0
  /// Appeals that wait for the one they were merged into.
  public internal(set) var mergedAppeals = 0

  var slots = SlotPool<AppealSlot>(stride: AppealSlot.stride)
  var tombstones = SlotPool<Tombstone>()
  var directory = NumberDirectory()
  var references = ReferenceMap()
  var lists: IndexedHeapForest<TaskKey>
  var alarms = IndexedHeap<AlarmKey>()

  /// Tombstones in order of time, linked through `Tombstone.next`.
  var oldestTombstone = UInt32.max
  var newestTombstone = UInt32.max
  /// The last instant at which the oldest tombstone is still remembered.
  var nextExpiry = Instant.distantFuture

  /// - Throws: `PolicyError`, what is wrong with the policy and how to mend it.
  public init(policy: Policy) throws(PolicyError) {
    try policy.validate()
    tables = PolicyTables(policy)
    calendar = policy.calendar
    clock = policy.calendar.clock
    lists = IndexedHeapForest(heapCount: tables.listCount)
  }
}

/// A core has one owner at a time and shares no memory that is written, so it may be handed over.
extension AppealCore: @unchecked Sendable {}

extension AppealCore {
  /// Carries a command out at `instant`, after ringing every alarm due by then.
  ///
  /// The alarms stand even if the command is refused; the command itself then changes nothing.
  ///
  /// - Throws: `Refusal`, among them `timeWentBack` before `now`.
  public mutating func apply(
    _ command: Command, at instant: Instant, into journal: inout JournalBuffer
  ) throws(Refusal) {
    guard instant >= now else { throw .timeWentBack }
    ringAlarms(upTo: instant, into: &journal)
    guard clock.covers(instant) else { throw .outsideCalendar }
    let start = journal.count
    try decide(command, at: instant, into: &journal)
    for position in start..<journal.count { evolve(journal[position]) }
    // A deadline re-derived by the command may lie already past.
    ringAlarms(upTo: instant, into: &journal)
  }

  /// Rings the first alarm due by `instant`, if there is one.
  ///
  /// - Returns: whether one rang. The host calls again until none does.
  @discardableResult
  public mutating func advance(to instant: Instant, into journal: inout JournalBuffer) -> Bool {
    guard let next = alarms.peek, next.key.instant <= instant.milliseconds else { return false }
    journal.append(alarmEntry(next.slot))
    evolve(journal[journal.count - 1])
    return true
  }

  private mutating func ringAlarms(
    upTo instant: Instant, into journal: inout JournalBuffer
  ) {
    while advance(to: instant, into: &journal) {}
  }

  /// A core with the state that `journal` leads to.
  public static func replay(
    _ journal: borrowing JournalBuffer, policy: Policy
  ) throws(PolicyError) -> AppealCore {
    var core = try AppealCore(policy: policy)
    for position in 0..<journal.count { core.evolve(journal[position]) }
    return core
  }
}
