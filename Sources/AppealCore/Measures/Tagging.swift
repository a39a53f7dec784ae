import CivicTime

/// Tags (标签) that rules or people set. They drive rank and supervision.
extension AppealCore {
  /// What is known at submission, but for campaign, duplicate and alerts.
  func initialTags(
    _ submission: Submission, _ details: Submission.Details, _ street: StreetID, at now: Instant
  ) -> TagSet {
    let rules = tables.measures.tags.known
    if rules.isEmpty { return [] }
    let place = submission.leaf.index * Nature.count + Int(submission.nature.rawValue)
    var tags = tables.measures.tags.byLeafAndNature[place]
    tags.formUnion(tables.measures.tags.byChannel[submission.channel.index])
    tags.formUnion(tables.measures.tags.byStreet[street.index])
    tags.formUnion(tables.measures.tags.byLane[Int(details.lane.rawValue)])
    if !details.traits.contains(.structured) { tags.formUnion(tables.measures.tags.unstructured) }
    if details.traits.contains(.photos) { tags.formUnion(tables.measures.tags.withPhotos) }
    if areas[street] == .emergency { tags.formUnion(tables.measures.tags.inEmergency) }
    if !tables.measures.tags.afterHours.isEmpty && !clock.isWorking(at: now) {
      tags.formUnion(tables.measures.tags.afterHours)
    }
    return tags
  }

  /// Tags that an open appeal gets in the course of things.
  func journalTags(
    _ tags: TagSet, _ number: AppealNumber, _ now: Instant, _ journal: inout JournalBuffer
  ) {
    guard !tags.isEmpty, case .open(let index) = directory[number] else { return }
    let new = tags.subtracting(slots[index].pointee.tags)
    guard !new.isEmpty else { return }
    journal.append(JournalEntry(at: now, appeal: number, change: .tagged(new)))
  }

  func decideTag(
    _ appeal: AppealNumber, _ tag: TagID, set: Bool, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try open(appeal, now)]
    guard tag.rawValue < 64, tables.measures.tags.known.contains(tag) else { throw .unknownTag }
    let isSet = slot.pointee.tags.contains(tag)
    if set && isSet { throw .alreadyTagged }
    if !set && !isSet { throw .notTagged }
    journal.append(
      JournalEntry(
        at: now, appeal: appeal, change: set ? .tagged(TagSet(tag)) : .untagged(TagSet(tag))))
  }

  mutating func evolveTagged(_ entry: JournalEntry, adding: TagSet, removing: TagSet) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    let before = slot.pointee.tags
    slot.pointee.tags = before.union(adding).subtracting(removing)
    let changed = adding.union(removing)
    if !changed.isDisjoint(with: tables.measures.tags.key) {
      resetRung(index)
      resetAlarm(index)
    }
    let ranking = tables.measures.tags.urgent.union(tables.measures.tags.priority)
    if !changed.isDisjoint(with: ranking) { rerank(index) }
  }
}
