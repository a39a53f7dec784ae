import CivicTime
import Foundation
import Testing

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2018-09-22T08:30:00+08:00", 1_537_576_200_000),
    ("2018-09-22T00:30Z", 1_537_576_200_000), ("2018-09-22 00:30:00.5Z", 1_537_576_200_500),
    ("1969-12-31T23:59:59.999Z", -1), ("2018-09-21T19:00:00-05:30", 1_537_576_200_000),
    ("2018-09-21T24:00:00Z", 1_537_574_400_000), ("0000-01-01T00:00:00Z", -62_167_219_200_000),
  ])
  func readsISO8601(_ text: String, _ expected: Int64) throws {
    let read = try Instant(iso8601: text)
    #expect(read.milliseconds == expected)
    #expect(try Instant(iso8601: read.iso8601(in: .fixed(offsetSeconds: 20_700))) == read)
  }

  @Test func writesISO8601() throws {
    let shanghai = try TimeZoneRules.named("Asia/Shanghai")
    let instant = Instant(milliseconds: 1_537_576_200_000)
    #expect(instant.description == "2018-09-22T00:30:00Z")
    #expect(instant.iso8601(in: shanghai) == "2018-09-22T08:30:00+08:00")
    #expect((instant + 7).description == "2018-09-22T00:30:00.007Z")
    let newYork = try TimeZoneRules.named("America/New_York")
    #expect(instant.iso8601(in: newYork) == "2018-09-21T20:30:00-04:00")
    #expect(Instant.distantFuture.description == "distant future")
    #expect(Instant.distantPast.description == "distant past")
    #expect(Instant(milliseconds: 1 << 60).description == "1152921504606846976ms")
  }

  @Test(arguments: [
    "", "2018-09-22", "2018-09-22T", "2018-09-22T08", "2018-02-30T08:00Z", "2018-09-22T25:00Z",
    "2018-09-22T08:00+8", "2018-09-22T08:00+24:00", "2018-09-22T08:00ZZ", "2018-09-22T08:00z",
    "2018-09-22T08:00:00.0001Z", "2018-09-22T08:00:00.Z",
  ])
  func refusesWhatIsNoInstant(_ text: String) {
    #expect(throws: CivilFormatError.instant(text)) { try Instant(iso8601: text, zone: .utc) }
  }

  @Test func refusesToGuessTheZone() {
    let text = "2018-09-22T08:00:00"
    #expect(throws: CivilFormatError.missingOffset(text)) { try Instant(iso8601: text) }
  }

  @Test func saturates() {
    #expect(Instant.distantFuture + 1 == .distantFuture)
    #expect(Instant.distantPast - 1 == .distantPast)
    #expect(Instant.distantFuture - (-1) == .distantFuture)
    #expect(Instant.distantFuture - Instant.distantPast == Milliseconds.max)
    #expect(Instant.distantPast - Instant.distantFuture == Milliseconds.min)
    #expect(Instant(milliseconds: 5) - Instant(milliseconds: 7) == -2)
    #expect(Milliseconds.days(1) == .hours(24) && .hours(1) == Milliseconds.minutes(60))
  }

  @Test func survivesJSON() throws {
    struct Everything: Codable, Equatable {
      var instant: Instant
      var date: CivilDate
      var time: CivilTime
      var hours: OfficeHours
      var target: Target
      var weekday: Weekday
    }
    let value = Everything(
      instant: Instant(milliseconds: -5), date: try date("2018-02-28"),
      time: try CivilTime(hour: 24), hours: try OfficeHours(parsing: "Mon-Fri 9-12,14-18"),
      target: .workingDays(3, .sameClockTime), weekday: .sunday)
    let data = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(Everything.self, from: data) == value)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"instant\":-5") && text.contains("\"target\":\"3wd@clock\""))
  }
}
