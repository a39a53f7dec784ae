import CivicTime

/// Tasks beside the appeal's own, on the same work lists: support, liability, call-back, chase.
/// Support and chase end with the appeal; a liability case and a call-back outlive its close.
extension AppealCore {
  /// The index of a side task.
  func sideTask(_ appeal: AppealNumber, on list: ListID) -> UInt32? {
    sideIndex[SideTask.key(appeal, list)].map { $0 - 1 }
  }

  func openSide(
    _ kind: SideTaskKind, _ list: ListID, _ due: Instant, of appeal: AppealNumber, _ now: Instant,
    _ journal: inout JournalBuffer
  ) {
    journal.append(
      JournalEntry(
        at: now, appeal: appeal, change: .sideTaskOpened(kind, list: list, due: due)))
  }

  mutating func evolveSideOpened(
    _ entry: JournalEntry, _ kind: SideTaskKind, _ list: ListID, _ due: Instant
  ) {
    let index: UInt32
    if let planned = sideTask(entry.appeal, on: list) {
      precondition(
        sideTasks[planned].pointee.place == .planned, "the journal opens a side task twice")
      index = planned
    } else {
      index = addSide(kind, list, due, of: entry.appeal)
    }
    sideTasks[index].pointee.place = .listed
    sideTasks[index].pointee.due = due
    enlistSide(index)
    if kind == .chase {
      let appeal = slotIndex(entry.appeal)
      slots[appeal].pointee.chaseAt = .distantFuture
      slots[appeal].pointee.flags.insert(.chased)
      resetAlarm(appeal)
    }
  }

  /// A new side task, planned; those that end with the appeal are linked to it, the newest last.
  mutating func addSide(
    _ kind: SideTaskKind, _ list: ListID, _ due: Instant, of appeal: AppealNumber
  ) -> UInt32 {
    let index = sideTasks.claim()
    var rank = Rank.normal
    if case .open(let slot) = directory[appeal] { rank = slots[slot].pointee.rank }
    sideTasks[index].initialize(
      to: SideTask(due: due, number: appeal, list: list, kind: kind, place: .planned, rank: rank))
    sideIndex.insert(SideTask.key(appeal, list), index + 1)
    if kind == .support || kind == .chase { link(index, to: slotIndex(appeal)) }
    return index
  }

  private mutating func link(_ index: UInt32, to appeal: UInt32) {
    let slot = slots[appeal]
    if sideTasks[index].pointee.kind == .support { slot.pointee.supports += 1 }
    guard slot.pointee.firstSide != .max else {
      slot.pointee.firstSide = index
      return
    }
    var last = slot.pointee.firstSide
    while sideTasks[last].pointee.next != .max { last = sideTasks[last].pointee.next }
    sideTasks[last].pointee.next = index
  }

  private mutating func unlink(_ index: UInt32, from appeal: UInt32) {
    let slot = slots[appeal]
    if sideTasks[index].pointee.kind == .support { slot.pointee.supports -= 1 }
    if slot.pointee.firstSide == index {
      slot.pointee.firstSide = sideTasks[index].pointee.next
      return
    }
    var before = slot.pointee.firstSide
    while sideTasks[before].pointee.next != index { before = sideTasks[before].pointee.next }
    sideTasks[before].pointee.next = sideTasks[index].pointee.next
  }

  private mutating func enlistSide(_ index: UInt32) {
    let side = sideTasks[index]
    side.pointee.holder = .none
    lists.insert(
      slot: TaskSlot.side(index), key: sideKey(index), into: side.pointee.list.index)
  }

  private func sideKey(_ index: UInt32) -> TaskKey {
    let side = sideTasks[index]
    return TaskKey(
      tables.order, rank: side.pointee.rank, due: side.pointee.due, number: side.pointee.number)
  }

