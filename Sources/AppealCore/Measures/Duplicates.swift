import CivicTime

/// Duplicates (重复诉求): the same citizen, leaf and community within the window. Where the policy
/// says so, a duplicate of an open appeal is merged into it at once.
extension AppealCore {
  func original(
    of submission: Submission, _ details: Submission.Details, at now: Instant
  ) -> AppealNumber? {
    guard tables.measures.duplicates != nil, details.citizen != 0 else { return nil }
    return contacts.appeal(
      under: contactKey(details.citizen, submission.leaf, submission.community), at: now)
  }

  private func contactKey(
    _ citizen: UInt64, _ leaf: LeafID, _ community: CommunityID
  ) -> UInt64 {
    RecentContacts.key(citizen, leaf, community)
  }

  mutating func recordContact(_ slot: UnsafeMutablePointer<AppealSlot>, at now: Instant) {
    guard tables.measures.duplicates != nil, slot.pointee.citizen != 0 else { return }
    let key = contactKey(slot.pointee.citizen, slot.pointee.leaf, slot.pointee.community)
    contacts.record(key, slot.pointee.number, at: now)
  }

  mutating func evolveDuplicate(_ entry: JournalEntry, _ original: AppealNumber) {
    let slot = slots[slotIndex(entry.appeal)]
    slot.pointee.original = original
    forgetBurst(slot.pointee.reportedLeaf, slot.pointee.community)
    forgetListed(slot.pointee.reportedLeaf, slot.pointee.street)
  }

  /// Whether the command that submitted an appeal found it to be a duplicate.
  func isFoundDuplicate(_ number: AppealNumber, _ journal: borrowing JournalBuffer) -> Bool {
    guard tables.measures.duplicates != nil else { return false }
    var position = journal.count
    while position > 0, journal[position - 1].appeal == number {
      if case .duplicateFound = journal[position - 1].change { return true }
      position -= 1
    }
    return false
  }

  func reactToDuplicate(
    _ entry: JournalEntry, _ original: AppealNumber, _ journal: inout JournalBuffer
  ) {
    guard tables.measures.duplicates?.merges == true else { return }
    // Refused where the original has ended, or was filed under another leaf since.
    try? decideMerge(entry.appeal, original, entry.at, &journal)
  }
}
