import CivicTime

/// The full check of the invariants of an appeals system, for tests and fault runs.
extension AppealCore {
  /// Stops the process, naming the invariant, if the state breaks one. O(appeals in memory).
  package func audit() {
    lists.audit()
    alarms.audit()
    auditDirectory()
    auditLists()
    auditTombstones()
    auditSideTasks()
  }

  /// Invariant 1: every appeal exactly once; and all counts agree.
  private func auditDirectory() {
    var (open, merged, ended, listed, alarmed) = (0, 0, 0, 0, 0)
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      precondition(number.index <= acceptedAppeals, "an appeal that was never submitted")
      switch directory[number] {
      case .open(let index):
        let slot = slots[index].pointee
        precondition(slot.number == number, "the directory points at another appeal")
        precondition(
          references[slot.reference] == number.rawValue, "an open appeal lost its reference")
        open += 1
        if slot.place == .merged { merged += 1 }
        if slot.place == .listed { listed += 1 }
        if slot.alarm != .distantFuture { alarmed += 1 }
        audit(slot, index)
      case .closed(let index):
        let grave = tombstones[index].pointee
        precondition(grave.number == number, "the directory points at another tombstone")
        precondition(
          references[grave.reference] == number.rawValue, "a tombstone lost its reference")
        precondition(!grave.flags.contains(.lifted), "a lifted tombstone is in use")
        ended += 1
      case .none: break
      }
    }
    precondition(open == slots.liveCount, "open appeals and slots disagree")
    precondition(merged == mergedAppeals, "merged appeals are miscounted")
    precondition(
      listed + listedSides == lists.totalCount, "open tasks and work lists disagree")
    precondition(alarmed == alarms.count, "alarms and running clocks disagree")
    precondition(references.count == open + ended, "references and appeals in memory disagree")
  }

  private func audit(_ slot: AppealSlot, _ index: UInt32) {
    auditPlace(slot, index)
    auditClocks(slot, index)
    auditChildren(slot)
    precondition(slot.leaf.index < tables.leafCount, "an appeal of no category")
    precondition(
      Int(slot.workflow) < tables.workflowCount
        && (slot.flags.contains(.migrated)
          || slot.workflow == tables.rule(slot.leaf, slot.nature).workflow),
      "an appeal follows another workflow than the rules choose")
    precondition(slot.returns <= tables.returns.limit, "more returns than allowed")
    precondition(slot.rank == rank(of: slots[index]), "a rank that does not follow")
    precondition(
      slot.tags.isSubset(of: tables.measures.tags.known), "a tag that is not registered")
    auditSupports(slot)
    precondition(slot.submittedAt <= slot.countedFrom && slot.countedFrom <= now, "odd times")
  }

  /// Invariants 2 and 6: one lead unit between dispatch and close, and one place for every task.
  private func auditPlace(_ slot: AppealSlot, _ index: UInt32) {
    let onList = lists.heap(ofSlot: TaskSlot.appeal(index))
    switch slot.place {
    case .listed:
      precondition(onList == slot.list.index, "a listed task is not on its list")
      precondition(slot.holder == .none, "a listed task is held")
    case .held, .suspended, .merged:
      precondition(onList == nil, "a task is on a list and elsewhere")
      precondition(slot.place == .held || slot.holder == .none, "an absent task is held")
    }
    guard slot.place != .merged else { return }
    switch slot.node.performer {
    case .post:
      precondition(slot.unit == .none, "a lead unit before dispatch")
      precondition(
        tables.isPost(slot.list) && slot.post == slot.list, "a post's task on another's list")
    case .unit:
      precondition(slot.unit.index < tables.unitCount, "no lead unit after dispatch")
      precondition(slot.list == tables.list(of: slot.unit), "a unit's task on another's list")
    case .verifier:
      precondition(slot.unit.index < tables.unitCount, "no lead unit at verification")
      precondition(slot.list == tables.verifiers(in: slot.street), "verified in another street")
    case .holder: break
    case .citizen: preconditionFailure("an open appeal waits for its appraisal")
    }
  }

  /// Invariants 3 and 5: deadlines follow from the limits unless a ground changed them; one alarm.
  private func auditClocks(_ slot: AppealSlot, _ index: UInt32) {
    let alarm = slot.alarm
    precondition(
      alarms.key(ofSlot: index)?.instant
        == (alarm == .distantFuture ? nil : alarm.milliseconds),
      "an alarm rings at another time than its clocks")
    precondition(alarm >= now, "an alarm was not rung")
    if slot.flags.contains(.granted) || slot.flags.contains(.dueByMode) {
      precondition(slot.flags.contains(.prolonged), "time was given without a ground")
    }
    if !slot.flags.contains(.prolonged) && !slot.flags.contains(.migrated)
      && slot.place != .merged
    {
      precondition(isDueByLimits(slot), "a deadline was changed without a ground")
    }
    if slot.flags.contains(.breached) {
      precondition(slot.due < now, "a breach before its deadline")
    }
    if slot.flags.contains(.nodeBreached) {
      precondition(slot.nodeDue < now, "a node's breach before its deadline")
    }
    precondition(slot.rung <= 4, "a rung beyond the last")
    // While it does not run, what they count from stands still.
    guard slot.alarmsRun else { return }
    precondition(
      slot.clockFrom >= slot.countedFrom && slot.clockFrom <= now, "the ladder counts from nowhere")
    let rungAt = tables.measures.supervision.map { rungInstant(slots[index], $0) }
    precondition(slot.rungAt == rungAt ?? .distantFuture, "a rung rings at another time")
    precondition(slot.chaseAt == chaseInstant(slot), "the chaser steps in at another time")
  }

  /// When the chaser must step in; the distant future if it need not, or has.
  private func chaseInstant(_ slot: AppealSlot) -> Instant {
    let percent = tables.measures.lanes[Int(slot.lane.rawValue)].chaseAt
    if slot.lane == .common || slot.flags.contains(.chased) || percent < 0 { return .distantFuture }
    return share(percent, slot.clockFrom, slot.due)
  }

  /// Whether the deadline is what one of the limits says that may apply.
  private func isDueByLimits(_ slot: AppealSlot) -> Bool {
    let usual = tables.targets[Int(tables.rule(slot.leaf, slot.nature).target)]
    let campaign = tables.measures.campaigns.target(of: slot.campaign)
    let emergency = tables.measures.emergency?.target ?? .none
    return [usual, campaign, emergency].contains {
      slot.due == clock.deadline(for: $0, from: slot.countedFrom)
    }
  }

  /// Supporting units only beside a lead, and as many as are counted.
  private func auditSupports(_ slot: AppealSlot) {
    var (supports, index) = (UInt8(0), slot.firstSide)
    while index != .max {
      let side = sideTasks[index].pointee
      precondition(side.isLive && side.number == slot.number, "a side task of another appeal")
      if side.kind == .support { supports += 1 }
      precondition(
        side.rank == slot.rank && side.due == slot.due, "a side task does not follow its appeal")
      index = side.next
    }
    precondition(supports == slot.supports, "supporting units are miscounted")
    precondition(supports == 0 || slot.unit != .none, "a supporting unit without a lead")
  }

  private var listedSides: Int {
    (0..<sideTasks.highest).reduce(0) { count, index in
      let side = sideTasks[UInt32(index)].pointee
      return count + (side.isLive && side.place == .listed ? 1 : 0)
    }
  }

  /// Invariant 6 for side tasks: each is found, and on its list or in one pair of hands.
  private func auditSideTasks() {
    var live = 0
    for index in 0..<sideTasks.highest {
      let side = sideTasks[UInt32(index)].pointee
      guard side.isLive else { continue }
      live += 1
      precondition(sideIndex[side.key] == UInt32(index) + 1, "a side task nobody finds")
      let onList = lists.heap(ofSlot: TaskSlot.side(UInt32(index)))
      precondition(
        onList == (side.place == .listed ? side.list.index : nil),
        "a side task is not where it should be")
      precondition((side.place == .held) == (side.holder != .none), "a side task half held")
      if case .closed = directory[side.number] {
        precondition(side.kind == .liability || side.kind == .callBack, "support after the close")
      }
    }
    precondition(live == sideTasks.liveCount && live == sideIndex.count, "side tasks are lost")
  }

  private func auditChildren(_ slot: AppealSlot) {
    precondition((slot.place == .merged) == (slot.parent != .none), "merged into nothing")
    if slot.place == .merged {
      precondition(slot.firstChild == .none, "a merged appeal has others merged into it")
    }
    var child = slot.firstChild
    var last = AppealNumber.none
    while child != .none {
      guard case .open(let index) = directory[child] else {
        preconditionFailure("an appeal merged into an open one has ended")
      }
      precondition(slots[index].pointee.parent == slot.number, "merged into another appeal")
      last = child
      child = slots[index].pointee.nextSibling
    }
    precondition(last == slot.lastChild, "the last merged appeal is lost")
  }

  /// Every list is ordered by the keys that its tasks have now.
  private func auditLists() {
    for list in 0..<tables.listCount {
      for position in 0..<lists.count(in: list) {
        let item = lists.item(atPosition: position, in: list)
        if TaskSlot.isSide(item.slot) { continue }
        let slot = slots[TaskSlot.index(item.slot)].pointee
        let key = TaskKey(
          tables.order, rank: slot.rank, due: slot.due, number: slot.number)
        precondition(
          slot.place == .listed && key.urgency == item.key.urgency
            && key.number == item.key.number,
          "a work list is ordered by an old key")
      }
    }
  }

  /// Tombstones lie in order of time, and those of the past are gone.
  private func auditTombstones() {
    let usual = auditTombstones(oldestTombstone, newestTombstone)
    let suggestions = auditTombstones(oldestSuggestion, newestSuggestion)
    precondition(usual + suggestions == tombstones.liveCount, "tombstones are lost")
  }

  /// - Returns: how many there are from `first` to `last`.
  private func auditTombstones(_ first: UInt32, _ last: UInt32) -> Int {
    var index = first
    var count = 0
    var previous = Instant.distantPast
    while index != .max {
      let grave = tombstones[index].pointee
      precondition(grave.closedAt >= previous, "tombstones out of order")
      precondition(
        grave.closedAt + memory(of: grave.nature) >= now, "a closed appeal was not forgotten")
      if !grave.flags.contains(.lifted) {
        precondition(directory[grave.number] == .closed(index), "a tombstone nobody finds")
      }
      count += 1
      previous = grave.closedAt
      if grave.next == .max { precondition(index == last, "a broken chain") }
      index = grave.next
    }
    return count
  }
}
