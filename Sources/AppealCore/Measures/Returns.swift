import CivicTime

/// 退件: a unit sends the appeal back to the post that dispatched it, a limited number of times;
/// repeated returns go to the top of the tree. A first handler may ask once, with a ground, and the
/// top post arbitrates.
extension AppealCore {
  func decideSendBack(
    _ appeal: AppealNumber, _ ground: ReturnGround, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try running(appeal, now)]
    let node = slot.pointee.node
    guard node == .signIn || node == .handle else { throw .wrongNode(node) }
    guard slot.pointee.place == .held else { throw .notInHands }
    guard slot.pointee.returns < tables.returns.limit else { throw .returnNotAllowed }
    let isFirstHandler = tables.measures.hasFirstHandler
    // Only what cannot be repaired as reported comes back; no ground is no way around.
    if ground != .insufficientFacts,
      tables.measures.leafFlags[slot.pointee.leaf.index].contains(.repairFirst)
    {
      throw .repairFirst
    }
    if isFirstHandler {
      if ground == .none { throw .groundRequired }
      if slot.pointee.flags.contains(.arbitrated) { throw .returnNotAllowed }
    }
    let escalates =
      isFirstHandler || slot.pointee.returns + 1 >= tables.returns.escalateFrom
    journalShirking(slot, ground, now, &journal)
    journal.append(
      JournalEntry(
        at: now, appeal: appeal,
        change: .sentBack(
          slot.pointee.unit, ground, list: escalates ? tables.topPost : slot.pointee.post,
          nodeDue: nodeDeadline(.dispatch, from: now))))
  }

  mutating func evolveSentBack(
    _ entry: JournalEntry, _ unit: UnitID, _ list: ListID, _ nodeDue: Instant
  ) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(
      slot.pointee.place == .held && slot.pointee.unit == unit,
      "the journal returns an appeal that its unit does not hold")
    slot.pointee.returns += 1
    slot.pointee.returners.insert(unit)
    slot.pointee.flags.remove(.touched)
    ledgers[unit].pointee.returns += 1
    dropSupports(of: index)
    if tables.measures.hasFirstHandler { slot.pointee.relieved = unit }
    slot.pointee.unit = .none
    slot.pointee.post = list
    arrive(index, at: .dispatch, due: nodeDue)
    enlist(index, on: list)
  }
}
