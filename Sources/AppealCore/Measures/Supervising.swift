import CivicTime

/// 监督问责: the ladder rings rung by rung, each once until the appeal is reopened; evidence of
/// shirking and idling is noted against unit and person, post and grid officers included.
extension AppealCore {
  /// When the next rung of an appeal rings follows from its deadline.
  @inline(__always)
  mutating func resetRung(_ index: UInt32) {
    guard let ladder = tables.measures.supervision else { return }
    let slot = slots[index]
    slot.pointee.rungAt = rungInstant(slot, ladder)
  }

  /// Before the deadline is missed, only the first rung rings; afterwards those above, their spans
  /// counted from the miss (or from the re-derivation that made the deadline one of the past).
  func rungInstant(
    _ slot: UnsafeMutablePointer<AppealSlot>, _ ladder: Supervision
  ) -> Instant {
    let (due, from) = (slot.pointee.due, slot.pointee.clockFrom)
    guard due < .distantFuture, let rung = Rung(rawValue: slot.pointee.rung) else {
      return .distantFuture
    }
    if rung == .remind {
      let isKey = !slot.pointee.tags.isDisjoint(with: tables.measures.tags.key)
      return share(isKey ? ladder.closeRemindAt : ladder.remindAt, from, due)
    }
    guard slot.pointee.flags.contains(.breached), clock.covers(from) else { return .distantFuture }
    // A missed deadline comes first.
    return max(clock.deadline(for: ladder.span(of: rung), from: from), from + 1)
  }

  /// The instant when a percentage of the time to the deadline has passed.
  func share(_ percent: Int64, _ start: Instant, _ due: Instant) -> Instant {
    due == .distantFuture ? due : start + max(due - start, 0) / 100 * percent
  }

  /// Against whoever has the task now: the unit, else the post or the grid officers.
  func rungChange(_ slot: UnsafeMutablePointer<AppealSlot>) -> Change {
    let rung = Rung(rawValue: slot.pointee.rung) ?? .account
    let (list, staff) = (slot.pointee.list, slot.pointee.holder)
    if let unit = tables.unit(of: list) { return .rung(rung, unit, staff) }
    return .listRung(rung, list, staff)
  }

  mutating func evolveRung(_ entry: JournalEntry, _ rung: Rung) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(slot.pointee.rung == rung.rawValue, "the journal rings a rung out of turn")
    slot.pointee.rung = tables.measures.supervision?.rung(after: rung)?.rawValue ?? Rung.afterLast
    ledgers[row(of: slot.pointee.list)].pointee.rungs += 1
    resetRung(index)
    resetAlarm(index)
  }

  /// Shirking: a return without a ground, or one more by a unit that returned it before or that the
  /// form names. A unit that gets what is not its own, after others did, does not shirk.
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
    let owner = tables.owner(of: slot.pointee.leaf, in: slot.pointee.street)
    if slot.pointee.returns > 0, unit == owner || slot.pointee.returners.contains(unit) {
      journal.append(
        JournalEntry(
          at: now, appeal: slot.pointee.number, change: .evidence(.pingPong, unit, staff)))
    }
  }

  /// Idling: nobody has taken it since it came to whoever has it now, past the limit of the node.
  func reactToNodeBreach(_ entry: JournalEntry, _ journal: inout JournalBuffer) {
    guard tables.measures.supervision != nil else { return }
    let slot = slots[slotIndex(entry.appeal)]
    guard !slot.pointee.flags.contains(.touched) else { return }
    let (list, staff) = (slot.pointee.list, slot.pointee.holder)
    let unit = tables.unit(of: list)
    journal.append(
      JournalEntry(
        at: entry.at, appeal: entry.appeal,
        change: unit.map { .evidence(.untouched, $0, staff) }
          ?? .listEvidence(.untouched, list, staff)))
  }

  mutating func evolveEvidence(_ kind: EvidenceKind, _ list: ListID) {
    let ledger = ledgers[row(of: list)]
    switch kind {
    case .groundlessReturn: ledger.pointee.groundlessReturns += 1
    case .pingPong: ledger.pointee.pingPongs += 1
    case .untouched: ledger.pointee.untouched += 1
    }
  }

  /// Held to account once between two bulletins.
  func reactToEvidence(
    _ entry: JournalEntry, _ list: ListID, _ staff: StaffID, _ journal: inout JournalBuffer
  ) {
    let ledger = ledgers[row(of: list)]
    guard let threshold = tables.measures.supervision?.evidenceThreshold, threshold > 0,
      ledger.pointee.evidence >= threshold, !ledger.pointee.isHeldToAccount
    else { return }
    let unit = tables.unit(of: list)
    journal.append(
      JournalEntry(
        at: entry.at, appeal: entry.appeal,
        change: unit.map { .heldToAccount($0, staff) } ?? .listHeldToAccount(list, staff)))
  }

  mutating func evolveHeldToAccount(_ list: ListID) {
    ledgers[row(of: list)].pointee.isHeldToAccount = true
  }
}

extension Supervision {
  /// The span after a missed deadline at which a rung rings; none for the first, which is no span.
  func span(of rung: Rung) -> Target {
    switch rung {
    case .remind: .none
    case .supervise: supervise
    case .notice: notice
    case .account: account
    }
  }

  /// The next rung that has a span; nil after the last. One that is left out silences none above.
  func rung(after rung: Rung) -> Rung? {
    Rung.allCases.first { $0.rawValue > rung.rawValue && span(of: $0) != .none }
  }
}

extension Rung {
  /// Above the last.
  static let afterLast: UInt8 = 4
}
