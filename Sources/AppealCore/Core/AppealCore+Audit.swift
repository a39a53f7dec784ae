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
    var (open, merged, children, ended, listed, alarmed) = (0, 0, 0, 0, 0, 0)
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
        children += childCount(slots[index])
        if slot.place == .listed { listed += 1 }
        if slot.alarm != .distantFuture { alarmed += 1 }
        audit(slot, index)
      case .closed(let index):
        let grave = tombstones[index].pointee
        precondition(grave.number == number, "the directory points at another tombstone")
        precondition(
          references[grave.reference] == number.rawValue, "a tombstone lost its reference")
        if let fault = graveFault(grave) { preconditionFailure(fault) }
        ended += 1
      case .none: break
      }
    }
    precondition(open == slots.liveCount, "open appeals and slots disagree")
    precondition(merged == mergedAppeals, "merged appeals are miscounted")
    precondition(children == merged, "a merged appeal is not among its siblings")
    precondition(
      listed + listedSides == lists.totalCount, "open tasks and work lists disagree")
    precondition(alarmed == alarms.count, "alarms and running clocks disagree")
    precondition(references.count == open + ended, "references and appeals in memory disagree")
  }

  private func audit(_ slot: AppealSlot, _ index: UInt32) {
    if let fault = rangeFault(slots[index]) ?? stateFault(slots[index]) {
      preconditionFailure(fault)
    }
    let onList = lists.heap(ofSlot: TaskSlot.appeal(index))
    precondition(
      onList == (slot.place == .listed ? slot.list.index : nil),
      "a task is not on its list, or on a list and elsewhere")
    let alarm = slot.alarm
    precondition(
      alarms.key(ofSlot: index)?.instant
        == (alarm == .distantFuture ? nil : alarm.milliseconds),
      "an alarm rings at another time than its clocks")
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
      if let fault = sideFault(side) { preconditionFailure(fault) }
      if case .closed = directory[side.number] {
        precondition(side.kind.outlives, "support after the close")
      }
    }
    precondition(live == sideTasks.liveCount && live == sideIndex.count, "side tasks are lost")
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
    precondition(
      usual.all + suggestions.all == tombstones.liveCount, "tombstones are lost")
    precondition(
      usual.lifted + suggestions.lifted == liftedTombstones, "lifted tombstones are miscounted")
  }

  /// How many there are from `first` to `last`.
  private func auditTombstones(_ first: UInt32, _ last: UInt32) -> (all: Int, lifted: Int) {
    var index = first
    var (count, lifted) = (0, 0)
    var previous = Instant.distantPast
    while index != .max {
      let grave = tombstones[index].pointee
      precondition(grave.closedAt >= previous, "tombstones out of order")
      precondition(
        grave.closedAt + memory(of: grave.nature) >= now, "a closed appeal was not forgotten")
      if grave.flags.contains(.lifted) {
        lifted += 1
      } else {
        precondition(directory[grave.number] == .closed(index), "a tombstone nobody finds")
      }
      count += 1
      previous = grave.closedAt
      if grave.next == .max { precondition(index == last, "a broken chain") }
      index = grave.next
    }
    return (count, lifted)
  }
}
