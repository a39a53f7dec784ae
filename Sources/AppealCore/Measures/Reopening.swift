import CivicTime

/// A closed appeal opens again within the window: at its lead unit, to handle it anew, or from the
/// first node at its post if it never had one. Its overall clock starts anew.
extension AppealCore {
  func decideReopen(
    _ appeal: AppealNumber, _ ground: ReopenGround, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let grave = tombstones[try ended(appeal, now)]
    if grave.pointee.flags.contains(.cancelled) { throw .endedWithoutResult }
    guard now <= grave.pointee.closedAt + tables.windows.reopening else {
      throw .reopeningWindowOver
    }
    guard let leaf = leafInForce(grave.pointee.leaf) else { throw .unknownLeaf }
    let street = tables.streets[grave.pointee.community.index]
    let campaign = tables.measures.campaigns.campaign(
      leaf, in: street, at: grave.pointee.submittedAt)
    let due = try overallDeadline(
      tables.rule(leaf, grave.pointee.nature), leaf, street, campaign, from: now)
    let unit = grave.pointee.unit
    journal.append(
      JournalEntry(
        at: now, appeal: appeal,
        change: .reopened(
          ground, list: unit == .none ? grave.pointee.post : tables.list(of: unit), due: due,
          nodeDue: nodeDeadline(reopeningNode(of: grave.pointee), from: now))))
  }

  /// The workflow that the rules choose for an ended appeal.
  func workflow(of grave: Tombstone) -> UInt8 {
    tables.rule(leafInForce(grave.leaf) ?? grave.leaf, grave.nature).workflow
  }

  private func reopeningNode(of grave: Tombstone) -> Node {
    grave.unit == .none ? tables.firstNodes[Int(workflow(of: grave))] : .handle
  }

  mutating func evolveReopened(
    _ entry: JournalEntry, _ ground: ReopenGround, _ list: ListID, _ due: Instant,
    _ nodeDue: Instant
  ) {
    guard case .closed(let grave) = directory[entry.appeal] else {
      preconditionFailure("the journal reopens an appeal that is not closed")
    }
    let old = tombstones[grave].pointee
    let index = slots.claim()
    slots[index].initialize(to: reopened(old, list, due, nodeDue, at: entry.at))
    if ground == .replyRejected || old.flags.contains(.replyRejected) {
      slots[index].pointee.flags.insert(.replyRejected)
    }
    slots[index].pointee.rank = rank(of: slots[index])
    tombstones[grave].pointee.flags.insert(.lifted)
    liftedTombstones += 1
    directory.move(entry.appeal, to: .open(index))
    enlist(index, on: list)
    resetRung(index)
    resetChaser(index)
    resetAlarm(index)
  }

  private func reopened(
    _ old: Tombstone, _ list: ListID, _ due: Instant, _ nodeDue: Instant, at now: Instant
  ) -> AppealSlot {
    let leaf = leafInForce(old.leaf) ?? old.leaf
    let street = tables.streets[old.community.index]
    var slot = AppealSlot(
      due: due, nodeDue: nodeDue, number: old.number, list: list, leaf: leaf, unit: old.unit,
      post: old.post, workflow: workflow(of: old), nature: old.nature,
      node: reopeningNode(of: old), rank: Rank.normal, street: street, community: old.community,
      channel: old.channel, reference: old.reference, contactAt: old.contactAt,
      submittedAt: old.submittedAt, countedFrom: now, clockFrom: now, reportedLeaf: leaf,
      traits: .structured)
    slot.tags = old.tags
    slot.lane = old.lane
    slot.adoption = old.adoption
    slot.campaign = tables.measures.campaigns.campaign(leaf, in: street, at: old.submittedAt)
    slot.returns = old.returns
    slot.redos = old.redos
    slot.reopenings = old.reopenings == .max ? .max : old.reopenings + 1
    slot.extensions = old.extensions
    return slot
  }
}
