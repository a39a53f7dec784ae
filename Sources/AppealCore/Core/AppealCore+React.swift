import CivicTime

/// What follows from a fact by rule: entries that the same command or alarm brings about. Decided on
/// the state just after the fact; a replay finds them in the journal.
extension AppealCore {
  @inline(__always)
  func react(to entry: JournalEntry, _ journal: inout JournalBuffer) {
    switch entry.change {
    case .taken, .putBack, .advanced, .passed, .filed, .handedOver, .dispatched, .suspended,
      .resumed, .cancelled, .merged, .described, .tagged, .untagged, .credited:
      break
    default: follow(entry, &journal)
    }
  }

  @inline(never)
  private func follow(_ entry: JournalEntry, _ journal: inout JournalBuffer) {
    switch entry.change {
    case .submitted: reactToListed(entry, &journal)
    case .duplicateFound(let original): reactToDuplicate(entry, original, &journal)
    case .alertRaised(let kind): reactToAlert(entry, kind, &journal)
    case .closed: reactToClose(entry, &journal)
    case .appraised(let scores):
      reactToStars(entry, scores, &journal)
      reactToScores(entry, scores, &journal)
    case .nodeBreached: reactToNodeBreach(entry, &journal)
    case .evidence(_, let unit, let staff):
      reactToEvidence(entry, tables.list(of: unit), staff, &journal)
    case .listEvidence(_, let list, let staff): reactToEvidence(entry, list, staff, &journal)
    case .sideTaskDone(.support, _, _), .supportWithdrawn: reactToJoin(entry, &journal)
    default: break
    }
    journalTags(tags(after: entry), entry.appeal, entry.at, &journal)
  }

  /// Tags that the registry's rules set after an entry.
  private func tags(after entry: JournalEntry) -> TagSet {
    guard !tables.measures.tags.known.isEmpty, case .open(let index) = directory[entry.appeal]
    else { return [] }
    let slot = slots[index]
    return switch entry.change {
    case .breached: tables.measures.tags.overdue
    case .sentBack: tables.measures.tags.byReturns[Int(slot.pointee.returns)]
    case .redone: tables.measures.tags.byRedos[Int(slot.pointee.redos)]
    case .reopened: tables.measures.tags.byReopenings[Int(slot.pointee.reopenings)]
    case .deadlineChanged(.extended, _): tables.measures.tags.extended
    case .rung(let rung, _, _), .listRung(let rung, _, _): tables.measures.tags.at(rung)
    case .supportPlanned, .sideTaskOpened(.support, _, _): tables.measures.tags.supported
    case .disputed: tables.measures.tags.disputed
    default: []
    }
  }
}
