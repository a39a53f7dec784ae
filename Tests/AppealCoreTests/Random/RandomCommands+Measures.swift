import AppealCore
import CivicTime

/// Commands of the measures, and the side tasks that the journal says are open.
extension RandomCommands {
  struct Side {
    var appeal: AppealNumber
    var kind: SideTaskKind
    var list: ListID
    var isHeld = false
  }

  mutating func details() -> Submission.Details {
    if random.chance(1, in: 3) { return .usual }
    return Submission.Details(
      citizen: random.chance(1, in: 40) ? 1 << 40 : UInt64(random.below(5)),
      textKey: UInt32(random.below(4)),
      traits: random.chance(1, in: 5) ? .photos : [.structured, .photos],
      lane: random.pick(Lane.allCases))
  }

  mutating func learnSides(_ entry: JournalEntry) {
    let number = entry.appeal
    switch entry.change {
    case .sideTaskOpened(let kind, let list, _):
      sides.append(Side(appeal: number, kind: kind, list: list))
    case .sideTaskTaken(let list, _): hold(number, list, true)
    case .sideTaskPutBack(let list): hold(number, list, false)
    case .supportWithdrawn(let unit):
      let list = ListID(policy.dispatch.posts.count + unit.index)
      sides.removeAll { $0.appeal == number && $0.list == list }
    case .sideTaskDone(_, let list, _):
      sides.removeAll { $0.appeal == number && $0.list == list }
    case .sentBack: sides.removeAll { $0.appeal == number && $0.kind == .support }
    case .closed, .cancelled, .merged:
      sides.removeAll { $0.appeal == number && ($0.kind == .support || $0.kind == .chase) }
    default: break
    }
  }

  private mutating func hold(_ appeal: AppealNumber, _ list: ListID, _ held: Bool) {
    for index in sides.indices where sides[index].appeal == appeal && sides[index].list == list {
      sides[index].isHeld = held
    }
  }

  mutating func sideCommand() -> Command {
    let side = random.pick(sides)
    guard side.isHeld else { return .take(side.list, by: StaffID(rawValue: 20)) }
    if random.chance(1, in: 8) { return .putBackSide(side.appeal, side.list) }
    switch side.kind {
    case .support:
      if random.chance(1, in: 6) {
        return .withdrawSupport(
          side.appeal, UnitID(side.list.index - policy.dispatch.posts.count))
      }
      return .finishSupport(side.appeal, UnitID(side.list.index - policy.dispatch.posts.count))
    case .liability: return .settleLiability(side.appeal, liable: unit())
    case .callBack: return .callBack(side.appeal, solved: random.chance(1, in: 2))
    case .chase: return .chase(side.appeal)
    }
  }

  mutating func systemCommand() -> Command {
    if random.chance(1, in: 12) { return .changeForm }
    let street = StreetID(
      random.below(policy.places.streets.count + (random.chance(1, in: 9) ? 1 : 0)))
    return .setMode(street, random.pick(Mode.allCases))
  }

  /// What a measure allows with a task in hands.
  mutating func measureStep(_ view: AppealView, _ core: borrowing AppealCore) -> Command {
    switch view.node {
    case .accept, .file:
      return .replyInstantly(view.number, core.answer(for: view.number) ?? answer())
    case .dispatch:
      return .handOver(view.number, to: ListID(random.below(policy.dispatch.posts.count)))
    case .signIn, .handle:
      return random.chance(1, in: 3) ? .dispute(view.number) : .support(view.number, by: unit())
    default: return anyMeasure(view.number, core)
    }
  }

  mutating func measureAfterwards(_ view: AppealView) -> Command {
    if view.isReplied && random.chance(2, in: 3) { return .rejectReply(view.number) }
    if view.nature == .suggestion { return adopt(view.number, view.adoption) }
    return .appraise(view.number, random.chance(1, in: 2) ? .all(1) : .all(5))
  }

  private mutating func adopt(_ number: AppealNumber, _ state: AdoptionState) -> Command {
    let next = AdoptionState.allCases.filter { state.leads(to: $0) }
    let wild = next.isEmpty || random.chance(1, in: 5)
    return .adopt(number, random.pick(wild ? AdoptionState.allCases : next))
  }

  private mutating func answer() -> AnswerID {
    random.chance(1, in: 2) ? .original : AnswerID(random.below(6))
  }

  mutating func anyMeasure(_ number: AppealNumber, _ core: borrowing AppealCore) -> Command {
    let tag = TagID(random.below(policy.measures.tags.kinds.count + 1))
    return switch random.below(19) {
    case 0: .replyInstantly(number, core.answer(for: number) ?? answer())
    case 1: .rejectReply(number)
    case 2, 3, 4: .tag(number, tag)
    case 5, 6: .untag(number, tag)
    case 7: .arbitrate(number, upheld: random.chance(1, in: 2))
    case 8, 9: .support(number, by: unit())
    case 10: .finishSupport(number, unit())
    case 11: .dispute(number)
    case 12: .settleLiability(number, liable: unit())
    case 13: .callBack(number, solved: false)
    case 14: .chase(number)
    case 18: .withdrawSupport(number, unit())
    case 15: .putBackSide(number, ListID(random.below(core.listCount)))
    default: adopt(number, core.view(of: number)?.adoption ?? .received)
    }
  }
}
