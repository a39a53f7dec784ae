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

  /// Beirut put its clocks forward at midnight on 2018-03-25 and back at midnight on 2018-10-28.
  @Test("Where clocks change at midnight, a day begins with the change")
  func midnight() throws {
    let (forward, back): (Int64, Int64) = (1_521_928_800_000, 1_540_674_000_000)
    let beirut = LocalClock([
      .init(since: 0, seconds: 7_200), .init(since: forward, seconds: 10_800),
      .init(since: back, seconds: 7_200),
    ])
    let spring = Int(try CivilDate(parsing: "2018-03-25").daysSince1970)
    let autumn = Int(try CivilDate(parsing: "2018-10-28").daysSince1970)
    #expect(beirut.start(ofDay: spring) == forward)
    #expect(beirut.reading(forward - 1) == (spring - 1, 23))
    #expect(beirut.reading(forward) == (spring, 1))
    #expect(beirut.start(ofDay: spring + 1) - forward == 23 * 3_600_000)
    #expect(beirut.start(ofDay: autumn) == back + 3_600_000)
    #expect(beirut.reading(back + 3_599_999) == (autumn - 1, 23))
    for day in spring - 2...autumn + 2 {
      let start = beirut.start(ofDay: day)
      #expect(beirut.reading(start).day == day && beirut.reading(start - 1).day == day - 1)
    }
  }
}
