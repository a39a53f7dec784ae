/// A key by which a heap orders its items.
///
/// The order is static, so the compiler specialises and inlines it. Make it *total*: if two
/// different items never tie, the order of removal depends on nothing but the keys.
///
///     struct AlarmKey: HeapKey {
///       var due: Int64
///       var number: UInt32
///       @inlinable static func precedes(_ a: AlarmKey, _ b: AlarmKey) -> Bool {
///         a.due != b.due ? a.due < b.due : a.number < b.number
///       }
///     }
public protocol HeapKey: BitwiseCopyable {
  /// True if `first` leaves the heap before `second`. A strict weak order.
  static func precedes(_ first: Self, _ second: Self) -> Bool
}

/// An integer is its own key: the least leaves first.
extension Int64: HeapKey {
  @inlinable
  public static func precedes(_ first: Int64, _ second: Int64) -> Bool { first < second }
}
