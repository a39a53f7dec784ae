import CivicTime

/// Channels (渠道) register appeals; a closed one redirects or refuses, naming its successor.
extension AppealCore {
  func decideSubmit(
    _ submission: Submission, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard submission.channel.index < tables.channelCount else { throw .unknownChannel }
    guard submission.leaf.index < tables.leafCount else { throw .unknownLeaf }
    guard submission.community.index < tables.communityCount else { throw .unknownCommunity }
    if let earlier = appeal(withReference: submission.reference, at: now) {
      throw .duplicateReference(earlier)
    }
    guard submission.contactAt <= now else { throw .contactInTheFuture }
    var registered = submission
    registered.channel = try tables.openChannel(submission.channel, at: now)
    let rule = tables.rule(submission.leaf, submission.nature)
    let due = try overallDeadline(rule, from: now)
    let first = tables.firstNodes[Int(rule.workflow)]
    let list = tables.intake(registered.channel, tables.streets[submission.community.index])
    journal.append(
      JournalEntry(
        at: now, appeal: AppealNumber(acceptedAppeals + 1),
        change: .submitted(
          registered, list: list, due: due, nodeDue: nodeDeadline(first, from: now))))
  }

  mutating func evolveSubmitted(
    _ entry: JournalEntry, _ submission: Submission, _ list: ListID, _ due: Instant,
    _ nodeDue: Instant
  ) {
    precondition(
      entry.appeal.index == acceptedAppeals + 1, "the journal skips an appeal's number")
    precondition(
      submission.leaf.index < tables.leafCount && submission.channel.index < tables.channelCount
        && submission.community.index < tables.communityCount,
      "the journal was written under another policy")
    acceptedAppeals += 1
    let rule = tables.rule(submission.leaf, submission.nature)
    let index = slots.claim()
    slots[index].initialize(
      to: AppealSlot(
        due: due, nodeDue: nodeDue, number: entry.appeal, list: list, leaf: submission.leaf,
        post: list, workflow: rule.workflow, nature: submission.nature,
        node: tables.firstNodes[Int(rule.workflow)], rank: rule.rank,
        street: tables.streets[submission.community.index], community: submission.community,
        reference: submission.reference, contactAt: submission.contactAt, submittedAt: entry.at,
        countedFrom: entry.at, reportedLeaf: submission.leaf, channel: submission.channel))
    directory.insert(entry.appeal, open: index)
    references.insert(submission.reference, entry.appeal)
    enlist(index, on: list)
    resetAlarm(index)
  }

  /// The appeal that was submitted with `reference` and is not forgotten at `now`.
  func appeal(withReference reference: UInt64, at now: Instant) -> AppealNumber? {
    guard let number = references[reference] else { return nil }
    if case .closed(let index) = directory[number], !isRemembered(index, at: now) { return nil }
    return number
  }
}
