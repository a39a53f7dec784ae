import CivicTime
import Testing

/// The tables against a calendar that counts minute by minute, or second by second, on random plans.
struct CalendarPropertyTests {
  @Test(arguments: 0..<(isLongMode ? 3_000 : 60))
  func agreesWithCountingMinutes(seed: Int) throws {
    try compare(seed: seed, step: .minutes(1), length: 20, queries: 80)
  }

  @Test(arguments: 0..<(isLongMode ? 300 : 6))
  func agreesWithCountingSeconds(seed: Int) throws {
    try compare(seed: seed, step: .seconds(1), length: 2, queries: 20)
  }

  private func compare(seed: Int, step: Milliseconds, length: Int, queries: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (plan, days) = try random.plan(step: step, length: length)
    let calendar: WorkingCalendar
    do {
      calendar = try WorkingCalendar(plan, from: days.lowerBound, through: days.upperBound)
    } catch CalendarError.noWorkingTime {
      let start = plan.zone.startOfDay(days.lowerBound)
      let naive = NaiveCalendar(plan, days: days, start: start, end: start + .days(40), step: step)
      #expect(!naive.working.contains(true))
      return
    }
    let clock = calendar.clock
    let naive = NaiveCalendar(plan, days: days, start: clock.start, end: clock.end, step: step)
    let pool = Pool(clock: clock, naive: naive)
    for _ in 0..<queries {
      let time = pool.instant(&random)
      compareInstant(time, clock, naive, plan)
      compareWork(time, pool.instant(&random), pool.work(&random), clock, naive)
      compareDays(time, &random, clock, naive, plan)
    }
    withExtendedLifetime(calendar) {}
  }

  private func compareInstant(
    _ time: Instant, _ clock: WorkingClock, _ naive: NaiveCalendar, _ plan: CalendarPlan
  ) {
    #expect(clock.isWorking(at: time) == naive.isWorking(at: time))
    #expect(clock.nextOpening(atOrAfter: time) == naive.nextOpening(atOrAfter: time))
    #expect(clock.nextClosing(after: time) == naive.nextClosing(after: time))
    let local = plan.zone.localDateTime(at: time)
    #expect(clock.localDay(of: time) == local.date)
    #expect(clock.localHour(of: time) == local.time.hour)
    #expect(clock.isoWeekday(of: time) == local.date.isoWeekday)
    #expect(clock.isWorkingDay(containing: time) == naive.workingDates.contains(local.date))
  }

  private func compareWork(
    _ time: Instant, _ other: Instant, _ work: Milliseconds, _ clock: WorkingClock,
    _ naive: NaiveCalendar
  ) {
    #expect(clock.workingTime(from: time, to: other) == naive.workingTime(from: time, to: other))
    #expect(clock.add(work, to: time) == naive.add(work, to: time), "\(work) to \(time)")
    // There and back: what lies between the ends is the work done.
    let there = clock.add(work, to: time)
    if there != .distantFuture && there != .distantPast {
      let between = clock.workingTime(from: min(time, there), to: max(time, there))
      #expect(between == abs(work))
    }
  }

  private func compareDays(
    _ time: Instant, _ random: inout SplitMix64, _ clock: WorkingClock, _ naive: NaiveCalendar,
    _ plan: CalendarPlan
  ) {
    let count = random.int(-12...12)
    let day = Milliseconds.minutes(Int64(random.int(1...600)))
    for rule in [WorkingDayRule.endOfDay, .sameClockTime, .hoursPerDay(day)] {
      let expected = naive.addWorkingDays(count, to: time, rule: rule, zone: plan.zone)
      let result = clock.addWorkingDays(count, to: time, rule: rule)
      #expect(result == expected, "\(count) \(rule) \(time)")
    }
  }
}

/// Draws instants and amounts of work, often where the edges are.
private struct Pool {
  let clock: WorkingClock
  let naive: NaiveCalendar

  func instant(_ random: inout SplitMix64) -> Instant {
    let count = naive.working.count
    let index = random.int(0...count)
    let any = naive.instant(index)
    switch random.int(0...5) {
    case 0: return any
    case 1: return max(clock.start, any - 1)
    case 2: return min(clock.end, any + Int64(random.int(0...59_999)))
    case 3: return min(clock.end, clock.nextClosing(after: any))
    case 4: return min(clock.end, clock.nextOpening(atOrAfter: any))
    default: return random.oneIn(2) ? clock.start : clock.end
    }
  }

  func work(_ random: inout SplitMix64) -> Milliseconds {
    let total = clock.workingTime(from: clock.start, to: clock.end)
    let sign: Int64 = random.oneIn(3) ? -1 : 1
    switch random.int(0...4) {
    case 0: return 0
    case 1: return sign * Int64(random.int(0...Int(total)))
    case 2: return sign * .minutes(Int64(random.int(0...600)))
    case 3: return sign * Int64(random.int(0...100_000))
    default:
      return sign * clock.workingTime(from: instant(&random), to: instant(&random))
    }
  }
}
