import CivicTime
import Testing

struct WorkingCalendarTests {
  private let zone: TimeZoneRules
  private let hours: OfficeHours

  init() throws {
    zone = try .named("Asia/Shanghai")
    hours = try OfficeHours(parsing: "Mon-Fri 9-12,14-18")
  }

  private func chinese(
    _ first: String, _ last: String, closures: [LocalClosure] = [],
    beyond: BeyondPublished = .fail
  ) throws -> WorkingCalendar {
    try WorkingCalendar(
      .chinese(zone: zone, hours: hours, closures: closures, beyond: beyond),
      from: date(first), through: date(last))
  }

  @Test func refusesToGuessUnpublishedDays() throws {
    for (first, last) in [("2026-01-01", "2027-01-01"), ("2009-12-31", "2010-06-01")] {
      let asked = try date(first)...date(last)
      let expected = CalendarError.notPublished(
        asked: asked, published: ChineseWorkdays.published)
      #expect(throws: expected) { try chinese(first, last) }
    }
    let assumed = try chinese("2026-01-01", "2028-12-31", beyond: .weekdays)
    let clock = assumed.clock
    #expect(!clock.isWorkingDay(containing: try instant("2026-10-01T10:00", in: zone)))
    #expect(clock.isWorkingDay(containing: try instant("2027-10-01T10:00", in: zone)))
    #expect(!clock.isWorkingDay(containing: try instant("2027-10-02T10:00", in: zone)))
  }

  @Test func saysWhatItCovers() throws {
    let calendar = try chinese("2018-01-01", "2018-12-31")
    #expect(calendar.covers(try date("2018-12-31")))
    #expect(try !calendar.covers(date("2019-01-01")))
    #expect(calendar.clock.start == (try instant("2018-01-01T00:00", in: zone)))
    #expect(calendar.covers(calendar.clock.end) && !calendar.covers(calendar.clock.end + 1))
    #expect(calendar.covers(calendar.clock.start) && !calendar.covers(calendar.clock.start - 1))
    #expect(!calendar.covers(.distantFuture) && !calendar.covers(.distantPast))
  }

