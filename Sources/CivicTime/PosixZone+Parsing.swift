extension PosixZone {
  /// Reads `std offset [dst [offset] , start [/time] , end [/time]]`; nil if it is anything else.
  init?(parsing text: some StringProtocol) {
    var reader = DigitReader(text)
    guard Self.skipName(&reader), let standard = Self.time(&reader, hours: 24) else { return nil }
    standardOffset = -standard
    daylight = nil
    if reader.isAtEnd { return }
    guard Self.skipName(&reader) else { return nil }
    var offset = standardOffset + 3_600
    if reader.next != "," {
      guard let daylight = Self.time(&reader, hours: 24) else { return nil }
      offset = -daylight
    }
    guard reader.take(","), let start = Self.change(&reader), reader.take(","),
      let end = Self.change(&reader), reader.isAtEnd
    else {
      return nil
    }
    daylight = Daylight(offset: offset, start: start, end: end)
  }

  private static func skipName(_ reader: inout DigitReader) -> Bool {
    let isLetter: (UInt8) -> Bool = { (0x41...0x5A).contains($0 & 0xDF) }
    guard reader.take("<") else { return reader.prefix(while: isLetter).utf8.count >= 3 }
    return !reader.prefix { $0 != 0x3E }.isEmpty && reader.take(">")
  }

  /// `[+|-]hh[:mm[:ss]]` in seconds.
  private static func time(_ reader: inout DigitReader, hours limit: Int) -> Int? {
    let sign = reader.take("-") ? -1 : 1
    if sign == 1 { _ = reader.take("+") }
    guard let hours = reader.number(upTo: limit) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where reader.take(":") {
      guard let part = reader.number(upTo: 59) else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  private static func change(_ reader: inout DigitReader) -> Change? {
    guard let day = yearDay(&reader) else { return nil }
    guard reader.take("/") else { return Change(day: day, seconds: 7_200) }
    return time(&reader, hours: 167).map { Change(day: day, seconds: $0) }
  }

  private static func yearDay(_ reader: inout DigitReader) -> YearDay? {
    if reader.take("J") {
      return reader.number(upTo: 365).flatMap { $0 == 0 ? nil : .withoutLeapDay($0) }
    }
    guard reader.take("M") else { return reader.number(upTo: 365).map { .withLeapDay($0) } }
    guard let month = reader.number(upTo: 12), month > 0, reader.take("."),
      let week = reader.number(upTo: 5), week > 0, reader.take("."),
      let weekday = reader.number(upTo: 6)
    else {
      return nil
    }
    return .weekday(month: month, week: week, weekday: weekday)
  }
}
