/// How a target in working days is counted.
public enum WorkingDayRule: BitwiseCopyable, Hashable, Sendable {
  /// Civil-law counting: the day of filing does not count; due at the end of office hours of the
  /// N-th working day after it. Zero means the day of the next working instant.
  case endOfDay
  /// A start outside office hours moves to the next opening; due at the same time of day on the
  /// N-th working day from there. If the office is shut then, at its next opening that day, or at
  /// that day's close if there is none.
  case sameClockTime
  /// Each day is worth so much working time.
  case hoursPerDay(Milliseconds)
}

extension WorkingClock {
  /// The instant `count` working days after `instant`, or before it if negative.
  ///
  /// A working day is a local day with any working time. For one `instant` the result never
  /// decreases with `count`.
  @inlinable
  public func addWorkingDays(_ count: Int, to instant: Instant, rule: WorkingDayRule) -> Instant {
    switch rule {
    case .endOfDay: return closeOfDay(count, from: instant)
    case .sameClockTime: return sameClockTime(count, from: instant)
    case .hoursPerDay(let work):
      let (total, overflow) = work.multipliedReportingOverflow(by: Int64(count))
      if overflow { return (work > 0) == (count > 0) ? .distantFuture : .distantPast }
      return add(total, to: instant)
    }
  }

  @inlinable
  func closeOfDay(_ count: Int, from instant: Instant) -> Instant {
    if count == 0 {
      let opening = nextOpening(atOrAfter: instant)
      if opening == .distantFuture { return opening }
      return Instant(milliseconds: day(containing: opening).pointee.close)
    }
    let filing = day(containing: instant)
    // Counting forwards begins behind the day of filing, counting backwards before it.
    let isWorking = filing.pointee.open < filing.pointee.close
    let base = Int64(filing.pointee.workingDaysBefore) + (count > 0 ? (isWorking ? 0 : -1) : 0)
    guard let day = workingDay(base, plus: count) else {
      return count > 0 ? .distantFuture : .distantPast
    }
    return Instant(milliseconds: day.pointee.close)
  }

  @inlinable
  func sameClockTime(_ count: Int, from instant: Instant) -> Instant {
    let opening = nextOpening(atOrAfter: instant)
    if opening == .distantFuture { return opening }
    let first = day(containing: opening)
    guard let day = workingDay(Int64(first.pointee.workingDaysBefore), plus: count) else {
      return count > 0 ? .distantFuture : .distantPast
    }
    let number = tables.pointee.dayOrigin + Int64(day - tables.pointee.days)
    let wanted = self.instant(local: number * 86_400_000 + timeOfDay(at: opening), near: day)
    return clamp(wanted, into: day)
  }

  /// The working day number `base + count` of the horizon, if it has so many.
  @inlinable
  func workingDay(_ base: Int64, plus count: Int) -> UnsafePointer<DayEntry>? {
    let (index, overflow) = base.addingReportingOverflow(Int64(count))
    guard !overflow, index >= 0, index < tables.pointee.workingDayCount else { return nil }
    return tables.pointee.days + Int(tables.pointee.workingDays[Int(index)])
  }

  /// The instant of a reading of the wall clock on `day`, by the rule of `TimeZoneRules.instant`.
  @inlinable
  func instant(local: Int64, near day: UnsafePointer<DayEntry>) -> Instant {
    // No change of the clock is longer than a day, so the segment a day before is early enough.
    let early = Swift.max(day.pointee.open &- 172_800_000, tables.pointee.start)
    var segment = segment(at: Instant(milliseconds: early))
    var resolved = local &- segment.pointee.offset
    while resolved >= segment.pointee.end {
      segment += 1
      let next = local &- segment.pointee.offset
      // Skipped by the clock: read by the offset before the change.
      if next < segment.pointee.start { break }
      resolved = next
    }
    return Instant(milliseconds: resolved)
  }

  /// `instant` if the office is open then or just closing, otherwise its next opening on `day`,
  /// otherwise the close of `day`.
  @inlinable
  func clamp(_ instant: Instant, into day: UnsafePointer<DayEntry>) -> Instant {
    let bounded = Swift.min(
      Swift.max(instant.milliseconds, day.pointee.open), day.pointee.close)
    if bounded == day.pointee.open { return Instant(milliseconds: bounded) }
    // The span that closes at `bounded` or later.
    let span = span(closingAfter: Instant(milliseconds: bounded - 1))
    return Instant(milliseconds: Swift.max(span.pointee.open, bounded))
  }
}
