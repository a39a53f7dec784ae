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
    let rule = tables.rule(grave.pointee.leaf, grave.pointee.nature)
    let due = try overallDeadline(rule, from: now)
    let unit = grave.pointee.unit
    journal.append(
      JournalEntry(
        at: now, appeal: appeal,
        change: .reopened(
          ground, list: unit == .none ? grave.pointee.post : tables.list(of: unit), due: due,
          nodeDue: nodeDeadline(reopeningNode(of: grave.pointee), from: now))))
  }

  private func reopeningNode(of grave: Tombstone) -> Node {
    grave.unit == .none ? tables.firstNodes[Int(grave.workflow)] : .handle
  }

  mutating func evolveReopened(
    _ entry: JournalEntry, _ list: ListID, _ due: Instant, _ nodeDue: Instant
  ) {
    guard case .closed(let grave) = directory[entry.appeal] else {
      preconditionFailure("the journal reopens an appeal that is not closed")
    }
    let old = tombstones[grave].pointee
    let index = slots.claim()
    slots[index].initialize(
      to: AppealSlot(
        due: due, nodeDue: nodeDue, number: old.number, list: list, leaf: old.leaf,
        unit: old.unit, post: old.post, workflow: old.workflow, nature: old.nature,
        node: reopeningNode(of: old), rank: tables.rule(old.leaf, old.nature).rank,
        street: tables.streets[old.community.index], community: old.community,
        returns: old.returns, redos: old.redos,
        reopenings: old.reopenings == .max ? .max : old.reopenings + 1,
        extensions: old.extensions, reference: old.reference, contactAt: old.contactAt,
        submittedAt: old.submittedAt, countedFrom: entry.at, reportedLeaf: old.leaf,
        channel: old.channel))
    tombstones[grave].pointee.flags.insert(.lifted)
    directory.move(entry.appeal, to: .open(index))
    enlist(index, on: list)
    resetAlarm(index)
  }
}
