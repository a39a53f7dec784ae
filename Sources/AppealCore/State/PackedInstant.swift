import CivicTime

/// An instant in six bytes: milliseconds in 48 bits, 4,460 years about 1970, and the distant future.
struct PackedInstant: BitwiseCopyable {
  private var low: UInt32
  private var high: Int16

  private static let limit = Int64(1) << 47

  /// Whether it can be packed.
  static func holds(_ instant: Instant) -> Bool {
    instant == .distantFuture
      || (instant.milliseconds > -limit && instant.milliseconds < limit - 1)
  }

  init(_ instant: Instant) {
    precondition(Self.holds(instant), "an instant out of range")
    let value = instant == .distantFuture ? Self.limit - 1 : instant.milliseconds
    low = UInt32(truncatingIfNeeded: value)
    high = Int16(truncatingIfNeeded: value >> 32)
  }

  var instant: Instant {
    let value = Int64(high) << 32 | Int64(low)
    return value == Self.limit - 1 ? .distantFuture : Instant(milliseconds: value)
  }
}
