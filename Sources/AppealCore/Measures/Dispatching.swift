import CivicTime

/// Filing (立案), hand-over between posts, and dispatch (派遣) to the lead unit.
extension AppealCore {
  func decideFile(
    _ appeal: AppealNumber, _ leaf: LeafID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try held(appeal, at: .file, now)]
    guard let leaf = leafInForce(leaf) else { throw .unknownLeaf }
    let rule = tables.rule(leaf, slot.pointee.nature)
    var due = slot.pointee.due
    var campaign = slot.pointee.campaign
    if leaf != slot.pointee.leaf {
      campaign = tables.measures.campaigns.campaign(
        leaf, in: slot.pointee.street, at: slot.pointee.submittedAt)
      due = try rederivedDeadline(slot, leaf, campaign)
      // What an extension or a suspension gave is not taken away.
      if slot.pointee.flags.contains(.granted) { due = max(due, slot.pointee.due) }
    }
    let next = tables.next(after: .file, in: rule.workflow)
    journal.append(
      JournalEntry(
        at: now, appeal: appeal,
        change: .filed(
          leaf, workflow: rule.workflow, next: next, nodeDue: nodeDeadline(next, from: now))))
    if campaign != slot.pointee.campaign {
      journal.append(JournalEntry(at: now, appeal: appeal, change: .joinedCampaign(campaign)))
    }
    if leaf != slot.pointee.leaf { journalCorrection(slot, leaf, campaign, now, &journal) }
    guard due != slot.pointee.due else { return }
    journal.append(
      JournalEntry(
        at: now, appeal: appeal, change: .deadlineChanged(.reclassification, due: due)))
  }

  mutating func evolveFiled(
    _ entry: JournalEntry, _ leaf: LeafID, _ workflow: UInt8, _ next: Node, _ nodeDue: Instant
  ) {
    let index = heldIndex(entry.appeal, at: .file)
    let slot = slots[index]
    precondition(
      leaf.index < tables.leafCount && Int(workflow) < tables.workflowCount,
      "the journal was written under another policy")
    slot.pointee.leaf = leaf
    slot.pointee.workflow = workflow
    rerank(index)
    arrive(index, at: next, due: nodeDue)
  }

  func decideHandOver(
    _ appeal: AppealNumber, _ list: ListID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try running(appeal, now)]
    guard slot.pointee.node.performer == .post else { throw .wrongNode(slot.pointee.node) }
    guard slot.pointee.place == .held else { throw .notInHands }
    guard list.index < tables.listCount else { throw .unknownList }
    guard tables.isPost(list), list != slot.pointee.list else { throw .notAPost }
    guard slot.pointee.relieved == .none else { throw .awaitsArbitration }
    guard tables.mayHandOver(from: slot.pointee.list, to: list) else { throw .handOverNotAllowed }
    journal.append(
      JournalEntry(
        at: now, appeal: appeal, change: .handedOver(from: slot.pointee.list, to: list)))
  }

  mutating func evolveHandedOver(_ entry: JournalEntry, _ from: ListID, _ to: ListID) {
    let index = slotIndex(entry.appeal)
    precondition(
      slots[index].pointee.place == .held && slots[index].pointee.list == from,
      "the journal hands over a task that nobody holds there")
    slots[index].pointee.post = to
    slots[index].pointee.flags.remove([.rehomed, .touched])
    enlist(index, on: to)
  }

  func decideDispatch(
    _ appeal: AppealNumber, _ unit: UnitID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try held(appeal, at: .dispatch, now)]
    guard unit.index < tables.unitCount else { throw .unknownUnit }
    guard slot.pointee.relieved == .none else { throw .awaitsArbitration }
    guard mayDispatch(slot, to: unit) else {
      throw .unitOfAnotherPost(tables.unitPosts[unit.index])
    }
    journalDispatch(slot, unit, now, &journal)
  }

  /// In an emergency one post dispatches for the whole street.
  func mayDispatch(_ slot: UnsafeMutablePointer<AppealSlot>, to unit: UnitID) -> Bool {
    let post = tables.unitPosts[unit.index]
    return post == .none || post == slot.pointee.list
      || emergencyPost(of: slot.pointee.street) == slot.pointee.list
  }

  func journalDispatch(
    _ slot: UnsafeMutablePointer<AppealSlot>, _ unit: UnitID, _ now: Instant,
    _ journal: inout JournalBuffer
  ) {
    let next = tables.next(after: .dispatch, in: slot.pointee.workflow)
    journal.append(
      JournalEntry(
        at: now, appeal: slot.pointee.number,
        change: .dispatched(
          unit, next: next, list: tables.list(of: unit),
          nodeDue: nodeDeadline(next, from: now))))
  }

  mutating func evolveDispatched(
    _ entry: JournalEntry, _ unit: UnitID, _ next: Node, _ list: ListID, _ nodeDue: Instant
  ) {
    let index = heldIndex(entry.appeal, at: .dispatch)
    precondition(
      unit.index < tables.unitCount, "the journal was written under another policy")
    slots[index].pointee.unit = unit
    slots[index].pointee.flags.remove([.rehomed, .touched])
    ledgers[unit].pointee.dispatched += 1
    arrive(index, at: next, due: nodeDue)
    enlist(index, on: list)
  }
}
