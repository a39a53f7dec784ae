import CivicTime
import Foundation
import Testing

struct ChineseWorkdaysTests {
  @Test func countsAreThePublishedOnes() {
    let weekdays = ChineseWorkdays.holidays.filter { !$0.weekday.isWeekend }
    #expect(weekdays.count == 306)
    #expect(ChineseWorkdays.makeUpDays.count == 112)
    #expect(ChineseWorkdays.makeUpDays.allSatisfy { $0.weekday.isWeekend })
    let all = ChineseWorkdays.holidays + ChineseWorkdays.makeUpDays
    #expect(Set(all).count == all.count, "No day has two meanings.")
    #expect(all.allSatisfy { ChineseWorkdays.published.contains($0) })
    #expect(ChineseWorkdays.holidays == ChineseWorkdays.holidays.sorted())
    #expect(Set(all.map(\.year)) == Set(2010...2026))
  }

  private static let table = sharedData.appending(path: "cn_workdays_2010_2026.csv")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: table.path),
      "needs ../shared/data/cn_workdays_2010_2026.csv beside the package"))
  func agreesWithTheTable() throws {
    let text = try String(contentsOf: Self.table, encoding: .utf8)
    var holidays: Set<CivilDate> = []
    var makeUpDays: Set<CivilDate> = []
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", maxSplits: 2)
      let day = try CivilDate(parsing: fields[0])
      if fields[1] == "1" { makeUpDays.insert(day) } else { holidays.insert(day) }
    }
    #expect(holidays.count == 306)
    #expect(Set(ChineseWorkdays.holidays.filter { !$0.weekday.isWeekend }) == holidays)
    #expect(Set(ChineseWorkdays.makeUpDays) == makeUpDays)
  }

  @Test func calendarsFollowTheNotices() throws {
    let calendar = try WorkingCalendar(
      .chinese(
        zone: .named("Asia/Shanghai"), hours: OfficeHours(parsing: "Mon-Fri 9-12,14-18")),
      from: ChineseWorkdays.published.lowerBound, through: ChineseWorkdays.published.upperBound)
    let clock = calendar.clock
    // 17 years have 4,435 weekdays: less 306 holidays, and 112 make-up days besides.
    let days = clock.workingTime(from: clock.start, to: clock.end) / .hours(7)
    let weekdays = calendar.days.filter { !$0.weekday.isWeekend }.count
    #expect(days == Int64(weekdays - 306 + 112))
    #expect(weekdays == 4_435)
  }
}
