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
  /// stands behind it among its siblings; all that stands further behind was merged later. Where the
  /// appeal is merged no longer, its siblings have entries of their own, which ended or released them.
  private func appendMerged(
    _ number: AppealNumber, into parent: AppealNumber, _ keys: inout RecordKeys
  ) {
    appendHome(number, &keys)
    appendHome(parent, &keys)
    guard case .open(let index) = directory[number], slots[index].pointee.place == .merged
    else { return }
    let root = slots[index].pointee.parent
    appendHome(root, &keys)
    appendSiblings(of: number, under: root, &keys)
  }

  /// What was merged into another, and now belongs to the appeal that goes on in its place.
  private func appendUnmerged(
    _ number: AppealNumber, from parent: AppealNumber, _ keys: inout RecordKeys
  ) {
    appendHome(number, &keys)
    appendHome(parent, &keys)
    guard case .open(let index) = directory[number] else { return }
    if slots[index].pointee.place == .merged {
      return appendSiblings(of: number, under: slots[index].pointee.parent, &keys)
    }
    appendSiblings(of: slots[index].pointee.firstChild, under: number, &keys)
  }

  /// The sibling before one, itself, and all behind it.
  private func appendSiblings(
    of number: AppealNumber, under root: AppealNumber, _ keys: inout RecordKeys
  ) {
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

// MARK: - Ledgers, areas, contacts

extension AppealCore {
  private func append(_ unit: UnitID, _ keys: inout RecordKeys) {
    keys.append(RecordKey(.unit, UInt64(unit.rawValue)))
  }

  /// The ledger of whoever has a list; desks have none.
  private func append(_ list: ListID, _ keys: inout RecordKeys) {
    guard list.index < ledgers.count else { return }
    keys.append(RecordKey(.unit, UInt64(row(of: list))))
  }

  private func appendPosts(_ keys: inout RecordKeys) {
    for post in 0..<tables.postCount { append(ListID(post), &keys) }
  }

  /// All with whom the appeal may have been: where it is, its lead unit, its post and the grid
  /// officers of its street. A post that it has left since is named by the entry that says so.
  private func appendPerformers(of number: AppealNumber, _ keys: inout RecordKeys) {
    appendUnit(of: number, &keys)
    switch directory[number] {
    case .open(let index):
      append(slots[index].pointee.list, &keys)
      append(slots[index].pointee.post, &keys)
      append(tables.verifiers(in: slots[index].pointee.street), &keys)
    case .closed(let index):
      append(tombstones[index].pointee.post, &keys)
      append(
        tables.verifiers(in: tables.streets[tombstones[index].pointee.community.index]), &keys)
    case .none: break
    }
  }

  /// The unit that leads an appeal; each, where that is forgotten already.
  private func appendUnit(of number: AppealNumber, _ keys: inout RecordKeys) {
    let unit: UnitID
    switch directory[number] {
    case .open(let index): unit = slots[index].pointee.unit
    case .closed(let index): unit = tombstones[index].pointee.unit
    case .none: return appendAllLedgers(&keys)
    }
    if unit != .none { append(unit, &keys) }
  }

  private func appendAllLedgers(_ keys: inout RecordKeys) {
    for row in 0..<ledgers.count { keys.append(RecordKey(.unit, UInt64(row))) }
  }

  /// The area, and its open appeals: their ranks and lists follow the mode. The posts that tasks
  /// leave are named for deadlines that were missed there.
  private func appendMode(_ street: StreetID, _ keys: inout RecordKeys) {
    keys.append(RecordKey(.area, UInt64(street.rawValue)))
    appendPosts(&keys)
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
  public func isForgotten(closedAt: Instant, nature: Nature) -> Bool {
    closedAt + memory(of: nature) < now
  }

  /// Records of contacts of smaller numbers are no longer part of the state; they may be removed
  /// from a snapshot at any time.
  public var oldestContact: AppealNumber {
    contacts.oldest(at: now) ?? AppealNumber(acceptedAppeals + 1)
  }
}
