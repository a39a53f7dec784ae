/// A time of day on the wall clock, from 00:00 to 24:00 inclusive, in milliseconds after midnight.
///
/// 24:00 is the end of a day, so that a span can last to it. Written and encoded as `HH:mm`, with
/// `:ss` and `.SSS` only where they are not zero.
@frozen
public struct CivilTime: BitwiseCopyable, Hashable, Sendable {
  public let millisecondsAfterMidnight: Int32

  @usableFromInline
  init(uncheckedMilliseconds: Int32) { millisecondsAfterMidnight = uncheckedMilliseconds }

  /// - Throws: `CivilFormatError.time` unless `millisecondsAfterMidnight` is in 0…86,400,000.
  public init(millisecondsAfterMidnight value: Milliseconds) throws(CivilFormatError) {
    guard (0...86_400_000).contains(value) else { throw .time("\(value)ms") }
    millisecondsAfterMidnight = Int32(value)
  }

  /// - Throws: `CivilFormatError.time` unless the clock shows such a time, or it is 24:00.
  public init(hour: Int, minute: Int = 0, second: Int = 0, millisecond: Int = 0)
    throws(CivilFormatError)
  {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999).contains(millisecond), hour < 24 || minute + second + millisecond == 0
    else {
      throw .time("\(hour):\(minute):\(second).\(millisecond)")
    }
    millisecondsAfterMidnight = Int32(((hour * 60 + minute) * 60 + second) * 1_000 + millisecond)
  }

  public static let startOfDay = CivilTime(uncheckedMilliseconds: 0)
  public static let endOfDay = CivilTime(uncheckedMilliseconds: 86_400_000)

  public var hour: Int { Int(millisecondsAfterMidnight) / 3_600_000 }
  public var minute: Int { Int(millisecondsAfterMidnight) / 60_000 % 60 }
  public var second: Int { Int(millisecondsAfterMidnight) / 1_000 % 60 }
  public var millisecond: Int { Int(millisecondsAfterMidnight) % 1_000 }
}

extension CivilTime: Comparable {
  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.millisecondsAfterMidnight < right.millisecondsAfterMidnight
  }
}

extension CivilTime: CustomStringConvertible, Codable {
  /// Reads `HH:mm`, `HH:mm:ss` or `HH:mm:ss.SSS`; the hour may have one digit.
  ///
  /// - Throws: `CivilFormatError.time`.
  public init(parsing text: some StringProtocol) throws(CivilFormatError) {
    var reader = DigitReader(text)
    guard let time = reader.time(hourDigits: text.utf8.dropFirst().first == 0x3A ? 1 : 2),
      reader.isAtEnd
    else {
      throw .time(String(text))
    }
    self = time
  }

  public var description: String {
    var text = "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
    if second != 0 || millisecond != 0 { text += ":\(padded(second, to: 2))" }
    if millisecond != 0 { text += ".\(padded(millisecond, to: 3))" }
    return text
  }

  public init(from decoder: any Decoder) throws {
    self = try CivilTime(parsing: decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// What the wall clock and the calendar on the wall show together, in some zone.
public struct LocalDateTime: BitwiseCopyable, Hashable, Sendable {
  public var date: CivilDate
  public var time: CivilTime

  public init(_ date: CivilDate, _ time: CivilTime = .startOfDay) {
    self.date = date
    self.time = time
  }

  /// Milliseconds from 1970-01-01T00:00 on the same wall clock.
  public var localMilliseconds: Int64 {
    .days(Int64(date.daysSince1970)) + Int64(time.millisecondsAfterMidnight)
  }

  init(localMilliseconds: Int64) {
    let day = localMilliseconds.flooredDivision(by: .days(1))
    date = CivilDate(daysSince1970: Int32(day))
    time = CivilTime(uncheckedMilliseconds: Int32(localMilliseconds - .days(day)))
  }
}

extension LocalDateTime: Comparable {
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    left.localMilliseconds < right.localMilliseconds
  }
}
