import CivicTime

extension SplitMix64 {
  private static let zones = [
    "UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo",
    "America/St_Johns", "Australia/Lord_Howe", "Antarctica/Troll", "Asia/Tehran", "Pacific/Apia",
    "Pacific/Chatham", "Africa/Casablanca", "Asia/Gaza", "America/Havana",
  ]

  /// A random plan and horizon of up to `length` days either way, as a rule about a change of the
  /// clock; all times are whole multiples of `step`.
  mutating func plan(
    step: Milliseconds, length: Int
  ) throws -> (plan: CalendarPlan, days: ClosedRange<CivilDate>) {
    let zone = try TimeZoneRules.named(Self.zones.randomElement(using: &self) ?? "UTC")
    // 2004 to 2024.
    var about = CivilDate(daysSince1970: Int32(int(12_420...19_720)))
    let change = zone.nextTransition(after: zone.startOfDay(about))
    if let change, !oneIn(4) { about = zone.localDateTime(at: change).date }
    let first = about.advanced(by: -int(0...length))
    let last = about.advanced(by: int(1...length))
    var plan = CalendarPlan(zone: zone, hours: try hours(step))
    var dates = Array(first...last).shuffled(using: &self)[...]
    for _ in 0..<int(0...3) {
      if let date = dates.popFirst() { plan.holidays.append(date) }
      if let date = dates.popFirst() {
        plan.makeUpDays.append(MakeUpDay(date, like: Weekday.allCases[int(0...6)]))
      }
    }
    for _ in 0..<int(0...3) {
      if let closure = try closure(in: first...last, step) { plan.closures.append(closure) }
    }
    return (plan, first...last)
  }

  private mutating func time(_ step: Milliseconds) throws -> CivilTime {
    let any = Int64(int(0...Int(.days(1) / step))) * step
    return try CivilTime(
      millisecondsAfterMidnight: oneIn(2) ? .hours(Int64(int(0...24))) : any)
  }

  private mutating func hours(_ step: Milliseconds) throws -> OfficeHours {
    if oneIn(8) { return .roundTheClock }
    var week: [Weekday: [OfficeSpan]] = [:]
    for weekday in Weekday.allCases where !oneIn(4) {
      let ends = try (0..<2 * int(1...3)).map { _ in try time(step) }.sorted()
      week[weekday] = stride(from: 0, to: ends.count, by: 2).compactMap {
        try? OfficeSpan(open: ends[$0], close: ends[$0 + 1])
      }
    }
    return try OfficeHours(week)
  }

  private mutating func closure(
    in days: ClosedRange<CivilDate>, _ step: Milliseconds
  ) throws -> LocalClosure? {
    let first = days.lowerBound.advanced(by: int(0...days.count - 1))
    if oneIn(3) { return LocalClosure(on: first) }
    let last = first.advanced(by: int(0...2))
    return try? LocalClosure(
      from: LocalDateTime(first, time(step)), to: LocalDateTime(last, time(step)))
  }
}
