import AppealCore
import CivicTime

/// Folds the journal of one trial into its measures, entry by entry, without keeping the entries.
///
///     var fold = try TrialFold(plan)
///     while trial.advance() {
///       for truth in trial.truths { fold.know(truth.reference, leaf: truth.leaf, unit: truth.unit) }
///       fold.fold(trial.journal)
///       trial.journal.removeAll()
///     }
///     let measures = fold.finish(staff: tallies)
///
/// Entries come in the order of time. Constant time an entry, nothing allocated but a page of
/// records now and then; memory grows with the backlog, not with history.
public struct TrialFold: ~Copyable {
  let tables: FoldTables
  let counters: Counters
  var scalars = TrialMeasures.Scalars()
  var pages = RecordPages()
  var needs = NeedTable()
  var wall: WallHours
  var truths = TruthQueue()

  /// Day of the window, -1 before it.
  private(set) var day = -1
  private var nextDay: Instant
  private var backlog = 0
  private var backlogSince: Instant
  private var isOver = false

  public init(_ plan: MeasurePlan) throws(MeasurePlanError) {
    tables = try FoldTables(plan)
    counters = Counters(tables)
    wall = WallHours(plan.policy.calendar.zone)
    nextDay = tables.windowStart
    backlogSince = tables.windowStart
  }

  /// Whether the window has begun; it cannot be over while entries are folded.
  @inline(__always)
  var inWindow: Bool { day >= 0 }

  /// The first instant after the measured window.
  public var windowEnd: Instant { tables.windowEnd }
  public var windowStart: Instant { tables.windowStart }

  /// What an appeal whose submission is folded next, or after others told before it, is really about,
  /// and the unit that can solve it. Without that the journal is believed.
  public mutating func know(_ reference: UInt64, leaf: LeafID, unit: UnitID) {
    truths.append(TruthQueue.Truth(reference: reference, leaf: leaf, unit: unit))
  }

  /// Takes in the next entries. Those at or after the end of the window say nothing about it.
  public mutating func fold(_ entries: UnsafeBufferPointer<JournalEntry>) {
    guard let base = entries.baseAddress else { return }
    for index in 0..<entries.count { fold(base[index]) }
  }

  /// Takes in the entries of a journal; the host then empties it.
  public mutating func fold(_ journal: borrowing JournalBuffer) {
    for index in 0..<journal.count { fold(journal[index]) }
  }

  @inline(__always)
  private mutating func fold(_ entry: borrowing JournalEntry) {
    let at = entry.at
    if at >= nextDay { roll(to: at) }
    if isOver { return }
    scalars.entries &+= 1
    let number = entry.appeal.rawValue
    switch entry.change {
    case .submitted(let submission, _, let due, _): submit(submission, number, due: due, at: at)
    case .taken, .putBack, .advanced, .passed, .handedOver: break
    case .filed(let leaf, _, _, _): file(number, leaf: leaf.rawValue)
    case .dispatched(let unit, _, _, _): dispatch(number, to: unit.rawValue)
    case .sentBack: if inWindow { scalars.returns &+= 1 }
    case .redone: if inWindow { scalars.redos &+= 1 }
    case .closed: close(number, at: at)
    case .appraised(let scores): appraise(scores)
    case .reopened(let ground, _, let due, _):
      reopen(number, due: due, at: at)
      if inWindow && ground == .replyRejected { scalars.measures.rejections &+= 1 }
    case .deadlineChanged(let ground, let due): changeDeadline(number, ground, due: due)
    case .suspended: suspend(number)
    case .resumed(let due, _): resume(number, due: due)
    case .cancelled: cancel(number, at: at)
    case .merged(let parent): merge(number, into: parent.rawValue, at: at)
    case .unmerged(let parent, _, _): unmerge(number, from: parent.rawValue, at: at)
    case .breached: breach(at: at)
    case .nodeBreached(let node):
      if inWindow { counters.nodeBreaches[Int(node.rawValue)] &+= 1 }
    case .migrated(let leaf): file(number, leaf: leaf.rawValue)
    default: if inWindow { scalars.measures.count(entry.change) }
    }
  }

  /// Changes the number of open appeals, and the area under it.
  @inline(__always)
  mutating func changeBacklog(by change: Int, at now: Instant) {
    if inWindow {
      scalars.backlogMilliseconds &+= Int64(backlog) &* (now - backlogSince)
      backlogSince = now
    }
    backlog &+= change
  }

  /// Closes the days that end at or before `now`; frees pages that nothing will ask for.
  @inline(never)
  private mutating func roll(to now: Instant) {
    while now >= nextDay && !isOver {
      changeBacklog(by: 0, at: nextDay)
      if day >= 0 { counters.daily[day].backlog = backlog }
      day += 1
      isOver = day == tables.days
      nextDay = isOver ? .distantFuture : tables.dayStarts[day + 1]
    }
    freePages(at: now)
  }

  private mutating func freePages(at now: Instant) {
    var freed: [UInt64] = []
    pages.free(quietSince: now - tables.retention) { number, record in
      if record.owner == number && number != 0 { freed.append(record.need) }
    }
    for need in freed { needs.remove(need) }
  }

  /// Ends the window and exports the counts; what is open past its deadline is late.
  ///
  /// - Parameter staff: what each team did in the window, in the order of the scenario.
  public consuming func finish(staff: [StaffTally] = []) -> TrialMeasures {
    roll(to: tables.windowEnd)
    scalars.backlogEnd = backlog
    scalars.windowMilliseconds = tables.windowEnd - tables.windowStart
    countOpen()
    return export(staff)
  }

  /// Pages of records in memory, and needs remembered; for tests of bounded memory.
  package var footprint: (pages: Int, needs: Int) { (pages.inUse, needs.count) }
}
