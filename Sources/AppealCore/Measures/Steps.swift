import CivicTime

/// Completing a node: the next one follows from the appeal's workflow, its list from the performer.
extension AppealCore {
  /// `accept`, `signIn` and `handle`, which need nothing but the task in hands.
  @inline(__always)
  func decideStep(
    _ appeal: AppealNumber, _ node: Node, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let index = try held(appeal, at: node, now)
    if slots[index].pointee.supports > 0 && node == .handle {
      try requireJoined(slots[index], at: node)
    }
    complete(index, node, now, &journal)
  }

  func decideFeedback(
    _ appeal: AppealNumber, _ evidence: Bool, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let index = try held(appeal, at: .feedback, now)
    try requireJoined(slots[index], at: .feedback)
    if tables.needsEvidence[slots[index].pointee.leaf.index] && !evidence {
      throw .evidenceRequired
    }
    complete(index, .feedback, now, &journal)
  }

  /// The appeal leaves `node`: in the same hands, unless the next performer is another.
  @inline(__always)
  func complete(
    _ index: UInt32, _ node: Node, _ now: Instant, _ journal: inout JournalBuffer
  ) {
    let slot = slots[index]
    let next = tables.next(after: node, in: slot.pointee.workflow)
    let nodeDue = nodeDeadline(next, from: now)
    let change: Change
    if next == .verify {
      change = .passed(
        from: node, to: next, list: tables.verifiers(in: slot.pointee.street), nodeDue: nodeDue)
    } else {
      change = .advanced(from: node, to: next, nodeDue: nodeDue)
    }
    journal.append(JournalEntry(at: now, appeal: slot.pointee.number, change: change))
  }

  @inline(__always)
  mutating func evolveAdvanced(
    _ entry: JournalEntry, _ from: Node, _ to: Node, _ nodeDue: Instant
  ) {
    arrive(heldIndex(entry.appeal, at: from), at: to, due: nodeDue)
  }

  @inline(__always)
  mutating func evolvePassed(
    _ entry: JournalEntry, _ from: Node, _ to: Node, _ list: ListID, _ nodeDue: Instant
  ) {
    let index = heldIndex(entry.appeal, at: from)
    slots[index].pointee.flags.remove(.touched)
    arrive(index, at: to, due: nodeDue)
    enlist(index, on: list)
  }
}
