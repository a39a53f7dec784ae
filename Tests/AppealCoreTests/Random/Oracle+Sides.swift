import AppealCore
import CivicTime

/// Side tasks, each exactly once; credits, scores, evidence and tags that are owed.
extension Oracle {
  /// - Returns: whether it was an entry about a side task.
  mutating func judgeSide(_ entry: JournalEntry) -> Bool {
    switch entry.change {
    case .supportPlanned(let unit):
      open(entry, .support, list(of: unit), items[entry.appeal]?.due ?? .distantFuture, .planned)
      if let item = items[entry.appeal] { oweTags(item) { $0 == .supported } }
    case .sideTaskOpened(let kind, let list, let due):
      open(entry, kind, list, due, .listed)
    case .sideTaskTaken(let list, _):
      guard let index = side(entry, list, .listed) else { return true }
      expect(
        entry, first(on: list) == Key(entry.appeal, sides[index].kind), "not the first of its list")
      sides[index].place = .held
    case .supportWithdrawn(let unit):
      let list = list(of: unit)
      let index = sides.firstIndex { $0.appeal == entry.appeal && $0.list == list }
      expect(entry, index.map { sides[$0].kind } == .support, "no such support")
      if let index { sides.remove(at: index) }
      oweNextPart(entry)
    case .sideTaskPutBack(let list):
      if let index = side(entry, list, .held) { sides[index].place = .listed }
    case .sideTaskDone(let kind, let list, let outcome): finish(entry, kind, list, outcome)
    default: return false
    }
    return true
  }

  private mutating func side(
    _ entry: JournalEntry, _ list: ListID, _ place: SidePlace
  ) -> Int? {
    let index = sides.firstIndex {
      $0.appeal == entry.appeal && $0.list == list && $0.place == place
    }
    expect(entry, index != nil, "no such side task")
    return index
  }

  private mutating func open(
    _ entry: JournalEntry, _ kind: SideTaskKind, _ list: ListID, _ due: Instant, _ place: SidePlace
  ) {
    let known = sides.firstIndex { $0.appeal == entry.appeal && $0.list == list }
    if let known {
      expect(entry, sides[known].place == .planned && place == .listed, "opened twice")
      pay(entry, "side support on \(list.rawValue)")
      sides[known].place = .listed
    } else {
      let item = items[entry.appeal]
      let rank = item.map { $0.place == .ended ? Rank.normal : self.rank($0) } ?? Rank.normal
      sides.append(
        Side(
          appeal: entry.appeal, kind: kind, list: list, due: due, place: place, ownRank: rank))
      if kind == .support { checkSupport(entry, place) }
    }
    if kind == .support || kind == .chase {
      expect(entry, due == items[entry.appeal]?.due, "due at another time than the appeal")
    }
    if kind == .chase { items[entry.appeal]?.chased = true }
    if kind == .liability || kind == .callBack { pay(entry, "side \(kind)") }
    if kind == .support, place == .listed, let item = items[entry.appeal] {
      oweTags(item) { $0 == .supported }
    }
  }

  /// Only beside a lead unit that signs in or handles; in series one at a time.
  private mutating func checkSupport(_ entry: JournalEntry, _ place: SidePlace) {
    guard let rules = policy.measures.support, let item = items[entry.appeal] else {
      return note(entry, "no support")
    }
    let others = supports(of: entry.appeal).count
    expect(entry, item.runs && item.unit != .none && others <= rules.limit, "no lead unit")
    expect(entry, item.node == .signIn || item.node == .handle, "not being handled")
    expect(entry, (place == .planned) == (rules.order == .serial && others > 1), "out of turn")
  }

  private mutating func finish(
    _ entry: JournalEntry, _ kind: SideTaskKind, _ list: ListID, _ outcome: UInt16
  ) {
    guard let index = side(entry, list, .held) else { return }
    expect(entry, sides[index].kind == kind, "another side task")
    sides.remove(at: index)
    if kind == .support { oweNextPart(entry) }
    if kind == .callBack, outcome == 0 { oweReopening(entry.appeal, .callBack, entry.at) }
  }

