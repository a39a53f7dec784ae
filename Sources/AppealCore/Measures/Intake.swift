import CivicTime

/// Channels (渠道) register appeals; a closed one redirects or refuses, naming its successor.
extension AppealCore {
  func decideSubmit(
    _ submission: Submission, _ details: Submission.Details, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let registered = try admit(submission, details, now)
    let street = tables.streets[registered.community.index]
    let campaign = tables.measures.campaigns.campaign(registered.leaf, in: street, at: now)
    let rule = tables.rule(registered.leaf, registered.nature)
    let due = try overallDeadline(rule, registered.leaf, street, campaign, from: now)
    let first = tables.firstNodes[Int(rule.workflow)]
    let number = AppealNumber(acceptedAppeals + 1)
    let list = intake(registered.channel, street, details.traits)
    journal.append(
      JournalEntry(
        at: now, appeal: number,
        change: .submitted(
          registered, list: list, due: due, nodeDue: nodeDeadline(first, from: now))))
    if details != .usual {
      journal.append(JournalEntry(at: now, appeal: number, change: .described(details)))
    }
    journalCircumstances(number, registered, details, street, campaign, now, &journal)
  }

  /// The submission as it will be registered: by an open channel, under a leaf in force.
  private func admit(
    _ submission: Submission, _ details: Submission.Details, _ now: Instant
  ) throws(Refusal) -> Submission {
    guard submission.channel.index < tables.channelCount else { throw .unknownChannel }
    guard let leaf = leafInForce(submission.leaf) else { throw .unknownLeaf }
    guard submission.community.index < tables.communityCount else { throw .unknownCommunity }
    guard details.citizen < RecentContacts.citizensMost else { throw .citizenOutOfRange }
    if let earlier = appeal(withReference: submission.reference, at: now) {
      throw .duplicateReference(earlier)
    }
    guard submission.contactAt <= now else { throw .contactInTheFuture }
    guard PackedInstant.holds(submission.contactAt) else { throw .outsideCalendar }
    var registered = submission
    registered.leaf = leaf
    registered.channel = try tables.openChannel(submission.channel, at: now)
    let missing = tables.channels[registered.channel.index].requires.subtracting(details.traits)
    guard missing.isEmpty else { throw .incomplete(missing: missing) }
    return registered
  }

  /// The post that dispatches for an area in emergency, the one that makes free text clear, or the
  /// channel's.
  private func intake(_ channel: ChannelID, _ street: StreetID, _ traits: Traits) -> ListID {
    emergencyPost(of: street) ?? usualIntake(channel, street, traits)
  }

  func usualIntake(_ channel: ChannelID, _ street: StreetID, _ traits: Traits) -> ListID {
    if !traits.contains(.structured) && tables.unclear != .none { return tables.unclear }
    return tables.intake(channel, street)
  }

  /// Campaign, duplicate, alerts and tags: what follows from when, where and by whom.
  private func journalCircumstances(
    _ number: AppealNumber, _ submission: Submission, _ details: Submission.Details,
    _ street: StreetID, _ campaign: CampaignID, _ now: Instant, _ journal: inout JournalBuffer
  ) {
    var tags = initialTags(submission, details, street, at: now)
    if campaign != .none {
      tags.formUnion(tables.measures.tags.byCampaign[campaign.index])
      journal.append(JournalEntry(at: now, appeal: number, change: .joinedCampaign(campaign)))
    }
    let original = original(of: submission, details, at: now)
    if let original {
      tags.formUnion(tables.measures.tags.isRepeat)
      journal.append(JournalEntry(at: now, appeal: number, change: .duplicateFound(of: original)))
    }
    tags.formUnion(
      journalAlerts(number, submission, isDuplicate: original != nil, now, &journal))
    if !tags.isEmpty {
      journal.append(JournalEntry(at: now, appeal: number, change: .tagged(tags)))
    }
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
    let street = tables.streets[submission.community.index]
    let index = slots.claim()
    slots[index].initialize(
      to: AppealSlot(
        due: due, nodeDue: nodeDue, number: entry.appeal, list: list, leaf: submission.leaf,
        post: list, workflow: rule.workflow, nature: submission.nature,
        node: tables.firstNodes[Int(rule.workflow)], rank: rule.rank, street: street,
        community: submission.community, channel: submission.channel,
        reference: submission.reference, contactAt: submission.contactAt, submittedAt: entry.at,
        countedFrom: entry.at, clockFrom: entry.at, reportedLeaf: submission.leaf,
        traits: .structured))
    slots[index].pointee.rank = rank(of: slots[index])
    if emergencyPost(of: street) == list { slots[index].pointee.flags.insert(.rehomed) }
    directory.insert(entry.appeal, open: index)
    references.insert(submission.reference, entry.appeal.rawValue)
    recordBurst(submission, at: entry.at)
    recordListed(submission.leaf, street, at: entry.at)
    enlist(index, on: list)
    resetRung(index)
    resetAlarm(index)
  }

  mutating func evolveDescribed(_ entry: JournalEntry, _ details: Submission.Details) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    slot.pointee.citizen = details.citizen
    slot.pointee.textKey = details.textKey
    slot.pointee.traits = details.traits
    slot.pointee.lane = details.lane
    recordContact(slot, at: entry.at)
    guard details.lane != .common else { return }
    resetChaser(index)
    resetAlarm(index)
    rerank(index)
  }

  /// The appeal that was submitted with `reference` and is not forgotten at `now`.
  func appeal(withReference reference: UInt64, at now: Instant) -> AppealNumber? {
    guard let value = references[reference] else { return nil }
    let number = AppealNumber(rawValue: value)
    if case .closed(let index) = directory[number], !isRemembered(index, at: now) { return nil }
    return number
  }
}
