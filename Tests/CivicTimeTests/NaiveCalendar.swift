import CivicTime

/// A calendar that asks of every single minute, or second, what the wall clock shows, and adds them
/// up one by one. Right for plans whose times, and zones whose offsets, are whole steps.
struct NaiveCalendar {
  let start: Instant
  let step: Milliseconds
  /// Whether each step from `start` on is worked.
  private(set) var working: [Bool] = []
  /// The reading of the wall clock as each step begins.
  private(set) var readings: [LocalDateTime] = []
  /// The dates with any working time, in order.
  private(set) var workingDates: [CivilDate] = []

  init(
    _ plan: CalendarPlan, days: ClosedRange<CivilDate>, start: Instant, end: Instant,
    step: Milliseconds
  ) {
    self.start = start
    self.step = step
    var now = start
    while now < end {
      let reading = plan.zone.localDateTime(at: now)
      readings.append(reading)
      working.append(days.contains(reading.date) && Self.isWorked(reading, plan))
      now += step
    }
    var dates: Set<CivilDate> = []
    for index in working.indices where working[index] { dates.insert(readings[index].date) }
    workingDates = dates.sorted()
  }

  private static func isWorked(_ reading: LocalDateTime, _ plan: CalendarPlan) -> Bool {
    if plan.closures.contains(where: { $0.start <= reading && reading < $0.end }) { return false }
    var pattern = reading.date.weekday
    if let makeUp = plan.makeUpDays.first(where: { $0.date == reading.date }) {
      pattern = makeUp.pattern
    } else if plan.holidays.contains(reading.date) {
      return false
    }
    return plan.hours[pattern].contains { $0.open <= reading.time && reading.time < $0.close }
  }

  func index(of instant: Instant) -> Int { Int((instant - start) / step) }

  func instant(_ index: Int) -> Instant { start + Int64(index) * step }

  func isWorking(_ index: Int) -> Bool { working.indices.contains(index) && working[index] }

  func isWorking(at instant: Instant) -> Bool { isWorking(index(of: instant)) }

  func nextOpening(atOrAfter time: Instant) -> Instant {
    if isWorking(at: time) { return time }
    let first = index(of: time) + 1
    return (first..<max(first, working.count)).first { working[$0] }.map(instant)
      ?? .distantFuture
  }

  func nextClosing(after time: Instant) -> Instant {
    let first = index(of: time) + 1
    return (first..<max(first, working.count + 1)).first { isWorking($0 - 1) && !isWorking($0) }
      .map(instant) ?? .distantFuture
  }

  func workingTime(from: Instant, to: Instant) -> Milliseconds {
    guard from < to else { return 0 }
    var sum: Milliseconds = 0
    for index in index(of: from)...index(of: to) where isWorking(index) {
      sum += max(0, min(to, instant(index + 1)) - max(from, instant(index)))
    }
    return sum
  }

  func add(_ work: Milliseconds, to time: Instant) -> Instant {
    if work == 0 { return nextOpening(atOrAfter: time) }
    return work > 0 ? forwards(work, time) : backwards(-work, time)
  }

  private func forwards(_ work: Milliseconds, _ time: Instant) -> Instant {
    var left = work
    for index in index(of: time)..<max(working.count, index(of: time)) where working[index] {
      let begin = max(time, instant(index))
      let here = instant(index + 1) - begin
      if here >= left { return begin + left }
      left -= here
    }
    return .distantFuture
  }

  private func backwards(_ work: Milliseconds, _ time: Instant) -> Instant {
    var left = work
    for index in (0...index(of: time)).reversed() where isWorking(index) {
      let end = min(time, instant(index + 1))
      let here = end - instant(index)
      if here >= left { return end - left }
      left -= here
    }
    return .distantPast
  }
}