  private mutating func oweNextPart(_ entry: JournalEntry) {
    guard policy.measures.support?.order == .serial,
      let next = supports(of: entry.appeal).first, next.place == .planned
    else { return }
    owe(entry.appeal, "side support on \(next.list.rawValue)")
  }

  /// Feedback, verification and close wait for all; in series handling too.
  mutating func checkJoined(_ entry: JournalEntry, _ item: Item, _ from: Node, _ to: Node) {
    guard !supports(of: item.number).isEmpty else { return }
    let waits =
      from == .feedback
      || (from == .handle && (policy.measures.support?.order == .serial || to == .verify))
    expect(entry, !waits, "supporting units have not joined")
  }

  mutating func dropSides(of number: AppealNumber) {
    sides.removeAll { $0.appeal == number && ($0.kind == .support || $0.kind == .chase) }
  }

  func list(of unit: UnitID) -> ListID { ListID(policy.dispatch.posts.count + unit.index) }

  private mutating func oweReopening(
    _ number: AppealNumber, _ ground: ReopenGround, _ now: Instant
  ) {
    guard let item = items[number], item.place == .ended, !isCancelled(item),
      now - item.closedAt <= policy.windows.reopening
    else { return }
    owe(number, "reopened \(ground)")
  }

  private func isCancelled(_ item: Item) -> Bool { cancelled.contains(item.number) }

  // MARK: - Owed by scores, a close, and the course of things

  mutating func oweScores(_ item: Item, _ scores: Appraisal, _ now: Instant) {
    let sum = [scores.speed, scores.result, scores.attitude, scores.system].reduce(0, +)
    if let credits = policy.measures.credits, credits.fiveStars > 0, sum == 20, item.unit != .none {
      owe(item.number, "credit fiveStars \(credits.fiveStars)")
    }
    guard let low = policy.measures.lowScores, sum <= low.quarters else { return }
    switch low.answer {
    case .reopen: oweReopening(item.number, .lowAppraisal, now)
    case .callBack:
      if !sides.contains(where: { $0.appeal == item.number && $0.kind == .callBack }) {
        owe(item.number, "side callBack")
      }
    }
  }

  mutating func oweEarlyClose(_ entry: JournalEntry, _ item: Item) {
    guard let credits = policy.measures.credits, credits.earlyClose > 0, item.unit != .none,
      item.reopenings == 0, item.extensions == 0, !item.breached, !item.replied,
      item.due < .distantFuture,
      entry.at <= share(credits.earlyWithin, item.submittedAt, item.due)
    else { return }
    owe(item.number, "credit earlyClose \(credits.earlyClose)")
  }

  /// What an entry about an appeal owes once it has taken effect.
  mutating func oweAfter(_ entry: JournalEntry, _ item: Item) {
    switch entry.change {
    case .breached: oweTags(item) { $0 == .overdue }
    case .sentBack: oweTags(item) { $0 == .returned(times: UInt8(item.returns)) }
    case .redone: oweTags(item) { $0 == .redone(times: UInt8(item.redos)) }
    case .reopened: oweTags(item) { $0 == .reopened(times: UInt8(item.reopenings)) }
    case .deadlineChanged(.extended, _): oweTags(item) { $0 == .extended }
    case .rung(let rung, _, _), .listRung(let rung, _, _): oweTags(item) { $0 == .rung(rung) }
    case .disputed: oweTags(item) { $0 == .disputed }
    case .cancelled: cancelled.insert(item.number)
    case .dispatched(let unit, _, _, _): settleLead(item, unit)
    case .handedOver: movedThere.remove(item.number)
    case .nodeBreached:
      if policy.measures.supervision != nil && !item.touched { owe(item.number, "untouched") }
    default: break
    }
  }

  private mutating func settleLead(_ item: Item, _ unit: UnitID) {
    movedThere.remove(item.number)
    let debt = "#\(item.number.rawValue) leads on \(unit.rawValue)"
    owed.removeAll { $0 == debt }
  }

  mutating func oweTags(_ item: Item, _ holds: (TagRule.Condition) -> Bool) {
    let new = tags(holds).subtracting(item.tags)
    if !new.isEmpty { owe(item.number, "tagged \(new.rawValue)") }
  }
}