  @Test func stopsOutsideTheHorizon() async {
    await #expect(processExitsWith: .failure) {
      let calendar = try calendar("Mon-Fri 9-17", from: "2018-01-01", through: "2018-12-31")
      _ = calendar.clock.isWorking(at: .distantFuture)
    }
    await #expect(processExitsWith: .failure) {
      let calendar = try calendar("Mon-Fri 9-17", from: "2018-01-01", through: "2018-12-31")
      _ = calendar.clock.add(.hours(1), to: calendar.clock.start - 1)
    }
  }

  @Test func resultsPastTheHorizonAreNeverDue() throws {
    let calendar = try chinese("2018-01-01", "2018-12-28")
    let clock = calendar.clock
    let close = try instant("2018-12-28T18:00", in: zone)
    #expect(clock.add(.hours(1), to: close - .hours(1)) == close)
    #expect(clock.add(.hours(1) + 1, to: close - .hours(1)) == .distantFuture)
    #expect(clock.add(.max, to: close - .hours(1)) == .distantFuture)
    #expect(clock.add(0, to: close) == .distantFuture)
    #expect(clock.nextClosing(after: close) == .distantFuture)
    let open = try instant("2018-01-02T09:00", in: zone)
    #expect(clock.add(-.hours(1), to: open + .hours(1)) == open)
    #expect(clock.add(-.hours(1) - 1, to: open + .hours(1)) == .distantPast)
    #expect(clock.add(.min, to: open) == .distantPast)
  }

  @Test func typhoonsCloseTheOffice() throws {
    // Mangkhut: suppose work stops from Sunday 16 September 2018 to Monday 14:30.
    let closure = try LocalClosure(
      from: LocalDateTime(date("2018-09-16"), CivilTime(hour: 8)),
      to: LocalDateTime(date("2018-09-17"), CivilTime(hour: 14, minute: 30)))
    let shut = LocalClosure(on: try date("2018-09-18"))
    let clock = try chinese("2018-09-01", "2018-09-30", closures: [shut, closure])
    let filed = try instant("2018-09-14T17:00", in: zone)
    #expect(
      clock.clock.add(.hours(2), to: filed) == (try instant("2018-09-17T15:30", in: zone)))
    #expect(
      clock.clock.add(.hours(5), to: filed) == (try instant("2018-09-19T09:30", in: zone)))
    #expect(!clock.clock.isWorkingDay(containing: try instant("2018-09-18T10:00", in: zone)))
  }

  @Test func makeUpDaysWorkLikeTheWeekdayGiven() throws {
    let plan = CalendarPlan(
      zone: .utc, hours: try OfficeHours(parsing: "Mon 9-18; Fri 9-12"),
      makeUpDays: [MakeUpDay(try date("2018-09-29"), like: .friday)])
    let calendar = try WorkingCalendar(
      plan, from: date("2018-09-29"), through: date("2018-09-30"))
    #expect(
      calendar.clock.workingTime(from: calendar.clock.start, to: calendar.clock.end) == .hours(3))
  }

  @Test func refusesPlansThatMakeNoSense() throws {
    let (first, last) = (try date("2018-01-01"), try date("2018-12-31"))
    let day = try date("2018-05-01")
    var plan = CalendarPlan(zone: .utc, hours: hours)
    func build(_ from: CivilDate, _ through: CivilDate) throws {
      _ = try WorkingCalendar(plan, from: from, through: through)
    }
    #expect(throws: CalendarError.emptyHorizon(first: last, last: first)) { try build(last, first) }
    let far = try date("9999-01-01")
    #expect(throws: CalendarError.horizonTooLong(first: first, last: far)) { try build(first, far) }
    let (saturday, sunday) = (try date("2018-05-05"), try date("2018-05-06"))
    #expect(throws: CalendarError.noWorkingTime(first: saturday, last: sunday)) {
      try build(saturday, sunday)
    }
    plan.holidays = [day]
    plan.makeUpDays = [MakeUpDay(day)]
    #expect(throws: CalendarError.conflictingDay(day)) { try build(first, last) }
    plan.holidays = []
    plan.makeUpDays = [MakeUpDay(day), MakeUpDay(day, like: .sunday)]
    #expect(throws: CalendarError.conflictingDay(day)) { try build(first, last) }
    #expect(throws: CalendarError.emptyClosure(day)) {
      try LocalClosure(from: LocalDateTime(day), to: LocalDateTime(day))
    }
  }

  @Test func errorsSayWhatIsWrongAndHowToMendIt() throws {
    let (first, last) = (try date("2018-01-01"), try date("2027-12-31"))
    let errors: [(any Error & CustomStringConvertible, String)] = [
      (CalendarError.emptyHorizon(first: last, last: first), "2027-12-31"),
      (CalendarError.horizonTooLong(first: first, last: last), "2018-01-01"),
      (
        CalendarError.notPublished(asked: first...last, published: ChineseWorkdays.published),
        "2026-12-31"
      ),
      (CalendarError.conflictingDay(first), "2018-01-01"),
      (CalendarError.emptyClosure(last), "2027-12-31"),
      (CalendarError.noWorkingTime(first: first, last: last), "2018-01-01"),
      (CivilFormatError.date("x\ny"), "\"x y\""), (CivilFormatError.time("9"), "HH:mm"),
      (CivilFormatError.instant(String(repeating: "7", count: 900)), "777…"),
      (CivilFormatError.missingOffset("2018"), "+08:00"),
    ]
    for (error, part) in errors {
      let text = "\(error)"
      #expect(text.contains(part) && text.contains(";") && text.hasSuffix("."), "\(text)")
      #expect(text.utf8.count < 250 && !text.contains("\n"))
    }
  }
}
