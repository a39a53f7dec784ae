import CivicTime
import Heaps

/// Order on a work list: (rank, due, number), or less of it (`WorkListOrder`). Total, since
/// numbers differ.
struct TaskKey: HeapKey {
  /// Rank in the top two bits, the deadline below.
  var urgency: UInt64
  var number: UInt32

  @inline(__always)
  static func precedes(_ first: TaskKey, _ second: TaskKey) -> Bool {
    first.urgency != second.urgency
      ? first.urgency < second.urgency : first.number < second.number
  }

  /// As the order has it: 0 for all under `strictArrival`.
  var rank: UInt8 { UInt8(urgency >> 62) }

  @inline(__always)
  init(_ order: WorkListOrder, rank: UInt8, due: Instant, number: AppealNumber) {
    // Deadlines before 1970 would wrap: they tie at zero and are ordered by number.
    // The distant future ties at the end of what 62 bits hold.
    let instant = UInt64(min(max(due.milliseconds, 0), 1 << 62 - 1))
    switch order {
    case .deadline: urgency = UInt64(rank) << 62 | instant
    case .arrival: urgency = UInt64(rank) << 62
    case .strictArrival: urgency = 0
    }
    self.number = number.rawValue
  }
}

/// Order of alarms: (instant, number).
struct AlarmKey: HeapKey {
  var instant: Int64
  var number: UInt32

  @inline(__always)
  static func precedes(_ first: AlarmKey, _ second: AlarmKey) -> Bool {
    first.instant != second.instant
      ? first.instant < second.instant : first.number < second.number
  }
}
