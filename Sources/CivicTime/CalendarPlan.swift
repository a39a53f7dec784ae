/// What is published about an office's working time: the wish list a `WorkingCalendar` is built of.
///
/// For one day, a closure outweighs everything; a make-up day or a holiday outweighs the week.
public struct CalendarPlan: Hashable, Sendable {
  public var zone: TimeZoneRules
  public var hours: OfficeHours
  /// Days without office hours, in any order.
  public var holidays: [CivilDate]
  public var makeUpDays: [MakeUpDay]
  public var closures: [LocalClosure]
  /// The days for which holidays are published; nil where none ever are.
  public var published: ClosedRange<CivilDate>?
  public var beyond: BeyondPublished

  public init(
    zone: TimeZoneRules, hours: OfficeHours, holidays: [CivilDate] = [],
    makeUpDays: [MakeUpDay] = [], closures: [LocalClosure] = [],
    published: ClosedRange<CivilDate>? = nil, beyond: BeyondPublished = .fail
  ) {
    self.zone = zone
    self.hours = hours
    self.holidays = holidays
    self.makeUpDays = makeUpDays
    self.closures = closures
    self.published = published
    self.beyond = beyond
  }
}

/// A day, usually of a weekend, that works like some day of the ordinary week (调休).
public struct MakeUpDay: BitwiseCopyable, Hashable, Sendable {
  public var date: CivilDate
  /// The weekday whose hours are worked.
  public var pattern: Weekday

  public init(_ date: CivilDate, like pattern: Weekday = .monday) {
    self.date = date
    self.pattern = pattern
  }
}

/// A stretch of local time in which the office is shut, for example under a typhoon warning:
/// `start` included, `end` not.
public struct LocalClosure: BitwiseCopyable, Hashable, Sendable {
  public var start: LocalDateTime
  public var end: LocalDateTime

  /// - Throws: `CalendarError.emptyClosure` unless `start` is before `end`.
  public init(from start: LocalDateTime, to end: LocalDateTime) throws(CalendarError) {
    guard start < end else { throw .emptyClosure(start.date) }
    self.start = start
    self.end = end
  }

  /// The whole of one day.
  public init(on date: CivilDate) {
    start = LocalDateTime(date)
    end = LocalDateTime(date, .endOfDay)
  }
}

/// What to do about days for which no holidays are published.
public enum BeyondPublished: String, Codable, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  /// Refuse to build a calendar that would have to guess.
  case fail
  /// Assume ordinary weeks without holidays.
  case weekdays
}

/// A calendar that cannot be built.
public enum CalendarError: Error, Hashable, Sendable {
  case emptyHorizon(first: CivilDate, last: CivilDate)
  /// More than 400 years, or outside the years 1…9998.
  case horizonTooLong(first: CivilDate, last: CivilDate)
  /// Days are asked for whose holidays are not published.
  case notPublished(asked: ClosedRange<CivilDate>, published: ClosedRange<CivilDate>)
  /// A day that is both a holiday and a make-up day, or a make-up day of two patterns.
  case conflictingDay(CivilDate)
  case emptyClosure(CivilDate)
  case noWorkingTime(first: CivilDate, last: CivilDate)
}

extension CalendarError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyHorizon(let first, let last):
      "The calendar would end on \(last), before it begins on \(first); swap the dates."
    case .horizonTooLong(let first, let last):
      "A calendar from \(first) to \(last) is too long; ask for at most 400 years."
    case .notPublished(let asked, let published):
      "Holidays are published for \(published.lowerBound) to \(published.upperBound), but the "
        + "calendar is asked for \(asked.lowerBound) to \(asked.upperBound); shorten it, or set "
        + "calendar.beyond to weekdays."
    case .conflictingDay(let date):
      "\(date) is given two meanings, as holiday or make-up day; keep one."
    case .emptyClosure(let date):
      "The closure of \(date) does not end after it begins; swap its ends."
    case .noWorkingTime(let first, let last):
      "The calendar has no working time from \(first) to \(last); check its office hours."
    }
  }
}
