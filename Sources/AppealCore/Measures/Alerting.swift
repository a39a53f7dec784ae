import CivicTime

/// 热点敏感预警: a burst of one class in one community, or a category on the sensitive list, raises an
/// alert, and a reminder letter goes to the body that oversees the matter. A burst alerts once.
extension AppealCore {
  /// Cells run over classes, then communities.
  func cell(_ leaf: LeafID, _ community: CommunityID) -> Int {
    Int(tables.measures.classes[leaf.index]) * tables.communityCount + community.index
  }

  /// - Returns: the tags that follow.
  func journalAlerts(
    _ number: AppealNumber, _ submission: Submission, isDuplicate: Bool, _ now: Instant,
    _ journal: inout JournalBuffer
  ) -> TagSet {
    guard tables.measures.burst != nil else { return [] }
    var tags: TagSet = []
    if tables.measures.leafFlags[submission.leaf.index].contains(.sensitive) {
      tags.formUnion(tables.measures.tags.sensitive)
      journal.append(JournalEntry(at: now, appeal: number, change: .alertRaised(.sensitive)))
    }
    if !isDuplicate, bursts.starts(cell(submission.leaf, submission.community), at: now) {
      tags.formUnion(tables.measures.tags.burst)
      journal.append(JournalEntry(at: now, appeal: number, change: .alertRaised(.burst)))
    }
    return tags
  }

  mutating func recordBurst(_ submission: Submission, at now: Instant) {
    guard tables.measures.burst != nil else { return }
    bursts.record(cell(submission.leaf, submission.community), at: now)
  }

  /// A duplicate does not count: what its submission recorded is taken back.
  mutating func forgetBurst(_ leaf: LeafID, _ community: CommunityID) {
    guard tables.measures.burst != nil else { return }
    bursts.forgetLast(cell(leaf, community))
  }

  mutating func evolveAlert(_ entry: JournalEntry, _ kind: AlertKind) {
    guard kind == .burst else { return }
    let slot = slots[slotIndex(entry.appeal)]
    slot.pointee.flags.insert(.burst)
    bursts.alert(cell(slot.pointee.reportedLeaf, slot.pointee.community))
  }

  /// One letter an appeal and body, until it is reopened.
  func reactToAlert(_ entry: JournalEntry, _ kind: AlertKind, _ journal: inout JournalBuffer) {
    let slot = slots[slotIndex(entry.appeal)]
    let (leaf, reported) = (slot.pointee.leaf, slot.pointee.reportedLeaf)
    let known = tables.measures.bodies[reported.index]
    let body = kind == .burst ? known : tables.measures.bodies[leaf.index]
    let isWritten =
      kind == .burst
      ? tables.measures.leafFlags[reported.index].contains(.sensitive)
      : slot.pointee.flags.contains(.burst) && body == known
    guard body != .none, !isWritten else { return }
    journal.append(JournalEntry(at: entry.at, appeal: entry.appeal, change: .letterIssued(body)))
  }

  /// What filing under another leaf brings about: the alert that the reported one did not raise, and
  /// the tags of leaf and campaign. Tags that only rules of leaf and campaign set go with them.
  func journalCorrection(
    _ slot: UnsafeMutablePointer<AppealSlot>, _ leaf: LeafID, _ campaign: CampaignID,
    _ now: Instant, _ journal: inout JournalBuffer
  ) {
    let (number, nature) = (slot.pointee.number, slot.pointee.nature)
    var tags = tables.measures.tags.tags(of: leaf, nature, campaign)
    let former = tables.measures.tags.tags(of: slot.pointee.leaf, nature, slot.pointee.campaign)
    let flags = tables.measures.leafFlags
    if tables.measures.burst != nil, flags[leaf.index].contains(.sensitive),
      !flags[slot.pointee.reportedLeaf.index].contains(.sensitive)
    {
      tags.formUnion(tables.measures.tags.sensitive)
      journal.append(JournalEntry(at: now, appeal: number, change: .alertRaised(.sensitive)))
    }
    let gone = former.subtracting(tags).subtracting(tables.measures.tags.byCourse)
      .intersection(slot.pointee.tags)
    if !gone.isEmpty {
      journal.append(JournalEntry(at: now, appeal: number, change: .untagged(gone)))
    }
    let new = tags.subtracting(slot.pointee.tags)
    if !new.isEmpty {
      journal.append(JournalEntry(at: now, appeal: number, change: .tagged(new)))
    }
  }
}
