import AppealCore
import CivicTime

/// Counting of appeals that are closed, or open at the end.
extension TrialFold {
  @inline(__always)
  func isInWindow(_ instant: Instant) -> Bool {
    instant >= tables.windowStart && instant < tables.windowEnd
  }

  @inline(__always)
  func referenceDue(_ record: UnsafeMutablePointer<AppealRecord>, from start: Instant) -> Instant {
    let row = tables.row(record.pointee.nature, record.pointee.referenceLeaf)
    return tables.clock.deadline(for: tables.referenceTargets[row], from: start)
  }

  /// The reference limit from first contact, or from registration where the calendar does not
  /// reach back to the contact.
  @inline(__always)
  func needDue(_ record: UnsafeMutablePointer<AppealRecord>) -> Instant {
    let contact = record.pointee.contactAt
    let start = tables.clock.covers(contact) ? contact : record.pointee.submittedAt
    return referenceDue(record, from: start)
  }

  /// Counts a closed appeal, or takes it back (`sign` -1) when it is reopened.
  @inline(__always)
  mutating func settle(_ record: UnsafeMutablePointer<AppealRecord>, sign: Int) {
    let closedAt = record.pointee.closedAt
    if isInWindow(record.pointee.referenceDue) {
      scalars.reference.add(met: closedAt <= record.pointee.referenceDue, sign: sign)
    }
    if isInWindow(record.pointee.due) {
      countOwn(record, met: closedAt <= record.pointee.due, sign: sign)
    }
    guard isInWindow(closedAt) else { return }
    scalars.closed &+= sign
    if record.pointee.firstUnit != .max {
      scalars.dispatched &+= sign
      if record.pointee.firstUnit == record.pointee.unit { scalars.closedByFirstUnit &+= sign }
      let isKnown = record.pointee.trueUnit != .max
      let right = isKnown ? record.pointee.trueUnit : record.pointee.unit
      if record.pointee.firstUnit == right { scalars.rightAtFirst &+= sign }
    }
    let begun = record.pointee.submittedAt
    counters.closeBins[DurationScale.bin(closedAt - begun)] &+= sign
    let working = tables.clock.workingTime(from: begun, to: closedAt)
    counters.workingBins[DurationScale.bin(working)] &+= sign
  }

  @inline(__always)
  private mutating func countOwn(
    _ record: UnsafeMutablePointer<AppealRecord>, met: Bool, sign: Int
  ) {
    scalars.own.add(met: met, sign: sign)
    let flags = record.pointee.flags
    if flags.contains(.wasExtended) { scalars.dueExtended &+= sign }
    if flags.contains(.wasSuspended) { scalars.dueSuspended &+= sign }
    let layout = counters.layout
    let groups = counters.groups
    let row = tables.row(record.pointee.nature, record.pointee.leaf)
    let limit = Int(tables.ownLimits[row])
    let unit = min(Int(record.pointee.unit), tables.unitCount)
    groups[layout.channel &+ Int(record.pointee.channel)].add(met: met, sign: sign)
    groups[layout.street &+ Int(record.pointee.street)].add(met: met, sign: sign)
    groups[layout.category &+ Int(tables.leafCategory[Int(record.pointee.leaf)])]
      .add(met: met, sign: sign)
    groups[layout.unit &+ unit].add(met: met, sign: sign)
    groups[layout.nature &+ Int(record.pointee.nature)].add(met: met, sign: sign)
    groups[layout.limit &+ limit].add(met: met, sign: sign)
    let span = record.pointee.due - record.pointee.submittedAt
    counters.limitSpans[limit] &+= span &* Int64(sign)
  }

  /// At the end of the window: what is open past its deadline is late; what stands suspended has
  /// no deadline.
  mutating func countOpen() {
    var open: [UInt32] = []
    pages.forEach { number, record in
      let isNeedOpen = record.owner == number && record.needOpen > 0
      if number != 0, record.flags.contains(.open) || isNeedOpen { open.append(number) }
    }
    for number in open {
      guard let record = pages[number] else { continue }
      if record.pointee.flags.contains(.open) { countOpenAppeal(record) }
      if record.pointee.owner == number, record.pointee.needOpen > 0,
        isInWindow(record.pointee.needDue)
      {
        scalars.need.add(met: false, sign: 1)
      }
    }
  }

  private mutating func countOpenAppeal(_ record: UnsafeMutablePointer<AppealRecord>) {
    if isInWindow(record.pointee.referenceDue) { scalars.reference.add(met: false, sign: 1) }
    if isInWindow(record.pointee.due), !record.pointee.flags.contains(.suspended) {
      countOwn(record, met: false, sign: 1)
    }
    let age = tables.windowEnd - record.pointee.submittedAt
    scalars.oldestOpen = max(scalars.oldestOpen, age)
  }
}
