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
/// changes nothing, and replaying the entries gives the same state. A command about an appeal takes
/// O(log n) of the open appeals, and O(k) more where it ends or releases k merged ones; a change of
/// mode or of the form looks at all of them. Nothing is allocated once the memory has grown to the
/// backlog (and, where routing learns, to the cases), and no references are counted. Memory follows
/// the backlog and the closed appeals within the windows.
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
  /// Appeals by reference.
  var references = KeyIndex()
  var sideTasks = SlotPool<SideTask>()
  /// Side tasks by appeal and list, counted from 1.
  var sideIndex = KeyIndex()
  var lists: IndexedHeapForest<TaskKey>
  var alarms = IndexedHeap<AlarmKey>()

  /// Tombstones in order of time, linked through `Tombstone.next`: suggestions whose adoption is
  /// followed in a chain of their own, which reaches back further.
  var oldestTombstone = UInt32.max
  var newestTombstone = UInt32.max
  var oldestSuggestion = UInt32.max
  var newestSuggestion = UInt32.max
  /// Those of appeals reopened since, which nothing finds any more.
  var liftedTombstones = 0
  /// No later than the last instant at which the oldest tombstone of each chain is remembered.
  var nextExpiry = Instant.distantFuture

  var contacts: RecentContacts
  var bursts: BurstDetector
  var areas: AreaModes
  var ledgers: UnitLedgers
  var router: LearnedRouter
  /// Whether the next edition of the form is in force.
  public internal(set) var isNextEditionInForce = false
  /// Bulletins that have gone out.
  public internal(set) var bulletins: UInt32 = 0
  /// When the system itself rings next: a bulletin, or the end of an emergency.
  var systemAlarm: Instant

  /// - Throws: `PolicyError`, what is wrong with the policy and how to mend it.
  public init(policy: Policy) throws(PolicyError) {
    try policy.validate()
    self.init(validated: policy) { _ in }
  }

  /// An empty core under a policy that is valid, changed by `load` before it is handed over.
  init<Failure: Error>(
    validated policy: Policy, then load: (inout AppealCore) throws(Failure) -> Void
  ) throws(Failure) {
    tables = PolicyTables(policy)
    calendar = policy.calendar
    clock = policy.calendar.clock
    lists = IndexedHeapForest(heapCount: tables.listCount)
    let measures = policy.measures
    contacts = RecentContacts(window: measures.duplicates?.window ?? 0)
    let burst = tables.measures.burst
    bursts = BurstDetector(
      cells: burst?.cells ?? 0, count: burst?.count ?? 0, window: burst?.window ?? 0)
    areas = AreaModes(
      streets: tables.streetCount, trigger: tables.measures.emergency?.trigger ?? 0)
    ledgers = UnitLedgers(
      units: tables.unitCount, others: tables.postCount + tables.streetCount)
    router = LearnedRouter(policy)
    systemAlarm = measures.bulletin?.first ?? .distantFuture
    try load(&self)
  }
}

/// A core has one owner at a time and shares no memory that is written, so it may be handed over.
extension AppealCore: @unchecked Sendable {}

extension AppealCore {
  /// Carries a command out at `instant`, after ringing every alarm due by then.
  ///
  /// The alarms stand even if the command is refused; the command itself then changes nothing. None
  /// rings where the instant lies before `now` or outside the calendar.
  ///
  /// - Throws: `Refusal`, among them `timeWentBack` before `now`.
  public mutating func apply(
    _ command: Command, at instant: Instant, into journal: inout JournalBuffer
  ) throws(Refusal) {
    guard instant >= now else { throw .timeWentBack }
    // Before anything rings: one absurd reading of a clock must not ring a hundred years of alarms.
    guard covers(instant) else { throw .outsideCalendar }
    ringAlarms(upTo: instant, into: &journal)
    let start = journal.count
    try decide(command, at: instant, into: &journal)
    settle(from: start, &journal)
    // A deadline re-derived by the command may lie already past.
    ringAlarms(upTo: instant, into: &journal)
  }

  /// Whether commands are taken at an instant: it lies in the policy's calendar.
  public func covers(_ instant: Instant) -> Bool { clock.covers(instant) }

  /// Rings the first alarm due by `instant`, if there is one; the system's own before those of
  /// appeals.
  ///
  /// Asks nothing of `instant`: a host that reads it from a clock asks `covers(_:)` first.
  ///
  /// - Returns: whether one rang. The host calls again until none does.
  @discardableResult
  public mutating func advance(to instant: Instant, into journal: inout JournalBuffer) -> Bool {
    let start = journal.count
    let first = alarms.peek
    if systemAlarm < .distantFuture, systemAlarm <= instant,
      systemAlarm.milliseconds <= first?.key.instant ?? Int64.max
    {
      journalSystemAlarm(&journal)
    } else if let first, first.key.instant <= instant.milliseconds {
      journal.append(alarmEntry(first.slot))
    } else {
      return false
    }
    settle(from: start, &journal)
    return true
  }

  /// Evolves by the entries from `start` on, and by those that follow from each.
  private mutating func settle(from start: Int, _ journal: inout JournalBuffer) {
    var position = start
    while position < journal.count {
      let entry = journal[position]
      evolve(entry)
      react(to: entry, &journal)
      position += 1
    }
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
