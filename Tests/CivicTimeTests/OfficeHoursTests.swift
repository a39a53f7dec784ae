import CivicTime
import Testing

struct OfficeHoursTests {
  @Test func readsAndWritesText() throws {
    let hours = try OfficeHours(parsing: "Mon-Fri 09:00-12:00,14:00-18:00; Sat 9-12:30;Sun 0-24")
    #expect(hours[.wednesday].count == 2 && hours[.saturday].count == 1)
    #expect(hours[.sunday] == [.wholeDay])
    #expect(hours.workingTime(on: .friday) == .hours(7))
    #expect(try OfficeHours(parsing: hours.description) == hours)
    #expect(try OfficeHours(parsing: "Mon-Sun 0-24") == .roundTheClock)
    #expect(
      try OfficeHours(parsing: "Wed 14-18,9-12").description == "Wed 09:00-12:00,14:00-18:00")
  }

  @Test(arguments: [
    ("", OfficeHoursError.unreadable("")), ("Mon", .unreadable("Mon")),
    ("Mo 9-17", .unreadable("Mo")), ("Fri-Mon 9-17", .unreadable("Fri-Mon")),
    ("Mon 9", .unreadable("9")), ("Mon 9-25", .unreadable("9-25")),
    ("Mon 9-17;", .unreadable("")), ("Mon 9-12,", .unreadable("")),
    ("Mon 17-9", .emptySpan("17:00-09:00")), ("Mon 9-9", .emptySpan("09:00-09:00")),
    ("Mon 9-12,11-13", .overlap(.monday)), ("Mon 9-12; Mon-Tue 13-14", .repeated(.monday)),
  ])
  func refusesWhatMakesNoSense(_ text: String, _ expected: OfficeHoursError) {
    #expect(throws: expected) { try OfficeHours(parsing: text) }
    #expect(expected.description.hasSuffix(".") && expected.description.contains(";"))
  }

  @Test func spansThatMeetAreOne() throws {
    let calendar = try calendar(
      "Mon 9-12,12-24; Tue 0-8", from: "2018-10-01", through: "2018-10-31")
    let clock = calendar.clock
    let monday = try instant("2018-10-08T10:00")
    #expect(clock.nextClosing(after: monday) == (try instant("2018-10-09T08:00")))
    #expect(
      clock.addWorkingDays(0, to: monday, rule: .endOfDay) == (try instant("2018-10-09T00:00")))
  }
}
