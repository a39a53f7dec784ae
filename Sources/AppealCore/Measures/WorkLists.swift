import CivicTime

/// Staff take the first task of a list, and may put it back undone.
extension AppealCore {
  func decideTake(
    _ list: ListID, _ staff: StaffID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard list.index < tables.listCount else { throw .unknownList }
    guard staff != .none else { throw .unknownStaff }
    guard let first = lists.peek(in: list.index) else { throw .listEmpty }
    let isSide = TaskSlot.isSide(first.slot)
    journal.append(
      JournalEntry(
        at: now, appeal: AppealNumber(rawValue: first.key.number),
        change: isSide ? .sideTaskTaken(list: list, by: staff) : .taken(list: list, by: staff)))
  }

  @inline(__always)
  mutating func evolveTaken(_ entry: JournalEntry, _ list: ListID, _ staff: StaffID) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(
      slot.pointee.place == .listed && slot.pointee.list == list,
      "the journal takes a task from a list it is not on")
    lists.remove(slot: TaskSlot.appeal(index))
    slot.pointee.place = .held
    slot.pointee.flags.insert(.touched)
    slot.pointee.holder = staff
  }

  func decidePutBack(
    _ appeal: AppealNumber, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try running(appeal, now)]
    guard slot.pointee.place == .held else { throw .notInHands }
    journal.append(
      JournalEntry(at: now, appeal: appeal, change: .putBack(list: slot.pointee.list)))
  }

  mutating func evolvePutBack(_ entry: JournalEntry, _ list: ListID) {
    let index = slotIndex(entry.appeal)
    precondition(
      slots[index].pointee.place == .held, "the journal puts a task back that nobody holds")
    enlist(index, on: list)
  }
}
