import CivicTime

/// 首办负责制: the top post decides on the one return of a first handler: another unit, or the same,
/// which then leads on.
extension AppealCore {
  func decideArbitrate(
    _ appeal: AppealNumber, _ upheld: Bool, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try held(appeal, at: .dispatch, now)]
    let unit = slot.pointee.relieved
    guard unit != .none else { throw .nothingToArbitrate }
    journal.append(
      JournalEntry(at: now, appeal: appeal, change: .arbitrated(unit, upheld: upheld)))
    if !upheld { journalDispatch(slot, unit, now, &journal) }
  }

  mutating func evolveArbitrated(_ entry: JournalEntry, _ unit: UnitID) {
    let slot = slots[heldIndex(entry.appeal, at: .dispatch)]
    precondition(slot.pointee.relieved == unit, "the journal arbitrates for another unit")
    slot.pointee.relieved = .none
    slot.pointee.flags.insert(.arbitrated)
  }
}
