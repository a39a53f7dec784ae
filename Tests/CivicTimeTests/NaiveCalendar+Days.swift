import CivicTime

extension NaiveCalendar {
  func date(at time: Instant, in zone: TimeZoneRules) -> CivilDate {
    zone.localDateTime(at: time).date
  }

  private func firstOpening(on date: CivilDate) -> Instant {
    instant(working.indices.first { working[$0] && readings[$0].date == date } ?? -1)
  }

  private func lastClosing(on date: CivilDate) -> Instant {
    instant((working.indices.last { working[$0] && readings[$0].date == date } ?? -2) + 1)
  }

  func addWorkingDays(
    _ count: Int, to time: Instant, rule: WorkingDayRule, zone: TimeZoneRules
  ) -> Instant {
    let dates = workingDates
    let failure: Instant = count > 0 ? .distantFuture : .distantPast
    if case .hoursPerDay(let work) = rule { return add(work * Int64(count), to: time) }
    if rule == .endOfDay && count != 0 {
      let filed = date(at: time, in: zone)
      let candidates = count > 0 ? dates.filter { $0 > filed } : dates.filter { $0 < filed }
      let index = count > 0 ? count - 1 : candidates.count + count
      return candidates.indices.contains(index) ? lastClosing(on: candidates[index]) : failure
    }
    let opening = nextOpening(atOrAfter: time)
    guard opening != .distantFuture else { return .distantFuture }
    let local = zone.localDateTime(at: opening)
    let index = (dates.firstIndex(of: local.date) ?? 0) + count
    guard dates.indices.contains(index) else { return failure }
    if rule == .endOfDay { return lastClosing(on: dates[index]) }
    return clamp(shown(LocalDateTime(dates[index], local.time)), on: dates[index])
  }

  /// When the wall clock first shows `wanted`; if it skips it, as far after the change as `wanted`
  /// would be after the reading at which it changes.
  private func shown(_ wanted: LocalDateTime) -> Instant {
    for index in readings.indices {
      let ahead = wanted.localMilliseconds - readings[index].localMilliseconds
      if (0..<step).contains(ahead) { return instant(index) + ahead }
      guard index > 0, ahead < 0 else { continue }
      let behind = wanted.localMilliseconds - readings[index - 1].localMilliseconds - step
      if behind >= 0 { return instant(index) + behind }
    }
    return .distantPast
  }

  private func clamp(_ time: Instant, on date: CivilDate) -> Instant {
    let open = firstOpening(on: date)
    let close = lastClosing(on: date)
    if time <= open { return open }
    if time >= close { return close }
    if isWorking(at: time) || isWorking(at: time - 1) { return time }
    return nextOpening(atOrAfter: time)
  }
}
