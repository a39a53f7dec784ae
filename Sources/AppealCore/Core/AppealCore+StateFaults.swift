import CivicTime

/// How an open appeal fits the rules and the rest of the state.
extension AppealCore {
  /// Whether an open appeal agrees with the rules, its side tasks and those merged into it; its
  /// place on a list and its alarm apart.
  func stateFault(_ slot: SlotPointer) -> String? {
    let isByRule =
      slot.pointee.flags.contains(.migrated)
      || slot.pointee.workflow == tables.rule(slot.pointee.leaf, slot.pointee.nature).workflow
    if !isByRule { return "it follows another workflow than the rules choose" }
    if slot.pointee.rank != rank(of: slot) { return "a rank that does not follow" }
    return placeFault(slot) ?? clockFault(slot) ?? linkFault(slot) ?? sidesFault(slot)
  }

  /// Invariants 2 and 6: one lead unit between dispatch and close, and one place for every task.
  private func placeFault(_ slot: SlotPointer) -> String? {
    if (slot.pointee.place == .held) != (slot.pointee.holder != .none) {
      return "a task half held"
    }
    if slot.pointee.relieved != .none && slot.pointee.node != .dispatch {
      return "it awaits arbitration elsewhere than at the dispatch"
    }
    let (unit, list) = (slot.pointee.unit, slot.pointee.list)
    switch slot.pointee.node.performer {
    case .post:
      if unit != .none { return "a lead unit before dispatch" }
      if !tables.isPost(list) || slot.pointee.post != list {
        return "a post's task on another's list"
      }
    case .unit:
      if unit == .none { return "no lead unit after dispatch" }
      if list != tables.list(of: unit) { return "a unit's task on another's list" }
    case .verifier:
      if unit == .none { return "no lead unit at verification" }
      if list != tables.verifiers(in: slot.pointee.street) { return "verified in another street" }
    case .holder, .citizen: break
    }
    return nil
  }

  /// Invariants 3 and 5: deadlines follow from the limits unless a ground changed them; one alarm.
  private func clockFault(_ slot: SlotPointer) -> String? {
    if slot.pointee.alarm < now { return "an alarm was not rung" }
    let flags = slot.pointee.flags
    if !flags.isDisjoint(with: [.granted, .dueByMode]) && !flags.contains(.prolonged) {
      return "time was given without a ground"
    }
    let isFree = !flags.isDisjoint(with: [.prolonged, .migrated])
    if !isFree && slot.pointee.place != .merged && !isDueByLimits(slot.pointee) {
      return "a deadline was changed without a ground"
    }
    if flags.contains(.breached) && slot.pointee.due >= now {
      return "a breach before its deadline"
    }
    if flags.contains(.nodeBreached) && slot.pointee.nodeDue >= now {
      return "a node's breach before its deadline"
    }
    return ladderFault(slot)
  }

  /// Rungs and chaser count from `clockFrom`; while the clocks stand still, that is a span, and
  /// what rings afterwards is worked out anew.
  private func ladderFault(_ slot: SlotPointer) -> String? {
    let (from, runs) = (slot.pointee.clockFrom, slot.pointee.alarmsRun)
    let start = runs ? from : now + from.milliseconds
    if start < slot.pointee.countedFrom || start > now { return "the ladder counts from nowhere" }
    guard let ladder = tables.measures.supervision else {
      return slot.pointee.rungAt == .distantFuture
        ? chaseFault(slot) : "a rung of a ladder that is not there"
    }
    if runs && slot.pointee.rungAt != rungInstant(slot, ladder) {
      return "a rung rings at another time"
    }
    return chaseFault(slot)
  }

  /// When the chaser must step in; the distant future if it need not, or has.
  private func chaseFault(_ slot: SlotPointer) -> String? {
    let percent = tables.measures.lanes[Int(slot.pointee.lane.rawValue)].chaseAt
    let steps =
      slot.pointee.lane != .common && !slot.pointee.flags.contains(.chased) && percent >= 0
    if steps && !slot.pointee.alarmsRun { return nil }
    let chaseAt =
      steps ? share(percent, slot.pointee.clockFrom, slot.pointee.due) : .distantFuture
    return slot.pointee.chaseAt == chaseAt ? nil : "the chaser steps in at another time"
  }

  /// Whether the deadline is what one of the limits says that may apply.
  private func isDueByLimits(_ slot: AppealSlot) -> Bool {
    let usual = tables.targets[Int(tables.rule(slot.leaf, slot.nature).target)]
    if slot.due == clock.deadline(for: usual, from: slot.countedFrom) { return true }
    let campaign = tables.measures.campaigns.target(of: slot.campaign)
    let emergency = tables.measures.emergency?.target ?? .none
    return [campaign, emergency].contains {
      slot.due == clock.deadline(for: $0, from: slot.countedFrom)
    }
  }

  /// What was merged into an open appeal; merged ones have none of their own.
  private func linkFault(_ slot: SlotPointer) -> String? {
    let isMerged = slot.pointee.place == .merged
    if isMerged != (slot.pointee.parent != .none) { return "merged into nothing" }
    if isMerged {
      return slot.pointee.firstChild == .none && slot.pointee.lastChild == .none
        ? nil : "a merged appeal has others merged into it"
    }
    if slot.pointee.nextSibling != .none { return "a sibling of what is not merged" }
    var (child, last, steps) = (slot.pointee.firstChild, AppealNumber.none, 0)
    while child != .none {
      guard case .open(let index) = directory[child] else {
        return "an appeal merged into an open one has ended"
      }
      if slots[index].pointee.parent != slot.pointee.number { return "merged into another appeal" }
      steps += 1
      if steps > mergedAppeals { return "merged appeals go round in a circle" }
      last = child
      child = slots[index].pointee.nextSibling
    }
    return last == slot.pointee.lastChild ? nil : "the last merged appeal is lost"
  }

  /// How many appeals are merged into one, whose links are sound.
  func childCount(_ slot: SlotPointer) -> Int {
    var (child, count) = (slot.pointee.firstChild, 0)
    while child != .none {
      count += 1
      child = slots[slotIndex(child)].pointee.nextSibling
    }
    return count
  }

  /// Supporting units only beside a lead, and as many as are counted.
  private func sidesFault(_ slot: SlotPointer) -> String? {
    var (supports, index) = (0, slot.pointee.firstSide)
    if index != .max && slot.pointee.place == .merged { return "a merged appeal has side tasks" }
    while index != .max {
      let side = sideTasks[index].pointee
      if !side.isLive || side.number != slot.pointee.number {
        return "a side task of another appeal"
      }
      if let fault = sideFault(side) { return fault }
      if side.kind.outlives { return "a side task ends too soon" }
      if side.rank != slot.pointee.rank || side.due != slot.pointee.due {
        return "a side task does not follow its appeal"
      }
      if side.kind == .support {
        supports += 1
        if side.list == slot.pointee.list { return "a lead unit supports itself" }
      }
      index = side.next
    }
    if supports != Int(slot.pointee.supports) { return "supporting units are miscounted" }
    if supports > 0 && slot.pointee.unit == .none { return "a supporting unit without a lead" }
    return nil
  }
}
