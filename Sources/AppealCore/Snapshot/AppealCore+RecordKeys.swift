import CivicTime

extension AppealCore {
  /// Calls `body` with the key of every record of the state, in ascending order. O(records).
  public borrowing func forEachRecordKey(_ body: (RecordKey) -> Void) {
    body(RecordKey(.system))
    forEachAppealKey(body)
    forEachSideKey(body)
    for unit in 0..<ledgers.count { body(RecordKey(.unit, UInt64(unit))) }
    for street in 0..<areas.count { body(RecordKey(.area, UInt64(street))) }
    for cell in 0..<bursts.times.cells where bursts.times.last(cell) != .distantPast {
      body(RecordKey(.burst, UInt64(cell)))
    }
    contacts.forEach { contact in
      if contacts.isRemembered(contact, at: now) {
        body(RecordKey(.contact, UInt64(contact.number.rawValue)))
      }
    }
    guard router.isOn else { return }
    for id in 0...router.history.counts.keys.count { body(RecordKey(.routing, UInt64(id))) }
  }

  private func forEachAppealKey(_ body: (RecordKey) -> Void) {
    for kind in [RecordKind.open, .closed] {
      var number = AppealNumber.none
      while let next = directory.next(after: number) {
        number = next
        if case .open = directory[number], kind == .open {
          body(RecordKey(.open, UInt64(number.rawValue)))
        } else if case .closed = directory[number], kind == .closed {
          body(RecordKey(.closed, UInt64(number.rawValue)))
        }
      }
    }
  }

  private func forEachSideKey(_ body: (RecordKey) -> Void) {
    var keys: [UInt64] = []
    for index in 0..<sideTasks.highest {
      let side = sideTasks[UInt32(index)].pointee
      if side.isLive && side.kind.outlives { keys.append(side.key) }
    }
    for key in keys.sorted() { body(RecordKey(.sideTask, key)) }
  }
}
