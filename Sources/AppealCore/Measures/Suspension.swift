import CivicTime

/// 挂账: the clocks stand still, and the task leaves its list or its holder's hands until it is
/// resumed. What is left of a limit is kept in that limit's own time: elapsed for an elapsed
/// target, working time for the others.
extension AppealCore {
  func decideSuspend(
    _ appeal: AppealNumber, _ ground: SuspensionGround, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    _ = try running(appeal, now)
    journal.append(JournalEntry(at: now, appeal: appeal, change: .suspended(ground)))
  }

  mutating func evolveSuspended(_ entry: JournalEntry) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    if slot.pointee.place == .listed { lists.remove(slot: TaskSlot.appeal(index)) }
    slot.pointee.place = .suspended
    slot.pointee.holder = .none
    let node = Int(slot.pointee.node.rawValue)
    let overall = remaining(of: limitInForce(slot), until: slot.pointee.due)
    let atNode = remaining(of: tables.nodeTargets[node], until: slot.pointee.nodeDue)
    slot.pointee.budget = overall.left
    slot.pointee.nodeBudget = atNode.left
    slot.pointee.flags.remove([.elapsedBudget, .elapsedNodeBudget])
    if overall.elapsed { slot.pointee.flags.insert(.elapsedBudget) }
    if atNode.elapsed { slot.pointee.flags.insert(.elapsedNodeBudget) }
    slot.pointee.clockFrom = Instant(milliseconds: slot.pointee.clockFrom - entry.at)
    resetAlarm(index)
  }

  /// What is left now until `due`, and whether in elapsed time.
  private func remaining(
    of target: Target, until due: Instant
  ) -> (left: Milliseconds, elapsed: Bool) {
    if case .elapsed = target { return (max(due - now, 0), true) }
    guard clock.covers(due), clock.covers(now) else { return (max(due - now, 0), true) }
    return (clock.workingTime(from: now, to: due), false)
  }

  func decideResume(
    _ appeal: AppealNumber, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try open(appeal, now)]
    guard slot.pointee.place == .suspended else { throw .notSuspended }
    let flags = slot.pointee.flags
    let due = resumedDeadline(
      slot.pointee.due, missed: flags.contains(.breached), left: slot.pointee.budget,
      elapsed: flags.contains(.elapsedBudget), now)
    if due == .distantFuture && slot.pointee.due != .distantFuture { throw .outsideCalendar }
    let nodeDue = resumedDeadline(
      slot.pointee.nodeDue, missed: flags.contains(.nodeBreached), left: slot.pointee.nodeBudget,
      elapsed: flags.contains(.elapsedNodeBudget), now)
    journal.append(
      JournalEntry(at: now, appeal: appeal, change: .resumed(due: due, nodeDue: nodeDue)))
  }

  /// A missed deadline stays as it was, and so does one that never comes.
  private func resumedDeadline(
    _ due: Instant, missed: Bool, left: Milliseconds, elapsed: Bool, _ now: Instant
  ) -> Instant {
    if missed || due == .distantFuture { return due }
    return elapsed ? now + left : clock.add(left, to: now)
  }

  mutating func evolveResumed(_ entry: JournalEntry, _ due: Instant, _ nodeDue: Instant) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(
      slot.pointee.place == .suspended, "the journal resumes what was not suspended")
    slot.pointee.clockFrom = entry.at + slot.pointee.clockFrom.milliseconds
    if slot.pointee.due != due { slot.pointee.flags.formUnion([.prolonged, .granted]) }
    setDue(index, due)
    // The ladder stood still even where the deadline was missed before.
    resetRung(index)
    resetChaser(index)
    slot.pointee.nodeDue = nodeDue
    slot.pointee.flags.remove([.elapsedBudget, .elapsedNodeBudget])
    slot.pointee.budget = 0
    slot.pointee.nodeBudget = 0
    enlist(index, on: slot.pointee.list)
    resetAlarm(index)
  }
}
