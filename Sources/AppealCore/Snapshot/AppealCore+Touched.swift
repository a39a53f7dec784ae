import CivicTime

/// Which records an entry touches. It is worked out afterwards from the entry and the state, so that
/// `apply` pays nothing for it.
///
/// A key may be named that did not change, and one that no record has any more. What is promised is
/// for *all* entries since the records were written last, taken together, whatever the state has
/// become meanwhile: no other record differs. So an entry need not name what only a later entry can
/// hide, since that one names it: a unit leaves an appeal by `sentBack`, an appeal ends by `closed`.
extension AppealCore {
  /// Appends the keys of the records whose value `entry` may have changed, added or removed.
  ///
  /// Call it for each entry journalled since the records were written last, at any time after the
  /// command; then write each record that `encode` gives, and remove each that it does not.
  /// Closed appeals and contacts that are merely forgotten as time goes by are not named: restoring
  /// leaves them out (``isForgotten(closedAt:)``, ``oldestContact``).
  ///
  /// Allocates nothing but room in `keys`. O(1) for nearly all entries; O(appeals in memory) for a
  /// change of mode, of the form, and a bulletin.
  public func appendTouched(by entry: JournalEntry, to keys: inout RecordKeys) {
    if keys.isEmpty || keys[0].kind != .system { keys.append(RecordKey(.system)) }
    switch entry.change {
    case .submitted(let submission, _, _, _): appendSubmitted(entry.appeal, submission, &keys)
    case .taken, .putBack, .advanced, .passed, .redone, .handedOver, .suspended, .resumed,
      .deadlineChanged, .nodeBreached, .tagged, .untagged, .joinedCampaign, .migrated:
      appendHome(entry.appeal, &keys)
    case .filed:
      appendHome(entry.appeal, &keys)
      appendFormerLeaves(of: entry.appeal, &keys)
    case .dispatched(let unit, _, _, _), .sentBack(let unit, _, _, _):
      appendHome(entry.appeal, &keys)
      append(unit, &keys)
    case .closed:
      appendBoth(entry.appeal, &keys)
      appendUnit(of: entry.appeal, &keys)
      appendLearned(of: entry.appeal, &keys)
    case .cancelled, .reopened: appendBoth(entry.appeal, &keys)
    case .appraised: appendHome(entry.appeal, &keys)
    case .merged(let parent): appendMerged(entry.appeal, into: parent, &keys)
    case .breached:
      appendHome(entry.appeal, &keys)
      appendUnit(of: entry.appeal, &keys)
    default: appendMeasure(entry, &keys)
    }
  }

  private func appendMeasure(_ entry: JournalEntry, _ keys: inout RecordKeys) {
    switch entry.change {
    case .described:
      appendHome(entry.appeal, &keys)
      keys.append(RecordKey(.contact, UInt64(entry.appeal.rawValue)))
    case .duplicateFound, .repliedInstantly, .supportPlanned, .arbitrated, .disputed, .adoption:
      appendHome(entry.appeal, &keys)
    case .sideTaskOpened(_, let list, _), .sideTaskTaken(let list, _),
      .sideTaskPutBack(let list), .sideTaskDone(_, let list, _):
      appendSide(entry.appeal, list, &keys)
    case .rung(_, let unit, _):
      appendHome(entry.appeal, &keys)
      if unit != .none { append(unit, &keys) }
    case .evidence(_, let unit, _), .heldToAccount(let unit, _), .credited(let unit, _, _):
      append(unit, &keys)
    case .alertRaised: appendAlert(entry.appeal, &keys)
    case .modeChanged(let street, _, _): appendMode(street, &keys)
    case .formChanged: appendContacts(&keys)
    case .bulletin: appendAllUnits(&keys)
    // A letter leaves the system.
    default: break
    }
  }
}

// MARK: - Appeals

extension AppealCore {
  /// The record in which an appeal is now. Its way from one to another names both.
  @inline(__always)
  private func appendHome(_ number: AppealNumber, _ keys: inout RecordKeys) {
    switch directory[number] {
    case .open: keys.append(RecordKey(.open, UInt64(number.rawValue)))
    case .closed: keys.append(RecordKey(.closed, UInt64(number.rawValue)))
    case .none: break
    }
  }

  private func appendBoth(_ number: AppealNumber, _ keys: inout RecordKeys) {
    keys.append(RecordKey(.open, UInt64(number.rawValue)))
    keys.append(RecordKey(.closed, UInt64(number.rawValue)))
  }

  private func appendSubmitted(
    _ number: AppealNumber, _ submission: Submission, _ keys: inout RecordKeys
  ) {
    appendHome(number, &keys)
    if tables.measures.burst != nil {
      keys.append(RecordKey(.burst, burstID(submission.leaf, submission.community)))
    }
    if let terms = tables.measures.emergency, terms.trigger > 0,
      tables.measures.leafFlags[submission.leaf.index].contains(.emergency)
    {
      let street = tables.streets[submission.community.index]
      keys.append(RecordKey(.area, UInt64(street.rawValue)))
    }
  }

  private func burstID(_ leaf: LeafID, _ community: CommunityID) -> UInt64 {
    UInt64(cell(leaf, community))
  }

