import CivicTime

/// A task beside the appeal's own: found by appeal and list, since a list has at most one of each
/// appeal.
struct SideTask: BitwiseCopyable {
  var due: Instant
  var number: AppealNumber
  var holder: StaffID = .none
  /// Index of the next one of the same open appeal, for those that end with it.
  var next: UInt32 = .max
  var list: ListID
  var kind: SideTaskKind
  var place: Place
  var rank: UInt8
  var isLive = true

  enum Place: UInt8, BitwiseCopyable {
    /// Waits for its turn.
    case planned
    case listed, held
  }

  /// The key by which it is found.
  static func key(_ number: AppealNumber, _ list: ListID) -> UInt64 {
    UInt64(number.rawValue) << 16 | UInt64(list.rawValue)
  }

  var key: UInt64 { Self.key(number, list) }
}

/// What is numbered on work lists: open appeals and side tasks, in turn.
enum TaskSlot {
  static func appeal(_ index: UInt32) -> UInt32 { index << 1 }
  static func side(_ index: UInt32) -> UInt32 { index << 1 | 1 }
  static func isSide(_ slot: UInt32) -> Bool { slot & 1 == 1 }
  static func index(_ slot: UInt32) -> UInt32 { slot >> 1 }
}
