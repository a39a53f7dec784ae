import CivicTime

/// Open and closed appeals, and their side tasks. What a record says on its own is checked as it
/// comes; how records agree, when all have come.
extension AppealCore {
  mutating func loadOpen(
    _ id: UInt64, _ words: borrowing RecordWords, _ loading: inout Loading
  ) -> String? {
    guard let raw = UInt32(exactly: id) else { return "an unknown appeal" }
    let number = AppealNumber(rawValue: raw)
    guard let slot = AppealSlot(number, words) else { return Self.unknownValue }
    loading.scratch.removeAll()
    slot.encode(into: &loading.scratch)
    guard words.holds(loading.scratch, at: 0) else { return Self.strayBits }
    let index = slots.claim()
    slots[index].initialize(to: slot)
    if let fault = rangeFault(slots[index]) { return fault }
    if references[slot.reference] != nil { return "its reference is another's" }
    directory.restore(number, at: .open(index))
    references.insert(slot.reference, raw)
    return loadChain(index, words, &loading)
  }

  private mutating func loadChain(
    _ index: UInt32, _ words: borrowing RecordWords, _ loading: inout Loading
  ) -> String? {
    let slot = slots[index]
    var position = AppealSlot.wordCount
    var last = UInt32.max
    while position < words.count {
      guard let side = SideTask(slot.pointee.number, words, at: position) else {
        return Self.unknownValue
      }
      if let fault = loadSide(side, words, at: position, &loading) { return fault }
      let added = sideIndex[side.key].map { $0 - 1 } ?? .max
      if last == .max {
        slot.pointee.firstSide = added
      } else {
        sideTasks[last].pointee.next = added
      }
      last = added
      position += SideTask.wordCount
    }
    return nil
  }

  mutating func loadOutliving(
    _ id: UInt64, _ words: borrowing RecordWords, _ loading: inout Loading
  ) -> String? {
    guard let raw = UInt32(exactly: id >> 16),
      let side = SideTask(AppealNumber(rawValue: raw), words, at: 0)
    else { return Self.unknownValue }
    guard words.count == SideTask.wordCount, side.key == id, side.kind.outlives else {
      return "another side task"
    }
    return loadSide(side, words, at: 0, &loading)
  }

  private mutating func loadSide(
    _ side: SideTask, _ words: borrowing RecordWords, at position: Int, _ loading: inout Loading
  ) -> String? {
    loading.scratch.removeAll()
    side.encode(into: &loading.scratch)
    guard words.holds(loading.scratch, at: position) else { return Self.strayBits }
    if let fault = sideFault(side) { return fault }
    if sideIndex[side.key] != nil { return "two side tasks on one list" }
    let index = sideTasks.claim()
    sideTasks[index].initialize(to: side)
    sideIndex.insert(side.key, index + 1)
    if side.place == .listed {
      let key = TaskKey(tables.order, rank: side.rank, due: side.due, number: side.number)
      lists.insert(slot: TaskSlot.side(index), key: key, into: side.list.index)
    }
    return nil
  }

  mutating func loadClosed(
    _ id: UInt64, _ words: borrowing RecordWords, _ loading: inout Loading
  ) -> String? {
    guard let raw = UInt32(exactly: id) else { return "an unknown appeal" }
    let number = AppealNumber(rawValue: raw)
    guard let grave = Tombstone(number, words) else { return Self.unknownValue }
    loading.scratch.removeAll()
    grave.encode(into: &loading.scratch)
    guard words.holds(loading.scratch, at: 0) else { return Self.strayBits }
    if let fault = graveFault(grave) { return fault }
    if isForgotten(closedAt: grave.closedAt, nature: grave.nature) { return nil }
    if directory[number] != .none { return "it is open as well" }
    if references[grave.reference] != nil { return "its reference is another's" }
    let index = tombstones.claim()
    tombstones[index].initialize(to: grave)
    directory.restore(number, at: .closed(index))
    references.insert(grave.reference, raw)
    loading.graves.append(Grave(closedAt: grave.closedAt, index: index))
    return nil
  }

  static var unknownValue: String { "a field has a value without meaning" }
  static var strayBits: String { "bits are set that mean nothing" }
}

// MARK: - When all have come

extension AppealCore {
  mutating func finishLoading(_ loading: inout Loading) throws(RestoreError) {
    if loading.units < ledgers.count {
      throw .missing(RecordKey(.unit, UInt64(loading.units)))
    }
    if loading.areas < areas.count { throw .missing(RecordKey(.area, UInt64(loading.areas))) }
    if router.isOn && loading.classes.count == 0 { throw .missing(RecordKey(.routing)) }
    let alarm = systemAlarm
    resetSystemAlarm()
    if systemAlarm != alarm || alarm < now {
      throw .corrupt(RecordKey(.system), "the system's alarm does not follow")
    }
    directory.restoreEnd(AppealNumber(acceptedAppeals))
    try finishOpen()
    finishGraves(&loading.graves)
    if tombstones.liveCount > closedAppeals + cancelledAppeals {
      throw .corrupt(RecordKey(.system), "more appeals have ended than it counts")
    }
    if router.isOn, let fault = classesFault(loading.classes) {
      throw .corrupt(RecordKey(.routing), fault)
    }
  }

  /// Puts every open appeal on its list and its alarm, once it is known to fit.
  private mutating func finishOpen() throws(RestoreError) {
    var (merged, children) = (0, 0)
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      guard case .open(let index) = directory[number] else { continue }
      let slot = slots[index]
      if let fault = stateFault(slot) {
        throw .corrupt(RecordKey(.open, UInt64(number.rawValue)), fault)
      }
      if slot.pointee.place == .merged { merged += 1 }
      children += childCount(slot)
      if slot.pointee.place == .listed {
        lists.insert(
          slot: TaskSlot.appeal(index), key: taskKey(index), into: slot.pointee.list.index)
      }
      resetAlarm(index)
    }
    if merged != mergedAppeals || children != merged {
      throw .corrupt(RecordKey(.system), "merged appeals are miscounted")
    }
  }

  /// Tombstones in order of time.
  private mutating func finishGraves(_ graves: inout [Grave]) {
    graves.sort { ($0.closedAt, $0.index) < ($1.closedAt, $1.index) }
    for grave in graves { chain(grave.index) }
  }
}
