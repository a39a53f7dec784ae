import CivicTime
import Testing

struct CivilDateTests {
  /// Walks day by day, by the rules of the Gregorian calendar, from a known Saturday.
  @Test func countsDaysLikeTheCalendarOnTheWall() throws {
    var (year, month, day, weekday) = (1600, 1, 1, 6)
    var current = try CivilDate(year: 1600, month: 1, day: 1)
    for _ in 0..<146_097 * 2 {
      let (gotYear, gotMonth, gotDay) = current.components
      guard gotYear == year, gotMonth == month, gotDay == day, current.isoWeekday == weekday,
        try CivilDate(year: year, month: month, day: day) == current
      else {
        Issue.record("\(year)-\(month)-\(day) became \(current), weekday \(current.isoWeekday)")
        return
      }
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      weekday = weekday % 7 + 1
      day += 1
      if day > length { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      current = current.advanced(by: 1)
    }
    #expect(current.description == "2400-01-01")
  }

  @Test func knowsTheEpoch() throws {
    #expect(try date("1970-01-01").daysSince1970 == 0)
    #expect(try date("1970-01-01").weekday == .thursday)
    #expect(try date("1969-12-31").weekday == .wednesday)
    #expect(try date("2018-09-16").weekday == .sunday)
    #expect(try date("2018-09-16").distance(to: date("2018-10-01")) == 15)
    #expect(try date("0000-01-01").description == "0000-01-01")
    #expect(try date("9999-12-31").description == "9999-12-31")
  }

  @Test(arguments: [
    "", "2018", "2018-9-16", "2018-02-29", "2018-13-01", "2018-00-01", "2018-01-00", "2018-04-31",
    "2018-01-01 ", " 2018-01-01", "2018/01/01", "２０１８-01-01", "2018-01-0x", "1900-02-29",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(throws: CivilFormatError.date(text)) { try CivilDate(parsing: text) }
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [
    ("00:00", 0), ("24:00", 86_400_000), ("09:05", 32_700_000), ("9:05", 32_700_000),
    ("23:59:59", 86_399_000), ("12:00:00.250", 43_200_250), ("12:00:00.2500", 43_200_250),
  ])
  func readsTimes(_ text: String, _ expected: Int32) throws {
    let time = try CivilTime(parsing: text)
    #expect(time.millisecondsAfterMidnight == expected)
    #expect(try CivilTime(parsing: time.description) == time)
  }

  @Test(arguments: [
    "", "9", "24:01", "12:60", "12:00:60", "-1:00", "12:0", "12:00:00.0001", "1200",
  ])
  func refusesWhatIsNoTime(_ text: String) {
    #expect(throws: CivilFormatError.time(text)) { try CivilTime(parsing: text) }
  }
}
