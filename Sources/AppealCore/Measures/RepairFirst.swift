import CivicTime

/// 先抢修、再问责: the unit that was sent repairs, and may dispute that it was its duty. A liability
/// case runs beside, and names who is liable.
extension AppealCore {
  func decideDispute(
    _ appeal: AppealNumber, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try running(appeal, now)]
    guard tables.measures.leafFlags[slot.pointee.leaf.index].contains(.repairFirst) else {
      throw .notInForce
    }
    guard slot.pointee.node.performer == .unit else { throw .wrongNode(slot.pointee.node) }
    guard slot.pointee.place == .held else { throw .notInHands }
    let desk = tables.desk(of: .liability)
    guard !slot.pointee.flags.contains(.disputed), sideTask(appeal, on: desk) == nil else {
      throw .alreadyDisputed
    }
    journal.append(JournalEntry(at: now, appeal: appeal, change: .disputed(slot.pointee.unit)))
    openSide(
      .liability, desk, clock.deadline(for: tables.measures.settleLiability, from: now),
      of: appeal, now, &journal)
  }

  mutating func evolveDisputed(_ entry: JournalEntry) {
    slots[slotIndex(entry.appeal)].pointee.flags.insert(.disputed)
  }

  func decideSettle(
    _ appeal: AppealNumber, _ liable: UnitID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard liable.index < tables.unitCount else { throw .unknownUnit }
    try decideFinishSide(
      .liability, tables.desk(of: .liability), outcome: liable.rawValue, of: appeal, now, &journal)
  }
}
