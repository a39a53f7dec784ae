/// A day of the proleptic Gregorian calendar, without a zone: whole days since 1970-01-01.
///
/// Written and encoded as `yyyy-MM-dd`. Conversions follow Howard Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms", and take constant time.
@frozen
public struct CivilDate: BitwiseCopyable, Hashable, Sendable {
  public var daysSince1970: Int32

  @inlinable
  public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  /// - Throws: `CivilFormatError.date` unless the day exists and the year is in 0…9999.
  public init(year: Int, month: Int, day: Int) throws(CivilFormatError) {
    guard (0...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.daysIn(month: month, year: year)
    else {
      throw .date("\(year)-\(month)-\(day)")
    }
    self.init(checkedYear: year, month: month, day: day)
  }

  init(checkedYear year: Int, month: Int, day: Int) {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSince1970: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate {
  /// Year, month 1…12 and day 1…31.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  /// 1 for Monday to 7 for Sunday, as in ISO 8601.
  @inlinable
  public var isoWeekday: Int {
    // 1970-01-01 was a Thursday.
    let remainder = (Int(daysSince1970) + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  public var weekday: Weekday {
    // The number is in 1…7 by construction.
    Weekday(rawValue: isoWeekday) ?? .monday
  }

  /// The date `days` later.
  @inlinable
  public func advanced(by days: Int) -> CivilDate {
    CivilDate(daysSince1970: daysSince1970 + Int32(days))
  }

  /// Days from this date to `other`, negative when `other` is earlier.
  @inlinable
  public func distance(to other: CivilDate) -> Int {
    Int(other.daysSince1970) - Int(daysSince1970)
  }
}

extension CivilDate: Comparable, Strideable {
  @inlinable
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }
}

extension CivilDate: LosslessStringConvertible, Codable {
  /// Reads `yyyy-MM-dd`.
  ///
  /// - Throws: `CivilFormatError.date`.
  public init(parsing text: some StringProtocol) throws(CivilFormatError) {
    var reader = DigitReader(text)
    guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2),
      reader.take("-"), let day = reader.digits(2), reader.isAtEnd,
      let date = try? CivilDate(year: year, month: month, day: day)
    else {
      throw .date(String(text))
    }
    self = date
  }

  public init?(_ description: String) {
    guard let date = try? CivilDate(parsing: description) else { return nil }
    self = date
  }

  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  public init(from decoder: any Decoder) throws {
    self = try CivilDate(parsing: decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
