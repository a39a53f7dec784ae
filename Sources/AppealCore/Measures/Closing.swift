import CivicTime

/// 结案 by whoever holds the appeal at its last node, and cancellation at any. The appeals merged
/// into it end with it, each by an entry of its own, in the order of merging; but one citizen's
/// withdrawal does not withdraw what others brought.
extension AppealCore {
  func decideClose(
    _ appeal: AppealNumber, _ evidence: Bool, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let index = try held(appeal, at: .close, now)
    let slot = slots[index]
    try requireJoined(slot, at: .close)
    // Else the gate was at feedback.
    if !evidence, tables.needsEvidence[slot.pointee.leaf.index],
      !tables.givesFeedback[Int(slot.pointee.workflow)]
    {
      throw .evidenceRequired
    }
    journalEnd(index, .closed(.close), now, &journal)
  }

  func decideCancel(
    _ appeal: AppealNumber, _ ground: CancelGround, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let index = try open(appeal, now)
    // Outside the district are all of them.
    guard ground != .outsideDistrict else {
      return journalEnd(index, .cancelled(ground), now, &journal)
    }
    journalSuccession(slots[index], now, &journal)
    journal.append(JournalEntry(at: now, appeal: appeal, change: .cancelled(ground)))
  }

  func journalEnd(
    _ index: UInt32, _ change: Change, _ now: Instant, _ journal: inout JournalBuffer
  ) {
    let slot = slots[index]
    journal.append(JournalEntry(at: now, appeal: slot.pointee.number, change: change))
    var child = slot.pointee.firstChild
    while child != .none {
      journal.append(JournalEntry(at: now, appeal: child, change: change))
      child = slots[slotIndex(child)].pointee.nextSibling
    }
  }

  mutating func evolveClosed(_ entry: JournalEntry) {
    let index = slotIndex(entry.appeal)
    let place = slots[index].pointee.place
    precondition(
      place == .merged || (place == .held && slots[index].pointee.node == .close)
        || slots[index].pointee.flags.contains(.replied),
      "the journal closes an appeal that nobody holds at its last node")
    closedAppeals += 1
    if place == .merged { mergedAppeals -= 1 }
    countClose(slots[index], at: entry.at)
    learnUnit(slots[index])
    bury(index, flags: place == .merged ? .merged : [])
  }

  private mutating func countClose(_ slot: UnsafeMutablePointer<AppealSlot>, at now: Instant) {
    guard slot.pointee.unit != .none else { return }
    ledgers[slot.pointee.unit].pointee.closed += 1
    if slot.pointee.due >= now { ledgers[slot.pointee.unit].pointee.closedOnTime += 1 }
  }

  mutating func evolveCancelled(_ entry: JournalEntry) {
    let index = slotIndex(entry.appeal)
    let place = slots[index].pointee.place
    cancelledAppeals += 1
    if place == .merged { mergedAppeals -= 1 }
    bury(index, flags: place == .merged ? [.cancelled, .merged] : .cancelled)
  }
}
