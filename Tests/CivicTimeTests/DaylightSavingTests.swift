import CivicTime
import Testing

/// Berlin skips 02:00–03:00 on 2016-03-27 and shows it twice on 2016-10-30.
struct DaylightSavingTests {
  private let berlin: TimeZoneRules
  private let gap: CivilDate
  private let overlap: CivilDate

  init() throws {
    berlin = try .named("Europe/Berlin")
    gap = try date("2016-03-27")
    overlap = try date("2016-10-30")
  }

  @Test func readingsInAGapTakeTheOffsetBefore() throws {
    let local = LocalDateTime(gap, try CivilTime(hour: 2, minute: 30))
    let expected = try instant("2016-03-27T03:30:00+02:00")
    #expect(berlin.instant(of: local) == expected)
    let transition = try instant("2016-03-27T01:00:00Z")
    #expect(berlin.occurrences(of: local) == .skipped(transition: transition, resolved: expected))
    let end = LocalDateTime(gap, try CivilTime(hour: 3))
    #expect(berlin.occurrences(of: end) == .once(transition))
  }

  @Test func readingsInAnOverlapMeanTheFirst() throws {
    let local = LocalDateTime(overlap, try CivilTime(hour: 2, minute: 30))
    let first = try instant("2016-10-30T02:30:00+02:00")
    let second = try instant("2016-10-30T02:30:00+01:00")
    #expect(berlin.occurrences(of: local) == .twice(first: first, second: second))
    #expect(berlin.instant(of: local) == first)
    #expect(try instant("2016-10-30T02:30:00", in: berlin) == first)
  }

  @Test(arguments: [
    ("Sun 1-4", "2016-03-27", 2), ("Sun 1-4", "2016-10-30", 4), ("Sun 2-3", "2016-10-30", 2),
    ("Sun 0-24", "2016-03-27", 23), ("Sun 0-24", "2016-10-30", 25), ("Sun 9-17", "2016-10-30", 8),
  ])
  func officeHoursFollowTheWallClock(_ hours: String, _ day: String, _ expected: Int64) throws {
    let calendar = try calendar(hours, zone: "Europe/Berlin", from: day, through: day)
    let clock = calendar.clock
    #expect(clock.workingTime(from: clock.start, to: clock.end) == .hours(expected))
  }

  @Test func aDayWhoseHoursAreAllSkippedIsNoWorkingDay() throws {
    let calendar = try calendar(
      "Sun 2-3", zone: "Europe/Berlin", from: "2016-03-20", through: "2016-04-03")
    let clock = calendar.clock
    #expect(!clock.isWorkingDay(containing: try instant("2016-03-27T12:00:00Z")))
    let from = try instant("2016-03-20T01:30:00Z")
    let next = clock.addWorkingDays(1, to: from, rule: .sameClockTime)
    #expect(next == (try instant("2016-04-03T02:30:00+02:00")))
  }

  @Test func theSameClockTimeCanBeSkippedOrDoubled() throws {
    let calendar = try calendar(
      "Mon-Sun 0-24", zone: "Europe/Berlin", from: "2016-01-01", through: "2016-12-31")
    let clock = calendar.clock
    let beforeGap = try instant("2016-03-26T02:30:00", in: berlin)
    #expect(
      clock.addWorkingDays(1, to: beforeGap, rule: .sameClockTime)
        == (try instant("2016-03-27T03:30:00+02:00")))
    let beforeOverlap = try instant("2016-10-29T02:30:00", in: berlin)
    #expect(
      clock.addWorkingDays(1, to: beforeOverlap, rule: .sameClockTime)
        == (try instant("2016-10-30T02:30:00+02:00")))
  }

  @Test func daysWithoutMidnightBegin() throws {
    let saoPaulo = try TimeZoneRules.named("America/Sao_Paulo")
    #expect(
      saoPaulo.startOfDay(try date("2015-10-18")) == (try instant("2015-10-18T01:00:00-02:00")))
    let apia = try TimeZoneRules.named("Pacific/Apia")
    #expect(
      apia.startOfDay(try date("2011-12-30")) == apia.startOfDay(try date("2011-12-31")))
  }

  /// São Paulo skips the hour that follows the horizon.
  @Test func theHorizonsEndIsReadOnTheClockAfterAChange() throws {
    let calendar = try calendar(
      "Mon-Sun 0-24", zone: "America/Sao_Paulo", from: "2015-10-01", through: "2015-10-17")
    #expect(calendar.clock.localHour(of: calendar.clock.end) == 1)
    #expect(calendar.clock.localDay(of: calendar.clock.end) == (try date("2015-10-18")))
  }

  /// St. John's went back from 00:01 to 23:01 of the day before.
  @Test func yesterdayCanComeAgain() throws {
    let closure = try LocalClosure(
      from: LocalDateTime(date("2010-11-06"), CivilTime(hour: 22)),
      to: LocalDateTime(date("2010-11-06"), CivilTime(hour: 23, minute: 30)))
    let plan = CalendarPlan(
      zone: try .named("America/St_Johns"), hours: .roundTheClock, closures: [closure])
    let calendar = try WorkingCalendar(
      plan, from: date("2010-11-05"), through: date("2010-11-08"))
    let clock = calendar.clock
    // Four days and an hour; shut for 90 minutes, and for 29 of them again.
    #expect(
      clock.workingTime(from: clock.start, to: clock.end) == .hours(97) - .minutes(90 + 29))
    #expect(!clock.isWorking(at: try instant("2010-11-06T23:15:00-03:30")))
    #expect(clock.isWorking(at: try instant("2010-11-06T23:45:00-03:30")))
  }
}
