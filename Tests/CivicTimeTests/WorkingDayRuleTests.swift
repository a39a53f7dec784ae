import CivicTime
import Testing

/// The three ways to count, on the Chinese National Day of 2018: Friday 28 September is followed by
/// two make-up days, then seven days off, then Monday 8 October.
struct WorkingDayRuleTests {
  private let calendar: WorkingCalendar
  private let zone: TimeZoneRules

  init() throws {
    zone = try .named("Asia/Shanghai")
    let hours = try OfficeHours(parsing: "Mon-Thu 9-12,14-18; Fri 9-12,14-17")
    calendar = try WorkingCalendar(
      .chinese(zone: zone, hours: hours), from: date("2018-01-01"), through: date("2018-12-31"))
  }

  @Test(arguments: [
    // The day of filing does not count, at whatever hour.
    ("2018-09-28T10:00", 1, "2018-09-29T18:00"), ("2018-09-28T23:59", 1, "2018-09-29T18:00"),
    ("2018-09-28T00:00", 2, "2018-09-30T18:00"), ("2018-09-28T10:00", 3, "2018-10-08T18:00"),
    // Nor does a day off.
    ("2018-10-03T10:00", 1, "2018-10-08T18:00"), ("2018-10-03T10:00", 5, "2018-10-12T17:00"),
    // None: the day of the next working instant.
    ("2018-09-28T10:00", 0, "2018-09-28T17:00"), ("2018-09-28T17:00", 0, "2018-09-29T18:00"),
    ("2018-10-03T10:00", 0, "2018-10-08T18:00"),
    // Backwards.
    ("2018-10-08T08:00", -1, "2018-09-30T18:00"), ("2018-10-03T10:00", -1, "2018-09-30T18:00"),
    ("2018-10-03T10:00", -3, "2018-09-28T17:00"),
  ])
  func endOfDay(_ start: String, _ count: Int, _ due: String) throws {
    try check(start, count, .endOfDay, due)
  }

  @Test(arguments: [
    ("2018-09-28T10:00", 1, "2018-09-29T10:00"), ("2018-09-28T10:00", 3, "2018-10-08T10:00"),
    ("2018-10-03T10:00", 1, "2018-10-09T09:00"), ("2018-10-03T10:00", 0, "2018-10-08T09:00"),
    ("2018-10-03T10:00", -1, "2018-09-30T09:00"),
    ("2018-10-09T10:15:30", -2, "2018-09-30T10:15:30"),
    // Shut then, because the day is shorter: its close.
    ("2018-10-11T17:30", 1, "2018-10-12T17:00"),
    // At closing time the next day has begun to count.
    ("2018-10-11T18:00", 1, "2018-10-15T09:00"),
  ])
  func sameClockTime(_ start: String, _ count: Int, _ due: String) throws {
    try check(start, count, .sameClockTime, due)
  }

  @Test(arguments: [
    ("2018-09-28T10:00", 1, "2018-09-29T11:00"), ("2018-10-08T09:00", 2, "2018-10-09T18:00"),
    ("2018-10-03T10:00", 0, "2018-10-08T09:00"), ("2018-10-09T09:00", -1, "2018-10-08T09:00"),
  ])
  func hoursPerDay(_ start: String, _ count: Int, _ due: String) throws {
    try check(start, count, .hoursPerDay(.hours(7)), due)
  }

  private func check(_ start: String, _ count: Int, _ rule: WorkingDayRule, _ due: String) throws {
    let from = try instant(start, in: zone)
    let result = calendar.clock.addWorkingDays(count, to: from, rule: rule)
    #expect(result == (try instant(due, in: zone)), "\(result.iso8601(in: zone))")
    let target = Target.workingDays(Int32(count), rule)
    #expect(calendar.clock.deadline(for: target, from: from) == result)
  }

  @Test func aShutClockTimeMovesToTheNextOpeningOfItsDay() throws {
    let calendar = try CivicTimeTests.calendar(
      "Mon 9-18; Tue 10-12,14-18", from: "2018-10-01", through: "2018-10-31")
    for (start, due) in [("12:30", "14:00"), ("09:30", "10:00"), ("12:00", "12:00")] {
      let result = calendar.clock.addWorkingDays(
        1, to: try instant("2018-10-08T\(start)"), rule: .sameClockTime)
      #expect(result == (try instant("2018-10-09T\(due)")))
    }
  }

  @Test(arguments: [WorkingDayRule.endOfDay, .sameClockTime, .hoursPerDay(.hours(7))])
  func doesNotGuessPastTheHorizon(_ rule: WorkingDayRule) throws {
    let clock = calendar.clock
    let start = try instant("2018-06-01T10:00", in: zone)
    for far in [1_000, Int(Int32.max), Int.max] {
      #expect(clock.addWorkingDays(far, to: start, rule: rule) == .distantFuture)
      #expect(clock.addWorkingDays(-far, to: start, rule: rule) == .distantPast)
    }
    #expect(clock.addWorkingDays(0, to: clock.end, rule: rule) == .distantFuture)
  }
}
