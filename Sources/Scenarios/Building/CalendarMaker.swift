import CivicTime

/// Calendars over the days of a scenario, with margins for what is still open at its end.
struct CalendarMaker {
  let zone: TimeZoneRules
  let start: CivilDate
  let days: Int
  let runInDays: Int
  private let value: Value
  private let closures: [LocalClosure]
  private let horizon: ClosedRange<CivilDate>

  /// Days before the run-in and after the window for which calendars answer.
  static let marginBefore = 31
  static let marginAfter = 200
  /// Days after the window in which open appeals are followed to their limits.
  static let tail = 92

  init(_ calendar: Value, _ window: Value) throws(ScenarioError) {
    value = calendar
    do {
      zone = try TimeZoneRules.named(calendar["zone"].text)
    } catch {
      throw ScenarioError(
        calendar["zone"].problem(
          "there is no time zone \(Printable.value(calendar["zone"].text))",
          mend: "write one such as Asia/Shanghai"))
    }
    start = CivilDate(window["start"].text) ?? CivilDate(daysSince1970: 0)
    days = window["days"].integer
    runInDays = window["run_in_days"].integer
    closures = calendar["closures"].list.compactMap { CivilDate($0.text) }
      .map { LocalClosure(on: $0) }
    let first = start.advanced(by: -runInDays)
    let last = start.advanced(by: days)
    var horizon =
      first.advanced(by: -Self.marginBefore)...last.advanced(by: Self.marginAfter)
    if calendar["beyond"].text == "fail", calendar["holidays"].text == "china" {
      let published = ChineseWorkdays.published
      let end = last.advanced(by: Self.tail)
      guard published.contains(first), published.contains(end) else {
        throw ScenarioError(
          window["start"].problem(
            "the days from \(first) to \(end), run-in and \(Self.tail) days after among them, "
              + "reach beyond the published holidays, "
              + "\(published.lowerBound) to \(published.upperBound)",
            mend: "move the window, or set calendar.beyond to weekdays"))
      }
      horizon = horizon.clamped(to: published)
    }
    self.horizon = horizon
  }

  /// The office calendar by which limits are counted.
  func office() throws(ScenarioError) -> WorkingCalendar {
    try calendar(value["hours"], observesHolidays: true)
  }

  /// A calendar of the given hours; staff who work on holidays are not stopped by closures either.
  func calendar(_ hours: Value, observesHolidays: Bool) throws(ScenarioError) -> WorkingCalendar {
    do {
      let hours = try OfficeHours(parsing: hours.text)
      let isChinese = value["holidays"].text == "china"
      let beyond: BeyondPublished = value["beyond"].text == "weekdays" ? .weekdays : .fail
      let plan =
        if observesHolidays, isChinese {
          CalendarPlan.chinese(zone: zone, hours: hours, closures: closures, beyond: beyond)
        } else {
          CalendarPlan(
            zone: zone, hours: hours, closures: observesHolidays ? closures : [], beyond: beyond)
        }
      return try WorkingCalendar(plan, from: horizon.lowerBound, through: horizon.upperBound)
    } catch {
      throw ScenarioError(
        hours.place.problem(
          hours.key, sentence: "\(error)", mend: "change the hours or the calendar"))
    }
  }

  func instant(_ moment: String) -> Instant? {
    LocalDateTime(moment: moment).map { zone.instant(of: $0) }
  }

  /// Seconds from UTC to the local clock at the start.
  var utcOffset: Int { zone.offsetSeconds(at: zone.startOfDay(start)) }
}
