import AppealCore
import CivicTime

/// A need lasts from first contact to the last close of all its appeals; its first appeal keeps it.
extension TrialFold {
  /// One more open appeal of the need.
  mutating func joinNeed(_ owner: UInt32, contactAt: Instant) {
    guard let keeper = pages[owner] else { return }
    if keeper.pointee.needOpen == 0 { pages.retain(owner) }
    keeper.pointee.needOpen &+= 1
    if keeper.pointee.flags.contains(.needCounted) { countNeed(keeper, sign: -1) }
    if contactAt < keeper.pointee.contactAt {
      keeper.pointee.contactAt = contactAt
      keeper.pointee.needDue = needDue(keeper)
    }
  }

  /// One appeal of the need is done: closed then, or ended without a result (nil).
  @inline(__always)
  mutating func leaveNeed(_ owner: UInt32, closedAt: Instant?, at now: Instant) {
    guard let keeper = pages[owner] else { return }
    keeper.pointee.needOpen &-= 1
    if let closedAt { keeper.pointee.needClosedAt = max(keeper.pointee.needClosedAt, closedAt) }
    guard keeper.pointee.needOpen == 0 else { return }
    if keeper.pointee.needClosedAt != .distantPast { countNeed(keeper, sign: 1) }
    pages.release(owner, at: now)
  }

  @inline(__always)
  private mutating func countNeed(_ keeper: UnsafeMutablePointer<AppealRecord>, sign: Int) {
    let due = keeper.pointee.needDue
    if isInWindow(due) {
      scalars.need.add(met: keeper.pointee.needClosedAt <= due, sign: sign)
    }
    if sign > 0 {
      keeper.pointee.flags.insert(.needCounted)
    } else {
      keeper.pointee.flags.remove(.needCounted)
    }
  }

  /// 并案: the appeal is done; its need waits for the parent's close.
  mutating func merge(_ number: UInt32, into parent: UInt32, at now: Instant) {
    guard let record = pages[number], record.pointee.flags.contains(.open) else { return }
    record.pointee.flags.remove(.open)
    record.pointee.flags.insert(.merged)
    changeBacklog(by: -1, at: now)
    if inWindow { scalars.merged &+= 1 }
    guard let head = pages[parent] else {
      leaveNeed(record.pointee.owner, closedAt: nil, at: now)
      return pages.release(number, at: now)
    }
    if head.pointee.flags.contains(.open) || head.pointee.flags.contains(.merged) {
      record.pointee.nextMerged = head.pointee.firstMerged
      head.pointee.firstMerged = number
    } else {
      let closedAt = head.pointee.flags.contains(.closed) ? now : nil
      leaveNeed(record.pointee.owner, closedAt: closedAt, at: now)
      pages.release(number, at: now)
    }
  }

  /// The appeal goes on in the place of `parent`, with all that was merged into that.
  mutating func unmerge(_ number: UInt32, from parent: UInt32, at now: Instant) {
    guard let record = pages[number], let head = pages[parent],
      record.pointee.flags.contains(.merged)
    else { return }
    record.pointee.flags.remove(.merged)
    record.pointee.flags.insert(.open)
    changeBacklog(by: 1, at: now)
    var rest = head.pointee.firstMerged
    head.pointee.firstMerged = 0
    while rest != 0, let other = pages[rest] {
      let next = other.pointee.nextMerged
      other.pointee.nextMerged = 0
      if rest != number {
        other.pointee.nextMerged = record.pointee.firstMerged
        record.pointee.firstMerged = rest
      }
      rest = next
    }
  }

  /// Ends the needs of all appeals merged into `parent`, and into those in turn.
  mutating func finishMerged(
    _ parent: UnsafeMutablePointer<AppealRecord>, closedAt: Instant?, at now: Instant
  ) {
    var heads = [parent.pointee.firstMerged]
    parent.pointee.firstMerged = 0
    while let number = heads.popLast(), number != 0, let child = pages[number] {
      heads.append(child.pointee.nextMerged)
      if child.pointee.firstMerged != 0 { heads.append(child.pointee.firstMerged) }
      child.pointee.firstMerged = 0
      child.pointee.nextMerged = 0
      leaveNeed(child.pointee.owner, closedAt: closedAt, at: now)
      pages.release(number, at: now)
    }
  }
}
