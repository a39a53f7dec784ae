import CivicTime

/// Which records an entry touches. It is worked out afterwards from the entry and the state, so
/// that `apply` pays nothing for it.
///
/// A key may be named that did not change, and one that no record has any more. What is promised
/// is for *all* entries since the records were written last, taken together, whatever the state
/// has become meanwhile: no other record differs. So an entry need not name what only a later entry
/// can hide, since that one names it: a unit leaves an appeal by `sentBack`, an appeal ends by
/// `closed`.
extension AppealCore {
  /// Appends the keys of the records whose value `entry` may have changed, added or removed.
  ///
  /// Call it for each entry journalled since the records were written last, at any time after the
  /// command; then write each record that `encode` gives, and remove each that it does not.
  /// Closed appeals and contacts that are merely forgotten as time goes by are not named: restoring
  /// leaves them out (``isForgotten(closedAt:nature:)``, ``oldestContact``).
  ///
  /// Allocates nothing but room in `keys`. O(1) for nearly all entries; O(appeals in memory) for a
  /// change of mode, of the form, and a bulletin.
  public func appendTouched(by entry: JournalEntry, to keys: inout RecordKeys) {
    if keys.isEmpty || keys[0].kind != .system { keys.append(RecordKey(.system)) }
    switch entry.change {
    case .submitted(let submission, _, _, _): appendSubmitted(entry.appeal, submission, &keys)
    case .taken, .putBack, .advanced, .passed, .redone, .suspended, .resumed,
      .deadlineChanged, .nodeBreached, .tagged, .untagged, .joinedCampaign, .migrated:
      appendHome(entry.appeal, &keys)
    case .filed:
      appendHome(entry.appeal, &keys)
      appendFormerLeaves(of: entry.appeal, &keys)
    case .handedOver(let from, _):
      appendHome(entry.appeal, &keys)
      append(from, &keys)
    case .dispatched(let unit, _, _, _):
      appendHome(entry.appeal, &keys)
      append(unit, &keys)
    case .sentBack(let unit, _, let list, _):
      appendHome(entry.appeal, &keys)
      append(unit, &keys)
      if list == tables.topPost { appendPosts(&keys) }
    case .closed:
      appendBoth(entry.appeal, &keys)
      appendUnit(of: entry.appeal, &keys)
      appendLearned(of: entry.appeal, &keys)
    case .cancelled, .reopened: appendBoth(entry.appeal, &keys)
    case .appraised: appendHome(entry.appeal, &keys)
    case .merged(let parent): appendMerged(entry.appeal, into: parent, &keys)
    case .breached:
      appendHome(entry.appeal, &keys)
      appendPerformers(of: entry.appeal, &keys)
    default: appendMeasure(entry, &keys)
    }
  }

  private func appendMeasure(_ entry: JournalEntry, _ keys: inout RecordKeys) {
    switch entry.change {
    case .described:
      appendHome(entry.appeal, &keys)
      keys.append(RecordKey(.contact, UInt64(entry.appeal.rawValue)))
    case .duplicateFound, .repliedInstantly, .supportPlanned, .supportWithdrawn, .arbitrated,
      .disputed, .adoption:
      appendHome(entry.appeal, &keys)
    case .sideTaskOpened(_, let list, _), .sideTaskTaken(let list, _),
      .sideTaskPutBack(let list), .sideTaskDone(_, let list, _):
      appendSide(entry.appeal, list, &keys)
    case .unmerged(let parent, _, _): appendUnmerged(entry.appeal, from: parent, &keys)
    default: appendOversight(entry, &keys)
    }
  }

  private func appendOversight(_ entry: JournalEntry, _ keys: inout RecordKeys) {
    switch entry.change {
    case .rung(_, let unit, _):
      appendHome(entry.appeal, &keys)
      append(unit, &keys)
    case .listRung(_, let list, _):
      appendHome(entry.appeal, &keys)
      append(list, &keys)
    case .evidence(_, let unit, _), .heldToAccount(let unit, _), .credited(let unit, _, _):
      append(unit, &keys)
    case .listEvidence(_, let list, _), .listHeldToAccount(let list, _): append(list, &keys)
    case .alertRaised:
      appendHome(entry.appeal, &keys)
      appendAlert(entry.appeal, &keys)
    case .modeChanged(let street, _, _): appendMode(street, &keys)
    case .formChanged: appendContacts(&keys)
    case .bulletin: appendAllLedgers(&keys)
    // A letter leaves the system.
    default: break
    }
  }
}

// MARK: - What is forgotten

extension AppealCore {
  /// Whether the record of an appeal that was closed then is no longer part of the state; it may be
  /// removed from a snapshot at any time.
  public func isForgotten(closedAt: Instant, nature: Nature) -> Bool {
    closedAt + memory(of: nature) < now
  }

  /// Records of contacts of smaller numbers are no longer part of the state; they may be removed
  /// from a snapshot at any time.
  public var oldestContact: AppealNumber {
    contacts.oldest(at: now) ?? AppealNumber(acceptedAppeals + 1)
  }
}
