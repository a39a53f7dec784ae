/// Ledgers, areas, contacts.
extension AppealCore {
  func append(_ unit: UnitID, _ keys: inout RecordKeys) {
    keys.append(RecordKey(.unit, UInt64(unit.rawValue)))
  }

  /// The ledger of whoever has a list; desks have none.
  func append(_ list: ListID, _ keys: inout RecordKeys) {
    guard list.index < ledgers.count else { return }
    keys.append(RecordKey(.unit, UInt64(row(of: list))))
  }

  func appendPosts(_ keys: inout RecordKeys) {
    for post in 0..<tables.postCount { append(ListID(post), &keys) }
  }

  /// All with whom the appeal may have been: where it is, its lead unit, its post and the grid
  /// officers of its street. A post that it has left since is named by the entry that says so.
  func appendPerformers(of number: AppealNumber, _ keys: inout RecordKeys) {
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
  func appendUnit(of number: AppealNumber, _ keys: inout RecordKeys) {
    let unit: UnitID
    switch directory[number] {
    case .open(let index): unit = slots[index].pointee.unit
    case .closed(let index): unit = tombstones[index].pointee.unit
    case .none: return appendAllLedgers(&keys)
    }
    if unit != .none { append(unit, &keys) }
  }

  func appendAllLedgers(_ keys: inout RecordKeys) {
    for row in 0..<ledgers.count { keys.append(RecordKey(.unit, UInt64(row))) }
  }

  /// The area, and its open appeals: their ranks and lists follow the mode. The posts that tasks
  /// leave are named for deadlines that were missed there.
  func appendMode(_ street: StreetID, _ keys: inout RecordKeys) {
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

  func appendContacts(_ keys: inout RecordKeys) {
    contacts.forEach { keys.append(RecordKey(.contact, UInt64($0.number.rawValue))) }
  }
}

// MARK: - What is learned

extension AppealCore {
  /// The classes of cases that the close of an appeal adds to; each, where it is forgotten already.
  func appendLearned(of number: AppealNumber, _ keys: inout RecordKeys) {
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
  func appendFormerLeaves(of number: AppealNumber, _ keys: inout RecordKeys) {
    guard router.isOn, case .some(let reopenings) = reopenings(of: number), reopenings >= 2,
      var subject = subject(number)
    else { return }
    for leaf in 0..<tables.leafCount {
      subject.leaf = LeafID(leaf)
      append(subject, &keys)
    }
  }

  func reopenings(of number: AppealNumber) -> UInt8? {
    switch directory[number] {
    case .open(let index): slots[index].pointee.reopenings
    case .closed(let index): tombstones[index].pointee.reopenings
    case .none: nil
    }
  }

  func append(_ subject: LearnedRouter.Subject, _ keys: inout RecordKeys) {
    router.forEachClass(of: subject) { keys.append(RecordKey(.routing, UInt64($0 + 1))) }
  }

  func appendAllClasses(_ keys: inout RecordKeys) {
    for id in 0...router.history.counts.keys.count {
      keys.append(RecordKey(.routing, UInt64(id)))
    }
  }
}
