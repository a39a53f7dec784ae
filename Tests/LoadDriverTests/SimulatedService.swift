import AppealCore
import CivicTime
import LoadDriver

/// A clock that only tests move.
final class SimulatedClock: LoadClock {
  var time: Int64 = 1_000_000_000_000
  /// Added to every sleep: a driver that wakes late.
  var oversleep: Int64 = 0
  var processor: Int64 = 0

  func now() -> Int64 { time }
  func sleep(until instant: Int64) { time = max(time, instant + oversleep) }
  func processorTime() -> Int64 { processor }
}

/// A core behind a queue, in simulated time: each command takes `cost`, one after the other, and is
/// answered when it is done.
final class SimulatedService: LoadTarget {
  private var core: AppealCore
  private var journal = JournalBuffer()
  private let clock: SimulatedClock
  private let capacity: Int
  private let cost: Int64
  private var freeAt = Int64.min
  private var replies: [LoadReply] = []
  private var taken = 0
  /// Commands begun at or after this point wait for a commit that takes `stall`, once.
  var stallAt = Int64.max
  var stall: Int64 = 0
  /// Answers this command's number with "unknown", and does not carry it out.
  var unknownToken = UInt64.max
  /// The same for the submission that would make this appeal.
  var unknownAppeal = 0
  /// Changes the answer to this command's number.
  var wrongToken = UInt64.max
  private(set) var carriedOut = 0
  private(set) var refused = 0

  init(_ policy: Policy, clock: SimulatedClock, capacity: Int = 8_192, cost: Int64 = 10_000) throws
  {
    core = try AppealCore(policy: policy)
    self.clock = clock
    self.capacity = capacity
    self.cost = cost
  }

  func submit(
    _ command: Command, at instant: Instant, token: UInt64, intended: Int64
  ) -> LoadAdmission {
    let waiting = replies.count - taken - answeredBy(clock.time)
    guard waiting < capacity else { return .busy }
    var begun = max(clock.time, freeAt)
    if begun >= stallAt {
      // The commit before it is the slow one: it holds the writer, not this command's service.
      stallAt = .max
      begun += stall
    }
    freeAt = begun + cost
    replies.append(
      LoadReply(
        token: token, outcome: outcome(command, instant, token), begun: begun, committed: freeAt))
    return .accepted
  }

  private func answeredBy(_ time: Int64) -> Int {
    var count = 0
    while taken + count < replies.count, replies[taken + count].committed <= time { count += 1 }
    return count
  }

  private func outcome(_ command: Command, _ at: Instant, _ token: UInt64) -> LoadReply.Outcome {
    if token == unknownToken { return .unknown }
    if case .submit = command, core.acceptedAppeals + 1 == unknownAppeal {
      unknownAppeal = 0
      return .unknown
    }
    journal.removeAll(keepingCapacity: true)
    do throws(Refusal) {
      try core.apply(command, at: at, into: &journal)
    } catch {
      refused += 1
      return .refused(error)
    }
    carriedOut += 1
    if token == wrongToken { return .refused(.listEmpty) }
    return .done(appeal: AppealNumber(core.acceptedAppeals))
  }

  func nextReply() -> LoadReply? {
    guard taken < replies.count, replies[taken].committed <= clock.time else { return nil }
    taken += 1
    return replies[taken - 1]
  }

  func gauges() -> LoadGauges { LoadGauges(queueDepth: replies.count - taken) }
  var room: Int { 2 * capacity + 1_024 < 1 << 16 ? 1 << 16 : 1 << 18 }
  func chain() -> UInt64? { core.chain }
}
