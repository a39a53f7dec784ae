/// The working time of one office over a horizon of days, immutable.
///
///     let plan = CalendarPlan(zone: zone, hours: try OfficeHours(parsing: "Mon-Fri 09:00-18:00"))
///     let calendar = try WorkingCalendar(plan, from: first, through: last)
///     let due = calendar.clock.add(.hours(4), to: now)
///
/// The calendar owns the tables; all arithmetic is done on its `clock`.
///
/// **Daylight saving.** An instant is working exactly when the wall clock then shows a moment
/// inside a span of the day it shows. Where the clock is put back both passes count; what it skips does
/// not exist. **Published days.** Under `BeyondPublished.fail` a calendar is never built over days
/// whose holidays are not published, so no later call can guess.
public final class WorkingCalendar: Sendable {
  /// The plan the calendar was built of.
  public let plan: CalendarPlan
  /// The local days for which the calendar answers.
  public let days: ClosedRange<CivilDate>
  /// A view for arithmetic, valid while this calendar lives.
  public let clock: WorkingClock
  private let storage: CalendarStorage

  /// Builds the tables. O(days + transitions of the zone).
  ///
  /// - Throws: `CalendarError`, above all `.notPublished`.
  public init(
    _ plan: CalendarPlan, from first: CivilDate, through last: CivilDate
  ) throws(CalendarError) {
    guard first <= last else { throw .emptyHorizon(first: first, last: last) }
    let sensible =
      CivilDate(
        checkedYear: 1, month: 1, day: 1)...CivilDate(
        checkedYear: 9998, month: 12, day: 31)
    guard first.distance(to: last) < 146_097, sensible.contains(first), sensible.contains(last)
    else {
      throw .horizonTooLong(first: first, last: last)
    }
    if plan.beyond == .fail, let published = plan.published,
      first < published.lowerBound || last > published.upperBound
    {
      throw .notPublished(asked: first...last, published: published)
    }
    self.plan = plan
    days = first...last
    storage = CalendarStorage(try CalendarBuilder(plan, days: first...last))
    clock = WorkingClock(tables: storage.tables)
  }

  /// The zone of the office.
  public var zone: TimeZoneRules { plan.zone }

  /// Whether the calendar answers for `instant`.
  public func covers(_ instant: Instant) -> Bool { clock.covers(instant) }

  /// Whether the calendar answers for the local day `date`.
  public func covers(_ date: CivilDate) -> Bool { days.contains(date) }
}
