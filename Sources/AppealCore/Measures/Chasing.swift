import CivicTime

/// 专人跟进: in a dedicated lane a named person steps in when a part of the limit has passed.
extension AppealCore {
  /// When the chaser steps in follows from the deadline, until it has.
  mutating func resetChaser(_ index: UInt32) {
    let slot = slots[index]
    guard slot.pointee.lane != .common, !slot.pointee.flags.contains(.chased) else { return }
    let terms = tables.measures.lanes[Int(slot.pointee.lane.rawValue)]
    guard terms.chaseAt >= 0 else { return }
    slot.pointee.chaseAt = share(terms.chaseAt, slot.pointee.clockFrom, slot.pointee.due)
  }

  func chaseChange(_ slot: UnsafeMutablePointer<AppealSlot>) -> Change {
    .sideTaskOpened(.chase, list: tables.desk(of: .chase), due: slot.pointee.due)
  }
}
