import CivicTime

/// Log-linear bins for durations: whole seconds below 128, then 128 bins an octave.
///
/// A bin is at most 1/128 of its value wide. Counts are integers, so that histograms of shards
/// are merged exactly.
enum DurationScale {
  /// Bins up to 2³³ seconds (272 years); what is longer falls in the last.
  static let binCount = 27 * 128 + 128

  /// The bin of a duration; negative ones count as zero.
  @inline(__always)
  static func bin(_ duration: Milliseconds) -> Int {
    let seconds = max(0, duration) / 1_000
    guard seconds >= 128 else { return Int(seconds) }
    let shift = 56 - seconds.leadingZeroBitCount
    return min(shift << 7 + Int(seconds >> Int64(shift)), binCount - 1)
  }

  /// Lower edge of a bin, in seconds; the upper edge is the next bin's lower one.
  static func lowSeconds(_ bin: Int) -> Int {
    let shift = max(0, bin >> 7 - 1)
    return (bin - shift << 7) << shift
  }
}
