import CivicTime

/// Turns readings of a wall clock into instants, many a second: the offset is looked up once for
/// each stretch of days without a change.
struct LocalClock {
  private let zone: TimeZoneRules
  /// Readings that are known to have `offset`.
  private var known: Range<Int64> = 0..<0
  private var offset: Milliseconds = 0

  init(_ zone: TimeZoneRules) { self.zone = zone }

  mutating func instant(of reading: LocalDateTime) -> Instant {
    let local = reading.localMilliseconds
    if known.contains(local) { return Instant(milliseconds: local - offset) }
    // No offset, and no change of one, is longer than a day.
    let start = Instant(milliseconds: local - .days(2))
    let change = zone.nextTransition(after: start) ?? .distantFuture
    let end = change - .days(2)
    guard end.milliseconds > local else { return zone.instant(of: reading) }
    offset = .seconds(Int64(zone.offsetSeconds(at: start)))
    known = local..<min(end.milliseconds, local + .days(366))
    return Instant(milliseconds: local - offset)
  }
}
