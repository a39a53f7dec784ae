import CivicTime

/// Small numbers side by side in one word, the first lowest.
extension RecordWords {
  mutating func append(_ instant: Instant) { append(UInt64(bitPattern: instant.milliseconds)) }

  mutating func append(_ a: UInt32, _ b: UInt32) { append(UInt64(a) | UInt64(b) << 32) }

  mutating func append(_ a: UInt16, _ b: UInt16, _ c: UInt16, _ d: UInt16) {
    append(UInt64(a) | UInt64(b) << 16 | UInt64(c) << 32 | UInt64(d) << 48)
  }

  mutating func append(
    _ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, _ e: UInt8, _ f: UInt8, _ g: UInt8, _ h: UInt8
  ) {
    let low = UInt64(a) | UInt64(b) << 8 | UInt64(c) << 16 | UInt64(d) << 24
    append(low | UInt64(e) << 32 | UInt64(f) << 40 | UInt64(g) << 48 | UInt64(h) << 56)
  }

  func instant(_ position: Int) -> Instant {
    Instant(milliseconds: Int64(bitPattern: self[position]))
  }

  /// The byte number `byte` of a word.
  func byte(_ position: Int, _ byte: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: self[position] >> UInt64(8 * byte))
  }

  /// The quarter number `quarter` of a word.
  func short(_ position: Int, _ quarter: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: self[position] >> UInt64(16 * quarter))
  }

  func low(_ position: Int) -> UInt32 { UInt32(truncatingIfNeeded: self[position]) }
  func high(_ position: Int) -> UInt32 { UInt32(truncatingIfNeeded: self[position] >> 32) }
}
