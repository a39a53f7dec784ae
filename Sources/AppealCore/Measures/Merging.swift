import CivicTime

/// 并案: an appeal joins another of the same leaf. Its own task and clocks end; it stays in memory,
/// countable, and ends when that one does.
extension AppealCore {
  func decideMerge(
    _ appeal: AppealNumber, _ other: AppealNumber, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try running(appeal, now)]
    guard appeal != other else { throw .mergeIntoItself }
    let root = try mergeRoot(of: other, now)
    guard root != appeal else { throw .mergeIntoItself }
    guard slots[slotIndex(root)].pointee.leaf == slot.pointee.leaf else {
      throw .mergeAcrossCategories
    }
    journal.append(JournalEntry(at: now, appeal: appeal, change: .merged(into: root)))
  }

  /// The open appeal itself, or the one it was merged into.
  private func mergeRoot(
    of appeal: AppealNumber, _ now: Instant
  ) throws(Refusal) -> AppealNumber {
    if case .open(let index) = directory[appeal], slots[index].pointee.place == .merged {
      return slots[index].pointee.parent
    }
    _ = try open(appeal, now)
    return appeal
  }

  mutating func evolveMerged(_ entry: JournalEntry, _ parent: AppealNumber) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(parent != entry.appeal, "the journal merges an appeal into itself")
    if slot.pointee.place == .listed { lists.remove(slot: TaskSlot.appeal(index)) }
    dropSides(of: index)
    slot.pointee.place = .merged
    slot.pointee.holder = .none
    slot.pointee.parent = parent
    mergedAppeals += 1
    adoptChildren(of: slot, into: parent)
    resetAlarm(index)
  }

  /// `slot` and then all that were merged into it go to the end of the parent's children.
  private func adoptChildren(of slot: UnsafeMutablePointer<AppealSlot>, into parent: AppealNumber) {
    var child = slot.pointee.firstChild
    while child != .none {
      let next = slots[slotIndex(child)]
      next.pointee.parent = parent
      child = next.pointee.nextSibling
    }
    let number = slot.pointee.number
    let last = slot.pointee.lastChild == .none ? number : slot.pointee.lastChild
    slot.pointee.nextSibling = slot.pointee.firstChild
    slot.pointee.firstChild = .none
    slot.pointee.lastChild = .none
    let root = slots[slotIndex(parent)]
    precondition(root.pointee.place != .merged, "the journal merges into a merged appeal")
    if root.pointee.firstChild == .none {
      root.pointee.firstChild = number
    } else {
      slots[slotIndex(root.pointee.lastChild)].pointee.nextSibling = number
    }
    root.pointee.lastChild = last
  }
}
