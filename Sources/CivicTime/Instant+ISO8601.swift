extension Instant {
  /// Reads an instant as in RFC 3339 and ISO 8601, such as `2018-09-22T08:30:00.250+08:00`.
  ///
  /// Seconds and their fraction may be left out, and a blank may stand for the `T`.
  ///
  /// - Parameter zone: the zone of a text that carries neither `Z` nor an offset.
  /// - Throws: `CivilFormatError.instant`, or `.missingOffset` when there is no zone to read it in.
  public init(iso8601 text: some StringProtocol, zone: TimeZoneRules? = nil)
    throws(CivilFormatError)
  {
    var reader = DigitReader(text)
    guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2),
      reader.take("-"), let day = reader.digits(2),
      let date = try? CivilDate(year: year, month: month, day: day),
      reader.take("T") || reader.take(" "), let time = reader.time()
    else {
      throw .instant(String(text))
    }
    let local = LocalDateTime(date, time)
    if reader.isAtEnd {
      guard let zone else { throw .missingOffset(String(text)) }
      self = zone.instant(of: local)
      return
    }
    guard let offset = Self.offset(&reader), reader.isAtEnd else { throw .instant(String(text)) }
    self.init(milliseconds: local.localMilliseconds - .seconds(Int64(offset)))
  }

  private static func offset(_ reader: inout DigitReader) -> Int? {
    if reader.take("Z") { return 0 }
    let sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
    guard sign != 0, let hours = reader.digits(2), reader.take(":"),
      let minutes = reader.digits(2), hours <= 23, minutes <= 59
    else {
      return nil
    }
    return sign * (hours * 3_600 + minutes * 60)
  }

  /// The instant in ISO 8601, in UTC or on the wall clock of `zone` with its offset.
  ///
  /// Milliseconds are written only where they are not zero. Instants outside the years 0…9999,
  /// which the format cannot say, are written as their number of milliseconds.
  public func iso8601(in zone: TimeZoneRules? = nil) -> String {
    let offset = zone?.offsetSeconds(at: self) ?? 0
    let reading = self + .seconds(Int64(offset))
    let years: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999
    guard years.contains(reading.milliseconds) else {
      return self == .distantFuture
        ? "distant future" : self == .distantPast ? "distant past" : "\(milliseconds)ms"
    }
    let local = LocalDateTime(localMilliseconds: reading.milliseconds)
    let time = local.time
    var text = "\(local.date)T\(padded(time.hour, to: 2)):\(padded(time.minute, to: 2))"
    text += ":\(padded(time.second, to: 2))"
    if time.millisecond != 0 { text += ".\(padded(time.millisecond, to: 3))" }
    return text + (zone == nil ? "Z" : Self.text(ofOffset: offset))
  }

  private static func text(ofOffset offset: Int) -> String {
    let size = abs(offset)
    var text = "\(offset < 0 ? "-" : "+")\(padded(size / 3_600, to: 2)):"
    text += padded(size / 60 % 60, to: 2)
    if size % 60 != 0 { text += ":\(padded(size % 60, to: 2))" }
    return text
  }
}

extension Instant: CustomStringConvertible {
  public var description: String { iso8601() }
}
