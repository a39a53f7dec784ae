import AppealCore
import CivicTime

/// Commands that mostly make sense, and some that do not, with a clock that jumps, rests, and lands
/// on and just before alarms.
struct RandomCommands {
  /// Monday 2018-03-05 08:00 in the district.
  static let start = Instant(milliseconds: 1_520_208_000_000)
  /// Few open appeals keep the audit cheap and make them meet.
  static let population = 16

  var random: SplitMix
  let policy: Policy
  var reference: UInt64 = 0
  var open: [AppealNumber] = []
  var ended: [AppealNumber] = []
  var sides: [Side] = []

  init(seed: UInt64, policy: Policy) {
    random = SplitMix(seed: seed)
    self.policy = policy
  }

  mutating func instant(after now: Instant, _ core: borrowing AppealCore) -> Instant {
    let alarm = core.nextAlarmOrDistantFuture
    switch random.below(40) {
    case 0..<14: return now
    case 14..<24: return now + .minutes(Int64(random.below(30)))
    case 24..<30: return now + .hours(Int64(random.below(5)))
    case 30: return now + .days(Int64(random.below(5)))
    case 31: return now - 1
    case 32..<36: return alarm == .distantFuture ? now : max(now, alarm)
    case 36: return alarm == .distantFuture ? now : max(now, alarm - 1)
    default: return now + Int64(random.below(2_000))
    }
  }

  mutating func command(_ core: borrowing AppealCore) -> Command {
    if core.openAppeals < Self.population && random.chance(1, in: 7) { return submission(core) }
    if !sides.isEmpty && random.chance(1, in: 6) { return sideCommand() }
    if random.chance(1, in: 60) { return systemCommand() }
    let number = someAppeal(core)
    guard let view = core.view(of: number), random.chance(4, in: 5) else {
      return anything(number, core)
    }
    switch view.status {
    case .listed:
      let staff = random.chance(1, in: 50) ? .none : StaffID(rawValue: UInt32(random.below(9)))
      return .take(view.list, by: staff)
    case .held: return step(view, core)
    case .suspended: return random.chance(3, in: 4) ? .resume(number) : anything(number, core)
    case .merged: return anything(number, core)
    case .closed, .cancelled: return afterwards(view)
    }
  }

  /// What the journal says is open.
  mutating func learn(_ entry: JournalEntry) {
    switch entry.change {
    case .submitted, .reopened: open.append(entry.appeal)
    case .closed, .cancelled:
      open.removeAll { $0 == entry.appeal }
      ended = ended.suffix(4) + [entry.appeal]
    default: break
    }
    learnSides(entry)
  }

  /// Mostly an open appeal, sometimes one ended lately, forgotten, or yet to come.
  mutating func someAppeal(_ core: borrowing AppealCore) -> AppealNumber {
    if !open.isEmpty && random.chance(6, in: 7) { return random.pick(open) }
    if !ended.isEmpty && random.chance(4, in: 5) { return random.pick(ended) }
    return AppealNumber(max(0, core.acceptedAppeals + 1 - random.below(Self.population)))
  }

  private mutating func submission(_ core: borrowing AppealCore) -> Command {
    if !random.chance(1, in: 12) { reference += 1 }
    return .submit(
      Submission(
        reference: reference &* 0x9E37_79B9_7F4A_7C15,
        contactAt: core.now == .distantPast
          ? Self.start
          : core.now - Int64(random.below(1_000)) + (random.chance(1, in: 40) ? .days(9) : 0),
        channel: ChannelID(
          random.below(policy.channels.count + (random.chance(1, in: 30) ? 1 : 0))),
        leaf: leaf(), nature: random.pick(Nature.allCases),
        community: CommunityID(
          random.below(policy.places.communities.count + (random.chance(1, in: 30) ? 1 : 0)))),
      details())
  }

  mutating func leaf() -> LeafID {
    let known = random.chance(1, in: 8) ? policy.allLeaves.count : policy.form.leaves.count
    return LeafID(random.below(known + (random.chance(1, in: 30) ? 1 : 0)))
  }

  mutating func unit() -> UnitID {
    UnitID(random.below(policy.units.count + (random.chance(1, in: 30) ? 1 : 0)))
  }

  /// What the node at which a held appeal stands asks for.
  private mutating func step(_ view: AppealView, _ core: borrowing AppealCore) -> Command {
    if random.chance(1, in: 12) { return .putBack(view.number) }
    if random.chance(1, in: 6) { return measureStep(view, core) }
    switch view.node {
    case .accept: return .accept(view.number)
    case .file: return .file(view.number, random.chance(1, in: 2) ? view.leaf : leaf())
    case .dispatch:
      if view.awaitsArbitration && random.chance(5, in: 6) {
        return .arbitrate(view.number, upheld: random.chance(1, in: 2))
      }
      let unit = unit()
      let post = core.dispatchingPost(of: unit)
      if post == .none || post == view.list || random.chance(1, in: 4) {
        return .dispatch(view.number, to: unit)
      }
      return .handOver(view.number, to: post)
    case .signIn: return random.chance(1, in: 5) ? sendBack(view.number) : .signIn(view.number)
    case .handle: return random.chance(1, in: 8) ? sendBack(view.number) : .handle(view.number)
    case .feedback: return .feedback(view.number, evidence: random.chance(2, in: 3))
    case .verify: return .verify(view.number, passed: random.chance(2, in: 3))
    case .close, .appraise: return .close(view.number, evidence: random.chance(2, in: 3))
    }
  }

  private mutating func sendBack(_ number: AppealNumber) -> Command {
    .sendBack(number, random.pick(ReturnGround.allCases))
  }

  private mutating func afterwards(_ view: AppealView) -> Command {
    if random.chance(1, in: 3) { return measureAfterwards(view) }
    return usualAfterwards(view.number)
  }

  mutating func usualAfterwards(_ number: AppealNumber) -> Command {
    if random.chance(1, in: 3) { return .reopen(number, random.pick(ReopenGround.allCases)) }
    let scores = (0..<4).map { _ in UInt8(random.chance(1, in: 20) ? 6 : 1 + random.below(5)) }
    return .appraise(
      number,
      Appraisal(speed: scores[0], result: scores[1], attitude: scores[2], system: scores[3]))
  }

  private mutating func anything(_ number: AppealNumber, _ core: borrowing AppealCore) -> Command {
    if random.chance(1, in: 2) { return anyMeasure(number, core) }
    return switch random.below(16) {
    case 0: .putBack(number)
    case 1: .accept(number)
    case 2: .file(number, leaf())
    case 3, 4: .handOver(number, to: ListID(random.below(core.listCount + 1)))
    case 5: .dispatch(number, to: unit())
    case 6: sendBack(number)
    case 7: .handle(number)
    case 8: .verify(number, passed: true)
    case 9: .close(number, evidence: random.chance(1, in: 2))
    case 10:
      .extend(number, by: random.pick([.working(.hours(2)), .elapsed(-1), .elapsed(.days(1))]))
    case 11, 12: .suspend(number, random.pick(SuspensionGround.allCases))
    case 13: .cancel(number, random.pick(CancelGround.allCases))
    case 14: .merge(number, into: someAppeal(core))
    default: usualAfterwards(number)
    }
  }
}
