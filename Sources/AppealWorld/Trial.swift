import AppealCore
import CivicTime
import Demand
import EventEngine
import RandomStreams

/// One replication of one scenario: citizens and staff in virtual time around the real core.
///
/// The host folds `journal` after each `advance()` and empties it:
///
///     var trial = try Trial(plan: plan, seed: 1, replication: 0)
///     repeat {
///       more = trial.advance()
///       measures.fold(trial.journal)  // `trial.truths` says what each appeal is really about
///       trial.journal.removeAll()
///     } while more
///
/// Functions of the event loop that change nothing are `mutating` all the same: called from another
/// such function, a borrowed `self` would be copied whole, and it is large.
///
/// Trials share no mutable object; each runs on one thread. Memory grows with the backlog.
public struct Trial: ~Copyable {
  /// Entries since the host last emptied it.
  public var journal = JournalBuffer()
  /// The truth of each appeal that the world registered since then, in the order of the journal.
  public internal(set) var truths: [NeedTruth] = []
  public let windowStart: Instant
  public let windowEnd: Instant
  public internal(set) var counters = TrialCounters()
  /// The commands given so far, while it records.
  public var tape = CommandTape()

  let plan: WorldPlan
  let host: CoreHost
  var needs: NeedSource
  /// The next need, not yet in contact; false once demand is over.
  var pending = Need()
  var hasPending = true
  let polls: PollingSchedule
  let mix: ChannelMix
  let finalUnits: FinalUnits?
  var stream: RandomStream
  var events = FutureEventList<WorldEvent>()
  var cases = CaseTable()
  var caseOfNumber = CaseIndexByNumber()
  /// The unit whose duty it is, of appeals whose liability is not settled yet.
  var liabilities: [AppealNumber: UnitID] = [:]
  var crews: Crews
  let tables: WorldTables
  let officeClock: WorkingClock
  var now: Instant
  private var lastInstant: Instant { windowEnd - 1 }
  /// Entries of `journal` the world has already reacted to.
  var settled = 0
  /// The last stamp given to a wait.
  var stamp: UInt32 = 0
  var callPost: CallPost

  /// - Parameter recording: whether `tape` records from the very first command, those of an opening
  ///   backlog included.
  /// - Throws: `WorldPlanError` naming what is wrong with the plan.
  public init(
    plan: WorldPlan, seed: UInt64, replication: UInt32, recording: Bool = false
  ) throws(WorldPlanError) {
    try plan.validate()
    let plan = plan.withDesksServed()
    let surroundings = try plan.surroundings(seed: seed, replication: replication)
    let mix = try plan.channelMix()
    let core = try Self.makeCore(plan)
    self.plan = plan
    windowStart = plan.windowStart
    windowEnd = plan.windowEnd
    stream = RandomStream(seed: seed, replication: replication)
    needs = NeedSource(
      plan: plan.demand, days: surroundings.days, seed: seed, replication: replication)
    polls = surroundings.polls
    self.mix = mix
    finalUnits = plan.responsibility.finalUnits
    crews = Crews(plan, listCount: core.listCount, at: plan.runInStart)
    host = CoreHost(core)
    tables = WorldTables(plan)
    officeClock = plan.policy.calendar.clock
    callPost = CallPost(plan.callAnswering)
    now = plan.runInStart
    tape.isRecording = recording
    scheduleChanges()
    hasPending = needs.next(into: &pending)
    openBacklog()
    awaitContact()
  }

  /// Running hash of the core's journal.
  public var coreChain: UInt64 { core.chain }

  var core: AppealCore {
    @inline(__always) _read { yield host.core }
    @inline(__always) nonmutating _modify { yield &host.core }
  }

  private static func makeCore(_ plan: WorldPlan) throws(WorldPlanError) -> AppealCore {
    do { return try AppealCore(policy: plan.policy) } catch { throw .policy("\(error)") }
  }

  /// Appeals open now.
  public var openAppeals: Int { core.openAppeals }

  /// Runs until the journal holds a batch of entries, or to the end of the window.
  /// False when the trial is over.
  public mutating func advance() -> Bool {
    if journal.isEmpty { truths.removeAll(keepingCapacity: true) }
    settled = journal.count
    while journal.count < 4_096 {
      if tables.part.heedsAlarms { ringAlarms() }
      guard let event = events.pop(through: lastInstant) else {
        finish()
        return false
      }
      now = event.time
      counters.events += 1
      handle(event.payload)
      settle()
    }
    counters.entries += journal.count
    return true
  }

