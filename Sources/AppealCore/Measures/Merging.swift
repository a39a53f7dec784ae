import CivicTime

/// 并案: an appeal joins another of the same leaf and community. Its own task and clocks end; it stays
/// in memory, countable, and ends when that one does, which is due no later than what joined it. Where
/// only the matter of the other's citizen ends, the first of the merged goes on in its place.
extension AppealCore {
  func decideMerge(
    _ appeal: AppealNumber, _ other: AppealNumber, _ now: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try running(appeal, now)]
    guard appeal != other else { throw .mergeIntoItself }
    let root = try mergeRoot(of: other, now)
    guard root != appeal else { throw .mergeIntoItself }
    let parent = slots[slotIndex(root)]
    guard parent.pointee.leaf == slot.pointee.leaf else { throw .mergeAcrossCategories }
    guard parent.pointee.community == slot.pointee.community else {
      throw .mergeAcrossCommunities
    }
    journal.append(JournalEntry(at: now, appeal: appeal, change: .merged(into: root)))
    guard parent.pointee.alarmsRun, slot.pointee.due < parent.pointee.due else { return }
    journal.append(
      JournalEntry(
        at: now, appeal: root, change: .deadlineChanged(.merged, due: slot.pointee.due)))
  }

  /// The first merged appeal goes back to where it stood, and the others belong to it from now on.
  func journalSuccession(
    _ parent: UnsafeMutablePointer<AppealSlot>, _ now: Instant, _ journal: inout JournalBuffer
  ) {
    let first = parent.pointee.firstChild
    guard first != .none else { return }
    let slot = slots[slotIndex(first)]
    journal.append(
      JournalEntry(
        at: now, appeal: first,
        change: .unmerged(
          from: parent.pointee.number, list: slot.pointee.list,
          nodeDue: nodeDeadline(slot.pointee.node, from: now))))
    var due = slot.pointee.due
    var child = slot.pointee.nextSibling
    while child != .none {
      let other = slots[slotIndex(child)]
      due = min(due, other.pointee.due)
      child = other.pointee.nextSibling
    }
    guard due < slot.pointee.due else { return }
    journal.append(
      JournalEntry(at: now, appeal: first, change: .deadlineChanged(.merged, due: due)))
  }

  mutating func evolveUnmerged(_ entry: JournalEntry, _ list: ListID, _ nodeDue: Instant) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(
      slot.pointee.place == .merged, "the journal takes an appeal out that was not merged")
    let parent = slots[slotIndex(slot.pointee.parent)]
    precondition(parent.pointee.firstChild == entry.appeal, "another appeal goes on first")
    let rest = slot.pointee.nextSibling
    slot.pointee.firstChild = rest
    slot.pointee.lastChild = rest == .none ? .none : parent.pointee.lastChild
    slot.pointee.nextSibling = .none
    slot.pointee.parent = .none
    parent.pointee.firstChild = .none
    parent.pointee.lastChild = .none
    var child = rest
    while child != .none {
      let other = slots[slotIndex(child)]
      other.pointee.parent = entry.appeal
      child = other.pointee.nextSibling
    }
    mergedAppeals -= 1
    slot.pointee.flags.remove([.nodeBreached, .touched])
    slot.pointee.nodeDue = nodeDue
    slot.pointee.clockFrom = entry.at + slot.pointee.clockFrom.milliseconds
    resetRung(index)
    resetChaser(index)
    enlist(index, on: list)
    resetAlarm(index)
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
    slot.pointee.clockFrom = Instant(milliseconds: slot.pointee.clockFrom - entry.at)
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
