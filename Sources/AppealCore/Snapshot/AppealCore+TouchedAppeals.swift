/// The records of appeals, and what belongs to them.
extension AppealCore {
  /// The record in which an appeal is now. Its way from one to another names both.
  @inline(__always)
  func appendHome(_ number: AppealNumber, _ keys: inout RecordKeys) {
    switch directory[number] {
    case .open: keys.append(RecordKey(.open, UInt64(number.rawValue)))
    case .closed: keys.append(RecordKey(.closed, UInt64(number.rawValue)))
    case .none: break
    }
  }

  func appendBoth(_ number: AppealNumber, _ keys: inout RecordKeys) {
    keys.append(RecordKey(.open, UInt64(number.rawValue)))
    keys.append(RecordKey(.closed, UInt64(number.rawValue)))
  }

  func appendSubmitted(
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

  func burstID(_ leaf: LeafID, _ community: CommunityID) -> UInt64 {
    UInt64(cell(leaf, community))
  }

  /// Where the appeal has ended since, its submission in the same command names the cell.
  func appendAlert(_ number: AppealNumber, _ keys: inout RecordKeys) {
    guard case .open(let index) = directory[number] else { return }
    let slot = slots[index]
    keys.append(
      RecordKey(.burst, burstID(slot.pointee.reportedLeaf, slot.pointee.community)))
  }

  /// The parent's links, the sibling before, and what was merged into the appeal itself, which
  /// stands behind it among its siblings; all that stands further behind was merged later. Where
  /// the appeal is merged no longer, its siblings have entries of their own, which ended or
  /// released them. O(siblings).
  func appendMerged(
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
  func appendUnmerged(
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
  func appendSiblings(
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
  func appendSide(
    _ number: AppealNumber, _ list: ListID, _ keys: inout RecordKeys
  ) {
    if list == tables.desk(of: .liability) || list == tables.desk(of: .callBack) {
      keys.append(RecordKey(.sideTask, SideTask.key(number, list)))
    } else {
      appendHome(number, &keys)
    }
  }
}
