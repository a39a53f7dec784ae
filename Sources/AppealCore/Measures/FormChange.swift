import CivicTime

/// The next edition of the form comes into force: open appeals follow the migration map.
extension AppealCore {
  /// The leaf under which something reported as `leaf` is registered now; nil for an unknown one, or
  /// one of an edition not yet in force.
  func leafInForce(_ leaf: LeafID) -> LeafID? {
    guard leaf.index < tables.leafCount else { return nil }
    if isNextEditionInForce { return tables.measures.successors[leaf.index] }
    return leaf.index < tables.measures.editionStart ? leaf : nil
  }

  func decideChangeForm(_ now: Instant, _ journal: inout JournalBuffer) throws(Refusal) {
    guard tables.measures.editionStart < tables.leafCount, !isNextEditionInForce else {
      throw .notInForce
    }
    journal.append(JournalEntry(at: now, appeal: .none, change: .formChanged))
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      guard case .open(let index) = directory[number] else { continue }
      let slot = slots[index]
      let leaf = tables.measures.successors[slot.pointee.leaf.index]
      journal.append(JournalEntry(at: now, appeal: number, change: .migrated(leaf)))
      guard tables.measures.derivesDeadlines, slot.pointee.alarmsRun,
        slot.pointee.flags.isDisjoint(with: [.granted, .breached])
      else { continue }
      let due = try? rederivedDeadline(slot, leaf, slot.pointee.campaign)
      if let due, due != slot.pointee.due {
        journal.append(
          JournalEntry(at: now, appeal: number, change: .deadlineChanged(.migration, due: due)))
      }
    }
  }

  mutating func evolveFormChanged() {
    isNextEditionInForce = true
    contacts.rekey(by: tables.measures.successors)
  }

  mutating func evolveMigrated(_ entry: JournalEntry, _ leaf: LeafID) {
    let index = slotIndex(entry.appeal)
    slots[index].pointee.leaf = leaf
    slots[index].pointee.flags.insert(.migrated)
    rerank(index)
  }
}
