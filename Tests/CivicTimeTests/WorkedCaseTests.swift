import CivicTime
import Testing

/// Deadlines and working times that other systems' own tests state.
struct WorkedCaseTests {
  @Test(arguments: WorkedCase.all)
  func otherSystemsAgree(_ row: WorkedCase) throws {
    let readIn = try TimeZoneRules.named(row.readIn)
    let start = try instant(row.start, in: readIn)
    let year = start.iso8601().prefix(4)
    let calendar = try calendar(
      row.hours, zone: row.office, holidays: row.holidays, from: "\(year)-01-01",
      through: "\(year)-12-31")
    let clock = calendar.clock
    switch row.question {
    case .deadline(let work, let due):
      let limit = try stopping(DeadlineClock(.working(work), from: start, on: clock), row, clock)
      #expect(limit.due == (try instant(due, in: readIn)))
    case .elapsed(let until, let expected):
      let end = try instant(until, in: readIn)
      let budget = Milliseconds.days(365)
      var limit = try stopping(DeadlineClock(.working(budget), from: start, on: clock), row, clock)
      limit.suspend(at: end, on: clock)
      #expect(limit.budget == .working(budget - expected))
      if row.pauses.isEmpty { #expect(clock.workingTime(from: start, to: end) == expected) }
    case .workingDays(let count, let due):
      let result = clock.addWorkingDays(count, to: start, rule: .sameClockTime)
      #expect(result == (try instant(due, in: readIn)))
    }
    withExtendedLifetime(calendar) {}
  }

  @Test func everyRowIsHereOnce() {
    #expect(WorkedCase.all.map(\.id).sorted() == Array(stride(from: 1, through: 87, by: 2)))
  }

  private func stopping(
    _ limit: DeadlineClock, _ row: WorkedCase, _ clock: WorkingClock
  ) throws -> DeadlineClock {
    var limit = limit
    for pause in row.pauses {
      limit.suspend(at: try instant(pause.from), on: clock)
      limit.resume(at: try instant(pause.to), on: clock)
    }
    return limit
  }
}