  /// Where the appeal has ended since, its submission in the same command names the cell.
  private func appendAlert(_ number: AppealNumber, _ keys: inout RecordKeys) {
    guard case .open(let index) = directory[number] else { return }
    let slot = slots[index]
    keys.append(
      RecordKey(.burst, burstID(slot.pointee.reportedLeaf, slot.pointee.community)))
  }

  /// The parent's links, the sibling before, and what was merged into the appeal itself, which
  /// stands behind it among its siblings; all that stands further behind was merged later.
  private func appendMerged(
    _ number: AppealNumber, into parent: AppealNumber, _ keys: inout RecordKeys
  ) {
    appendHome(number, &keys)
    appendHome(parent, &keys)
    // Where the appeal is merged no longer, all its siblings have ended with it.
    guard case .open(let index) = directory[number], slots[index].pointee.place == .merged
    else { return }
    let root = slots[index].pointee.parent
    appendHome(root, &keys)
    var child = slots[slotIndex(root)].pointee.firstChild
    var before = AppealNumber.none
    while child != .none && child != number {
      before = child
      child = slots[slotIndex(child)].pointee.nextSibling
    }
    if before != .none { appendHome(before, &keys) }
    while child != .none {
      appendHome(child, &keys)
      child = slots[slotIndex(child)].pointee.nextSibling
    }
  }

  /// Liability and call-back have records of their own; the others are part of their appeal's.
  private func appendSide(
    _ number: AppealNumber, _ list: ListID, _ keys: inout RecordKeys
  ) {
    if list == tables.desk(of: .liability) || list == tables.desk(of: .callBack) {
      keys.append(RecordKey(.sideTask, SideTask.key(number, list)))
    } else {
      appendHome(number, &keys)
    }
  }
}

// MARK: - Units, areas, contacts

extension AppealCore {
  private func append(_ unit: UnitID, _ keys: inout RecordKeys) {
    keys.append(RecordKey(.unit, UInt64(unit.rawValue)))
  }

  /// The unit that leads an appeal; each, where that is forgotten already.
  private func appendUnit(of number: AppealNumber, _ keys: inout RecordKeys) {
    let unit: UnitID
    switch directory[number] {
    case .open(let index): unit = slots[index].pointee.unit
    case .closed(let index): unit = tombstones[index].pointee.unit
    case .none: return appendAllUnits(&keys)
    }
    if unit != .none { append(unit, &keys) }
  }

  private func appendAllUnits(_ keys: inout RecordKeys) {
    for unit in 0..<tables.unitCount { append(UnitID(unit), &keys) }
  }

  /// The area, and its open appeals: their ranks and lists follow the mode.
  private func appendMode(_ street: StreetID, _ keys: inout RecordKeys) {
    keys.append(RecordKey(.area, UInt64(street.rawValue)))
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      if case .open(let index) = directory[number], slots[index].pointee.street == street {
        keys.append(RecordKey(.open, UInt64(number.rawValue)))
      }
    }
  }

  private func appendContacts(_ keys: inout RecordKeys) {
    contacts.forEach { keys.append(RecordKey(.contact, UInt64($0.number.rawValue))) }
  }
}

// MARK: - What is learned

extension AppealCore {
  /// The classes of cases that the close of an appeal adds to; each, where it is forgotten already.
  private func appendLearned(of number: AppealNumber, _ keys: inout RecordKeys) {
    guard router.isOn else { return }
    keys.append(RecordKey(.routing))
    guard let subject = subject(number) else { return appendAllClasses(&keys) }
    append(subject, &keys)
    guard isNextEditionInForce else { return }
    // It may have been learned under the leaf that this one follows.
    for leaf in 0..<tables.measures.editionStart
    where tables.measures.successors[leaf] == subject.leaf {
      var before = subject
      before.leaf = LeafID(leaf)
      append(before, &keys)
    }
  }

  /// An appeal that is filed after it was closed by a unit has been reopened twice since at least:
  /// first at that unit, then, ended with another, at its post.
  private func appendFormerLeaves(of number: AppealNumber, _ keys: inout RecordKeys) {
    guard router.isOn, case .some(let reopenings) = reopenings(of: number), reopenings >= 2,
      var subject = subject(number)
    else { return }
    for leaf in 0..<tables.leafCount {
      subject.leaf = LeafID(leaf)
      append(subject, &keys)
    }
  }

  private func reopenings(of number: AppealNumber) -> UInt8? {
    switch directory[number] {
    case .open(let index): slots[index].pointee.reopenings
    case .closed(let index): tombstones[index].pointee.reopenings
    case .none: nil
    }
  }

  private func append(_ subject: LearnedRouter.Subject, _ keys: inout RecordKeys) {
    router.forEachClass(of: subject) { keys.append(RecordKey(.routing, UInt64($0 + 1))) }
  }

  private func appendAllClasses(_ keys: inout RecordKeys) {
    for id in 0...router.history.counts.keys.count {
      keys.append(RecordKey(.routing, UInt64(id)))
    }
  }
}

// MARK: - What is forgotten

extension AppealCore {
  /// Whether the record of an appeal that was closed then is no longer part of the state; it may be
  /// removed from a snapshot at any time.
  public func isForgotten(closedAt: Instant) -> Bool { closedAt + tables.memory < now }

  /// Records of contacts of smaller numbers are no longer part of the state; they may be removed
  /// from a snapshot at any time.
  public var oldestContact: AppealNumber {
    contacts.oldest(at: now) ?? AppealNumber(acceptedAppeals + 1)
  }
}
