import CivicTime
import Queries
import Testing

@Suite struct LocalClockTests {
  @Test(
    "A week belongs to the year of its Thursday",
    arguments: [
      ("2015-12-31", "2015-W53"), ("2016-01-03", "2015-W53"), ("2016-01-04", "2016-W01"),
      ("2017-01-01", "2016-W52"), ("2018-12-30", "2018-W52"), ("2018-12-31", "2019-W01"),
      ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
    ])
  func weeks(date: String, week: String) throws {
    #expect(try CivilDate(parsing: date).weekText == week)
  }

  /// Chicago put its clocks forward on 2018-03-11 and back on 2018-11-04.
  private let chicago = LocalClock([
    .init(since: 0, seconds: -21_600), .init(since: 1_520_755_200_000, seconds: -18_000),
    .init(since: 1_541_314_800_000, seconds: -21_600),
  ])

  @Test("Hours and days follow the wall through a change of the clock")
  func readings() throws {
    let spring = Int(try CivilDate(parsing: "2018-03-11").daysSince1970)
    let autumn = Int(try CivilDate(parsing: "2018-11-04").daysSince1970)
    #expect(chicago.reading(1_520_755_199_999) == (spring, 1))
    #expect(chicago.reading(1_520_755_200_000) == (spring, 3))
    #expect(chicago.reading(1_541_314_799_999) == (autumn, 1))
    #expect(chicago.reading(1_541_314_800_000) == (autumn, 1))
    #expect(chicago.start(ofDay: spring) == 1_520_748_000_000)
    #expect(chicago.start(ofDay: spring + 1) - chicago.start(ofDay: spring) == 23 * 3_600_000)
    #expect(chicago.start(ofDay: autumn + 1) - chicago.start(ofDay: autumn) == 25 * 3_600_000)
    #expect(chicago.reading(-1).day == -1)
  }
}