  private mutating func handle(_ event: WorldEvent) {
    switch event {
    case .contact: contact()
    case .registration(let index): register(index)
    case .repeatEnquiry(let number): repeatEnquiry(number)
    case .done(let crew, let head): finishTask(crew, head)
    case .waitOver(let number, let stamp): waitOver(number, stamp)
    case .opening(let crew): open(crew)
    case .appraisal(let number, let appraisal): appraised(number, appraisal)
    default: handleSeldom(event)
    }
  }

  @inline(never)
  private mutating func handleSeldom(_ event: WorldEvent) {
    switch event {
    case .furtherContact(let index): furtherContact(index)
    case .rejection(let number): rejectReply(number)
    case .withdrawal(let number): withdraw(number)
    case .adoption(let number, let state): issue(.adopt(number, state))
    case .call(let index): call(index)
    case .hangUp(let index, let stamp): hangUp(index, stamp)
    case .talkOver(let index, let agents): endTalk(index, agents)
    case .agentsOpening(let agents): openAgents(agents)
    case .formChange: issue(.changeForm)
    case .modeSwitch(let street, let mode): issue(.setMode(street, mode))
    default: preconditionFailure("an event that nobody handles")
    }
  }

  /// Lets the system ring what is due before the next event, where people heed it at once.
  private mutating func ringAlarms() {
    while true {
      let alarm = core.nextAlarmOrDistantFuture
      guard alarm <= lastInstant, alarm <= events.nextTime() ?? .distantFuture else { return }
      now = max(now, alarm)
      let place = host.place
      place.pointee.advance(to: alarm, into: &journal)
      settle()
    }
  }

  /// What happens on given dates.
  private mutating func scheduleChanges() {
    if let date = plan.formChangesAt { schedule(.formChange, at: max(date, now), .calendar) }
    for item in plan.modeSwitches {
      schedule(.modeSwitch(item.street, item.mode), at: max(item.at, now), .calendar)
    }
  }

  private mutating func finish() {
    let place = host.place
    while let alarm = core.nextAlarm, alarm <= windowEnd {
      place.pointee.advance(to: alarm, into: &journal)
    }
    counters.entries += journal.count
  }

  /// What would happen after the window never happens. What a negative span puts into the past
  /// happens now.
  @inline(__always)
  mutating func schedule(_ event: WorldEvent, at time: Instant, _ priority: EventPriority) {
    if time < windowEnd { events.schedule(event, at: max(time, now), priority: priority) }
  }

  /// Gives a command that may put the case's task on a list.
  @discardableResult
  mutating func pass(_ index: CaseIndex, _ command: Command) -> Bool {
    cases[index].queuedAt = now
    return issue(command)
  }

  /// Gives a command to the core and counts refusals: a return that the rules do not allow, an
  /// appraisal that comes too late.
  @discardableResult
  mutating func issue(_ command: Command) -> Bool { refusal(of: command) == nil }

  /// Gives a command to the core; nil if it was carried out.
  mutating func refusal(of command: Command) -> Refusal? {
    counters.commands += 1
    let place = host.place
    let start = journal.count
    do {
      try place.pointee.apply(command, at: now, into: &journal)
      if tape.isRecording { record(command, nil, from: start) }
      return nil
    } catch {
      counters.refusals += 1
      if tape.isRecording { record(command, error, from: start) }
      return error
    }
  }

  @inline(never)
  private mutating func record(_ command: Command, _ refusal: Refusal?, from start: Int) {
    let accepted = AppealNumber(core.acceptedAppeals)
    tape.append(
      command, at: now,
      CommandTape.Answer(
        refusal: refusal, accepted: accepted, taken: taken(by: command, from: start),
        chain: core.chain))
  }

  /// The appeal of the task that a command just took, by its entries from `start` on.
  private func taken(by command: Command, from start: Int) -> AppealNumber {
    guard case .take = command else { return .none }
    for position in start..<journal.count {
      switch journal[position].change {
      case .taken, .sideTaskTaken: return journal[position].appeal
      default: continue
      }
    }
    return .none
  }

  /// 1 within the measured window, to be added to a count; else 0.
  var one: Int { now >= windowStart ? 1 : 0 }

  /// Counts values drawn, for benchmarks.
  @inline(__always)
  mutating func countDraws(_ number: Int) { counters.draws += number }

  @inline(__always)
  mutating func countAppeal() { counters.appeals += 1 }
}
