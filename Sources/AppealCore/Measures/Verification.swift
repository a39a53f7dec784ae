import CivicTime

/// 核查: a grid officer of the street looks at the place; a failed one sends the appeal back to its
/// lead unit, to do it again.
extension AppealCore {
  func decideVerify(
    _ appeal: AppealNumber, _ passed: Bool, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let index = try held(appeal, at: .verify, now)
    if passed { return complete(index, .verify, now, &journal) }
    let unit = slots[index].pointee.unit
    journal.append(
      JournalEntry(
        at: now, appeal: appeal,
        change: .redone(
          unit, list: tables.list(of: unit), nodeDue: nodeDeadline(.handle, from: now))))
  }

  mutating func evolveRedone(
    _ entry: JournalEntry, _ unit: UnitID, _ list: ListID, _ nodeDue: Instant
  ) {
    let index = heldIndex(entry.appeal, at: .verify)
    let slot = slots[index]
    precondition(slot.pointee.unit == unit, "the journal redoes with another lead unit")
    slot.pointee.redos = slot.pointee.redos &+ (slot.pointee.redos == .max ? 0 : 1)
    slot.pointee.flags.remove(.touched)
    arrive(index, at: .handle, due: nodeDue)
    enlist(index, on: list)
  }
}
