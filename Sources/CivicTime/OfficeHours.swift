/// A stretch of one day in which the office is open, `open` included and `close` not.
public struct OfficeSpan: BitwiseCopyable, Hashable, Sendable {
  public let open: CivilTime
  public let close: CivilTime

  /// - Throws: `OfficeHoursError.emptySpan` unless the office opens before it closes. A night shift
  ///   over midnight is two spans: to 24:00, and from 00:00 of the next day.
  public init(open: CivilTime, close: CivilTime) throws(OfficeHoursError) {
    guard open < close else { throw .emptySpan("\(open)-\(close)") }
    self.open = open
    self.close = close
  }

  private init(uncheckedOpen: CivilTime, close: CivilTime) {
    open = uncheckedOpen
    self.close = close
  }

  /// From 00:00 to 24:00.
  public static let wholeDay = OfficeSpan(uncheckedOpen: .startOfDay, close: .endOfDay)
}

/// The spans of each day of an ordinary week.
///
/// Written, read and encoded like `Mon-Fri 09:00-12:00,14:00-18:00; Sat 09:00-12:00`. Days not
/// named are closed.
public struct OfficeHours: Hashable, Sendable {
  /// Seven lists, Monday's first; each in order of time, without overlap.
  private var spansByDay: [[OfficeSpan]]

  /// - Throws: `OfficeHoursError.overlap` when two spans of a day have a moment in common.
  public init(_ spans: [Weekday: [OfficeSpan]]) throws(OfficeHoursError) {
    spansByDay = []
    for weekday in Weekday.allCases {
      let ordered = (spans[weekday] ?? []).sorted { $0.open < $1.open }
      for (span, next) in zip(ordered, ordered.dropFirst()) where next.open < span.close {
        throw .overlap(weekday)
      }
      spansByDay.append(ordered)
    }
  }

  private init(everyDay spans: [OfficeSpan]) {
    spansByDay = Array(repeating: spans, count: 7)
  }

  /// Every day from 00:00 to 24:00.
  public static let roundTheClock = OfficeHours(everyDay: [.wholeDay])

  /// The spans of `weekday`, in order of time.
  public subscript(weekday: Weekday) -> [OfficeSpan] { spansByDay[weekday.rawValue - 1] }

  /// Working time of an ordinary `weekday`.
  public func workingTime(on weekday: Weekday) -> Milliseconds {
    self[weekday].reduce(0) {
      $0 + Int64($1.close.millisecondsAfterMidnight - $1.open.millisecondsAfterMidnight)
    }
  }
}

/// Office hours that make no sense.
public enum OfficeHoursError: Error, Hashable, Sendable {
  /// A span that does not end after it begins.
  case emptySpan(String)
  case overlap(Weekday)
  /// A part of the text that is not `days spans`.
  case unreadable(String)
  /// A day named twice in one text.
  case repeated(Weekday)
}

extension OfficeHoursError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptySpan(let text):
      "The span \(quoted(text)) does not end after it begins; split it at 24:00 and 00:00."
    case .overlap(let weekday):
      "Two spans of \(weekday.abbreviation) overlap; give each moment once."
    case .unreadable(let text):
      "\(quoted(text)) are no office hours; write them like Mon-Fri 09:00-12:00,14:00-18:00."
    case .repeated(let weekday):
      "The office hours name \(weekday.abbreviation) twice; name each day once."
    }
  }
}
