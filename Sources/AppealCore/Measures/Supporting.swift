import CivicTime

/// 并联派件 and its alternative: supporting units beside the lead unit, all at once or one after
/// another. The lead unit reports when all have joined; in series its own part comes last.
extension AppealCore {
  func decideSupport(
    _ appeal: AppealNumber, _ unit: UnitID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard let rules = tables.measures.support else { throw .notInForce }
    let slot = slots[try running(appeal, now)]
    guard unit.index < tables.unitCount else { throw .unknownUnit }
    guard slot.pointee.node == .signIn || slot.pointee.node == .handle else {
      throw .wrongNode(slot.pointee.node)
    }
    guard unit != slot.pointee.unit, slot.pointee.supports < rules.limit,
      sideTask(appeal, on: tables.list(of: unit)) == nil
    else { throw .cannotSupport }
    if rules.order == .serial && slot.pointee.supports > 0 {
      journal.append(JournalEntry(at: now, appeal: appeal, change: .supportPlanned(unit)))
    } else {
      openSide(.support, tables.list(of: unit), slot.pointee.due, of: appeal, now, &journal)
    }
  }

  /// A unit that was asked in error goes, whether its turn has come or not: it cannot block for ever.
  func decideWithdrawSupport(
    _ appeal: AppealNumber, _ unit: UnitID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    _ = try open(appeal, now)
    guard unit.index < tables.unitCount else { throw .unknownUnit }
    guard let index = sideTask(appeal, on: tables.list(of: unit)),
      sideTasks[index].pointee.kind == .support
    else { throw .unknownSideTask }
    journal.append(JournalEntry(at: now, appeal: appeal, change: .supportWithdrawn(unit)))
  }

  mutating func evolveSupportPlanned(_ entry: JournalEntry, _ unit: UnitID) {
    let due = slots[slotIndex(entry.appeal)].pointee.due
    _ = addSide(.support, tables.list(of: unit), due, of: entry.appeal)
  }

  /// The next in series has its turn.
  func reactToJoin(_ entry: JournalEntry, _ journal: inout JournalBuffer) {
    guard tables.measures.support?.order == .serial else { return }
    var index = slots[slotIndex(entry.appeal)].pointee.firstSide
    while index != .max {
      let side = sideTasks[index]
      if side.pointee.kind == .support {
        guard side.pointee.place == .planned else { return }
        let due = slots[slotIndex(entry.appeal)].pointee.due
        return openSide(
          .support, side.pointee.list, due, of: entry.appeal, entry.at, &journal)
      }
      index = side.pointee.next
    }
  }

  /// - Throws: `supportPending` where `node` must not be completed before all have joined.
  func requireJoined(
    _ slot: UnsafeMutablePointer<AppealSlot>, at node: Node
  ) throws(Refusal) {
    guard slot.pointee.supports > 0 else { return }
    let isSerial = tables.measures.support?.order == .serial
    let leaves = tables.next(after: node, in: slot.pointee.workflow) == .verify
    if node != .handle || isSerial || leaves { throw .supportPending }
  }
}
