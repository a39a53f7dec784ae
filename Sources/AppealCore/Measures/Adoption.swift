import CivicTime

/// 建议采纳: what has become of a suggestion, while it is open or remembered.
extension AppealCore {
  func decideAdopt(
    _ appeal: AppealNumber, _ state: AdoptionState, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard tables.measures.hasAdoption else { throw .notInForce }
    let (nature, present): (Nature, AdoptionState)
    switch directory[appeal] {
    case .open(let index):
      (nature, present) = (slots[index].pointee.nature, slots[index].pointee.adoption)
    case .closed(let index) where isRemembered(index, at: now):
      (nature, present) = (tombstones[index].pointee.nature, tombstones[index].pointee.adoption)
    case .closed, .none: throw .unknownAppeal
    }
    guard nature == .suggestion else { throw .notASuggestion }
    guard present.leads(to: state) else { throw .adoptionOutOfOrder(present) }
    journal.append(JournalEntry(at: now, appeal: appeal, change: .adoption(state)))
  }

  mutating func evolveAdoption(_ entry: JournalEntry, _ state: AdoptionState) {
    switch directory[entry.appeal] {
    case .open(let index): slots[index].pointee.adoption = state
    case .closed(let index): tombstones[index].pointee.adoption = state
    case .none: preconditionFailure("the journal adopts an appeal that is not remembered")
    }
  }
}
