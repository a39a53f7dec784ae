public import CivicTime

/// The kinds of day that differ in demand.
public enum DayClass: UInt8, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday
  /// A Saturday or Sunday that is a working day.
  case makeUp
  /// A Saturday or Sunday off.
  case weekend
  /// A weekday off.
  case holiday

  /// The class of a day, given whether it is a working day.
  public init(_ date: CivilDate, isWorkingDay: Bool) {
    let weekday = date.isoWeekday
    if weekday > 5 {
      self = isWorkingDay ? .makeUp : .weekend
    } else if isWorkingDay {
      self = DayClass(rawValue: UInt8(weekday - 1)) ?? .monday
    } else {
      self = .holiday
    }
  }

  public var isWorkingDay: Bool { rawValue <= DayClass.makeUp.rawValue }

  /// Monday to Friday and not a holiday: the days of an automatic job that knows no make-up days.
  var isOrdinaryWeekday: Bool { rawValue <= DayClass.friday.rawValue }
}

/// The days of a run and their classes, as ``NeedSource`` and ``PollingSchedule`` need them.
public struct DemandDays: Sendable {
  public let first: CivilDate
  public let classes: [DayClass]

  /// - Parameters:
  ///   - first: the first day, run-in included.
  ///   - classes: the class of every day from then on; at least one.
  /// - Throws: `DemandPlanError` if the days lie before 1970 or after 2328.
  public init(first: CivilDate, classes: [DayClass]) throws(DemandPlanError) {
    try DemandPlan.require(
      !classes.isEmpty && first.daysSince1970 >= 0
        && Int(first.daysSince1970) + classes.count < NeedIdentifier.daysMost,
      "the run has \(classes.count) days from day \(first.daysSince1970) since 1970: give at least "
        + "one day, between 1970 and 2328")
    self.first = first
    self.classes = classes
  }

  public var count: Int { classes.count }
}
