import CivicTime

/// 监督问责: the ladder rings rung by rung, each once until the appeal is reopened; evidence of
/// shirking and idling is noted against unit and person.
extension AppealCore {
  /// When the next rung of an appeal rings follows from its deadline.
  @inline(__always)
  mutating func resetRung(_ index: UInt32) {
    guard let ladder = tables.measures.supervision else { return }
    let slot = slots[index]
    slot.pointee.rungAt = rungInstant(slot, ladder)
  }

  func rungInstant(
    _ slot: UnsafeMutablePointer<AppealSlot>, _ ladder: Supervision
  ) -> Instant {
    let due = slot.pointee.due
    guard due < .distantFuture, let rung = Rung(rawValue: slot.pointee.rung) else {
      return .distantFuture
    }
    let target: Target
    switch rung {
    case .remind:
      let isKey = !slot.pointee.tags.isDisjoint(with: tables.measures.tags.key)
      return share(isKey ? ladder.closeRemindAt : ladder.remindAt, slot.pointee.countedFrom, due)
    case .supervise: target = ladder.supervise
    case .notice: target = ladder.notice
    case .account: target = ladder.account
    }
    guard target != .none, clock.covers(due) else { return .distantFuture }
    // A missed deadline comes first.
    return max(clock.deadline(for: target, from: due), due + 1)
  }

  /// The instant when a percentage of the time to the deadline has passed.
  func share(_ percent: Int64, _ start: Instant, _ due: Instant) -> Instant {
    due == .distantFuture ? due : start + max(due - start, 0) / 100 * percent
  }

  func rungChange(_ slot: UnsafeMutablePointer<AppealSlot>) -> Change {
    .rung(Rung(rawValue: slot.pointee.rung) ?? .account, slot.pointee.unit, slot.pointee.holder)
  }

  mutating func evolveRung(_ entry: JournalEntry, _ rung: Rung, _ unit: UnitID) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(slot.pointee.rung == rung.rawValue, "the journal rings a rung out of turn")
    slot.pointee.rung += 1
    if unit != .none { ledgers[unit].pointee.rungs += 1 }
    resetRung(index)
    resetAlarm(index)
  }

  /// Shirking: a return without a ground, or one more return.
  func journalShirking(
    _ slot: UnsafeMutablePointer<AppealSlot>, _ ground: ReturnGround, _ now: Instant,
    _ journal: inout JournalBuffer
  ) {
    guard tables.measures.supervision != nil else { return }
    let (unit, staff) = (slot.pointee.unit, slot.pointee.holder)
    if ground == .none {
      journal.append(
        JournalEntry(
          at: now, appeal: slot.pointee.number, change: .evidence(.groundlessReturn, unit, staff)))
    }
    if slot.pointee.returns > 0 {
      journal.append(
        JournalEntry(
          at: now, appeal: slot.pointee.number, change: .evidence(.pingPong, unit, staff)))
    }
  }

  /// Idling: the unit has not touched it within the limit of its first node.
  func reactToNodeBreach(
    _ entry: JournalEntry, _ node: Node, _ journal: inout JournalBuffer
  ) {
    guard tables.measures.supervision != nil else { return }
    let slot = slots[slotIndex(entry.appeal)]
    guard node == .signIn || (node == .handle && slot.pointee.place == .listed) else { return }
    journal.append(
      JournalEntry(
        at: entry.at, appeal: entry.appeal,
        change: .evidence(.untouched, slot.pointee.unit, slot.pointee.holder)))
  }

  mutating func evolveEvidence(_ kind: EvidenceKind, _ unit: UnitID) {
    switch kind {
    case .groundlessReturn: ledgers[unit].pointee.groundlessReturns += 1
    case .pingPong: ledgers[unit].pointee.pingPongs += 1
    case .untouched: ledgers[unit].pointee.untouched += 1
    }
  }

  /// Held to account once between two bulletins.
  func reactToEvidence(
    _ entry: JournalEntry, _ unit: UnitID, _ staff: StaffID, _ journal: inout JournalBuffer
  ) {
    guard let threshold = tables.measures.supervision?.evidenceThreshold, threshold > 0,
      ledgers[unit].pointee.evidence >= threshold, !ledgers[unit].pointee.isHeldToAccount
    else { return }
    journal.append(
      JournalEntry(at: entry.at, appeal: entry.appeal, change: .heldToAccount(unit, staff)))
  }

  mutating func evolveHeldToAccount(_ unit: UnitID) {
    ledgers[unit].pointee.isHeldToAccount = true
  }
}
