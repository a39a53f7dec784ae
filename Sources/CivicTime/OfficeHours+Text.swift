extension OfficeHours: CustomStringConvertible, Codable {
  /// Reads groups divided by `;`, each one of days (`Mon`, `Mon-Fri`, `Mon/Wed/Fri`), a blank, and
  /// spans divided by `,` (`09:00-12:00`, or `9-12` for full hours).
  ///
  /// - Throws: `OfficeHoursError`.
  public init(parsing text: some StringProtocol) throws(OfficeHoursError) {
    var week: [Weekday: [OfficeSpan]] = [:]
    for group in text.split(separator: ";", omittingEmptySubsequences: false) {
      let parts = group.split(separator: " ")
      guard parts.count == 2 else { throw .unreadable(String(group)) }
      let spans = try Self.spans(parts[1])
      for weekday in try Self.weekdays(parts[0]) {
        guard week.updateValue(spans, forKey: weekday) == nil else { throw .repeated(weekday) }
      }
    }
    try self.init(week)
  }

  private static func weekdays(_ text: some StringProtocol) throws(OfficeHoursError) -> [Weekday] {
    var weekdays: [Weekday] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2, let first = weekday(ends[0]), let last = weekday(ends[ends.count - 1]),
        first <= last
      else {
        throw .unreadable(String(text))
      }
      weekdays += Weekday.allCases.filter { (first...last).contains($0) }
    }
    return weekdays
  }

  private static func weekday(_ text: some StringProtocol) -> Weekday? {
    Weekday.allCases.first { $0.abbreviation == text }
  }

  private static func spans(_ text: some StringProtocol) throws(OfficeHoursError) -> [OfficeSpan] {
    var spans: [OfficeSpan] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let open = time(ends[0]), let close = time(ends[1]) else {
        throw .unreadable(String(part))
      }
      spans.append(try OfficeSpan(open: open, close: close))
    }
    return spans
  }

  private static func time(_ text: some StringProtocol) -> CivilTime? {
    if let time = try? CivilTime(parsing: text) { return time }
    var reader = DigitReader(text)
    guard let hour = reader.number(upTo: 24), reader.isAtEnd else { return nil }
    return try? CivilTime(hour: hour)
  }

  public var description: String {
    var groups: [(days: [Weekday], spans: [OfficeSpan])] = []
    for weekday in Weekday.allCases where !self[weekday].isEmpty {
      if let last = groups.indices.last, groups[last].spans == self[weekday] {
        groups[last].days.append(weekday)
      } else {
        groups.append(([weekday], self[weekday]))
      }
    }
    return groups.map { group in
      let days = group.days.map(\.abbreviation).joined(separator: "/")
      return days + " " + group.spans.map { "\($0.open)-\($0.close)" }.joined(separator: ",")
    }.joined(separator: "; ")
  }

  public init(from decoder: any Decoder) throws {
    self = try OfficeHours(parsing: decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