  /// Side tasks that end with an appeal have its rank and deadline, when those change too.
  @inline(never)
  mutating func followSides(_ appeal: UInt32) {
    let slot = slots[appeal]
    var index = slot.pointee.firstSide
    while index != .max {
      let side = sideTasks[index]
      side.pointee.rank = slot.pointee.rank
      side.pointee.due = slot.pointee.due
      if side.pointee.place == .listed {
        lists.rekey(slot: TaskSlot.side(index), to: sideKey(index))
      }
      index = side.pointee.next
    }
  }

  mutating func evolveSideTaken(_ entry: JournalEntry, _ list: ListID, _ staff: StaffID) {
    let index = existingSide(entry.appeal, list, .listed)
    lists.remove(slot: TaskSlot.side(index))
    sideTasks[index].pointee.place = .held
    sideTasks[index].pointee.holder = staff
  }

  func decidePutBackSide(
    _ appeal: AppealNumber, _ list: ListID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard let index = sideTask(appeal, on: list) else { throw .unknownSideTask }
    guard sideTasks[index].pointee.place == .held else { throw .notInHands }
    journal.append(JournalEntry(at: now, appeal: appeal, change: .sideTaskPutBack(list: list)))
  }

  mutating func evolveSidePutBack(_ entry: JournalEntry, _ list: ListID) {
    let index = existingSide(entry.appeal, list, .held)
    sideTasks[index].pointee.place = .listed
    enlistSide(index)
  }

  /// Completes a side task that somebody holds.
  func decideFinishSide(
    _ kind: SideTaskKind, _ list: ListID, outcome: UInt16 = 0, of appeal: AppealNumber,
    _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard let index = sideTask(appeal, on: list), sideTasks[index].pointee.kind == kind else {
      throw .unknownSideTask
    }
    guard sideTasks[index].pointee.place == .held else { throw .notInHands }
    journal.append(
      JournalEntry(
        at: now, appeal: appeal, change: .sideTaskDone(kind, list: list, outcome: outcome)))
  }

  mutating func evolveSideDone(_ entry: JournalEntry, _ kind: SideTaskKind, _ list: ListID) {
    let index = existingSide(entry.appeal, list, .held)
    if kind == .support || kind == .chase { unlink(index, from: slotIndex(entry.appeal)) }
    removeSide(index)
  }

  mutating func evolveSupportWithdrawn(_ entry: JournalEntry, _ unit: UnitID) {
    guard let index = sideTask(entry.appeal, on: tables.list(of: unit)) else {
      preconditionFailure("the journal withdraws a support that is not there")
    }
    if sideTasks[index].pointee.place == .listed { lists.remove(slot: TaskSlot.side(index)) }
    unlink(index, from: slotIndex(entry.appeal))
    removeSide(index)
  }

  /// Support ends with its lead unit.
  mutating func dropSupports(of appeal: UInt32) {
    var index = slots[appeal].pointee.firstSide
    while index != .max {
      let side = sideTasks[index].pointee
      if side.kind == .support {
        if side.place == .listed { lists.remove(slot: TaskSlot.side(index)) }
        unlink(index, from: appeal)
        removeSide(index)
      }
      index = side.next
    }
  }

  /// Support and chase end with the appeal.
  mutating func dropSides(of appeal: UInt32) {
    let slot = slots[appeal]
    var index = slot.pointee.firstSide
    while index != .max {
      let next = sideTasks[index].pointee.next
      if sideTasks[index].pointee.place == .listed { lists.remove(slot: TaskSlot.side(index)) }
      removeSide(index)
      index = next
    }
    slot.pointee.firstSide = .max
    slot.pointee.supports = 0
  }

  private mutating func removeSide(_ index: UInt32) {
    sideIndex.remove(sideTasks[index].pointee.key)
    sideTasks[index].pointee.isLive = false
    sideTasks.release(index)
  }

  private func existingSide(
    _ appeal: AppealNumber, _ list: ListID, _ place: SideTask.Place
  ) -> UInt32 {
    guard let index = sideTask(appeal, on: list), sideTasks[index].pointee.place == place else {
      preconditionFailure("the journal speaks of a side task that is not there")
    }
    return index
  }
}
