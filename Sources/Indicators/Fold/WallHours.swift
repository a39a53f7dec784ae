import CivicTime

/// The hour of the week on the wall clock, Monday 00:00 being 0: a constant-time look-up while the
/// zone's offset does not change.
struct WallHours {
  private let zone: TimeZoneRules
  private var from = Instant.distantFuture
  private var until = Instant.distantPast
  private var offset: Milliseconds = 0

  init(_ zone: TimeZoneRules) { self.zone = zone }

  @inline(__always)
  mutating func hourOfWeek(_ instant: Instant) -> Int {
    if instant < from || instant >= until { refresh(instant) }
    // 1970-01-01 was a Thursday, three days after a Monday.
    let sinceMonday = instant.milliseconds &+ offset &+ 3 &* 86_400_000
    let hour = Int((sinceMonday >= 0 ? sinceMonday : sinceMonday - 3_599_999) / 3_600_000)
    let week = hour % 168
    return week < 0 ? week + 168 : week
  }

  private mutating func refresh(_ instant: Instant) {
    offset = .seconds(Int64(zone.offsetSeconds(at: instant)))
    from = instant
    until = zone.nextTransition(after: instant) ?? .distantFuture
  }
}
