import CivicTime

/// 正向激励: points for an early close and for five stars.
extension AppealCore {
  func reactToClose(_ entry: JournalEntry, _ journal: inout JournalBuffer) {
    guard let credits = tables.measures.credits, credits.earlyClose > 0,
      case .closed(let index) = directory[entry.appeal]
    else { return }
    let grave = tombstones[index]
    let isOwn = grave.pointee.flags.isDisjoint(with: [.merged, .cancelled, .breached, .replied])
    guard isOwn, grave.pointee.unit != .none, grave.pointee.reopenings == 0,
      grave.pointee.extensions == 0,
      grave.pointee.due < .distantFuture,
      entry.at <= share(credits.earlyWithin, grave.pointee.submittedAt, grave.pointee.due)
    else { return }
    journalCredit(grave.pointee.unit, .earlyClose, credits.earlyClose, entry, &journal)
  }

  func reactToStars(
    _ entry: JournalEntry, _ scores: Appraisal, _ journal: inout JournalBuffer
  ) {
    guard let credits = tables.measures.credits, credits.fiveStars > 0, scores.quarters == 20,
      case .closed(let index) = directory[entry.appeal], tombstones[index].pointee.unit != .none
    else { return }
    journalCredit(
      tombstones[index].pointee.unit, .fiveStars, credits.fiveStars, entry, &journal)
  }

  private func journalCredit(
    _ unit: UnitID, _ reason: CreditReason, _ points: UInt8, _ entry: JournalEntry,
    _ journal: inout JournalBuffer
  ) {
    journal.append(
      JournalEntry(
        at: entry.at, appeal: entry.appeal, change: .credited(unit, reason, points: points)))
  }

  mutating func evolveCredited(_ unit: UnitID, _ points: UInt8) {
    ledgers[unit].pointee.credits += UInt32(points)
  }
}
