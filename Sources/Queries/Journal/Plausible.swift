/// What a journal may say of times; all else is damage.
enum Plausible {
  /// 1900 to 2200, in milliseconds UTC.
  static let instants: ClosedRange<Int64> = -2_208_988_800_000...7_258_118_400_000
  /// Seconds of a wall clock ahead of UTC: at most a day.
  static let offsets = -86_400...86_400
  /// Bits of a reference.
  static let shifts = 0...63
}
