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
    _ number: AppealNumber, _ submission: Submission, _ now: Instant,
    _ journal: inout JournalBuffer
  ) -> TagSet {
    guard tables.measures.burst != nil else { return [] }
    var tags: TagSet = []
    if tables.measures.leafFlags[submission.leaf.index].contains(.sensitive) {
      tags.formUnion(tables.measures.tags.sensitive)
      journal.append(JournalEntry(at: now, appeal: number, change: .alertRaised(.sensitive)))
    }
    if bursts.starts(cell(submission.leaf, submission.community), at: now) {
      tags.formUnion(tables.measures.tags.burst)
      journal.append(JournalEntry(at: now, appeal: number, change: .alertRaised(.burst)))
    }
    return tags
  }

  mutating func recordBurst(_ submission: Submission, at now: Instant) {
    guard tables.measures.burst != nil else { return }
    bursts.record(cell(submission.leaf, submission.community), at: now)
  }

  mutating func evolveAlert(_ entry: JournalEntry, _ kind: AlertKind) {
    guard kind == .burst else { return }
    let slot = slots[slotIndex(entry.appeal)]
    bursts.alert(cell(slot.pointee.reportedLeaf, slot.pointee.community))
  }

  func reactToAlert(_ entry: JournalEntry, _ journal: inout JournalBuffer) {
    let slot = slots[slotIndex(entry.appeal)]
    let body = tables.measures.bodies[slot.pointee.reportedLeaf.index]
    guard body != .none else { return }
    journal.append(JournalEntry(at: entry.at, appeal: entry.appeal, change: .letterIssued(body)))
  }
}
