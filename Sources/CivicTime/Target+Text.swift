/// A text that is no target.
public enum TargetFormatError: Error, Hashable, Sendable {
  case empty
  /// Not a whole number followed by a unit.
  case notANumber(String)
  case unknownUnit(String, unit: String)
  case unknownRule(String, rule: String)
  case outOfRange(String)
}

extension TargetFormatError: CustomStringConvertible {
  public var description: String {
    let examples = "write it like 90min, 1h, 2d, 4wh, 3wd, 3wd@clock, 3wd@8h or none"
    return switch self {
    case .empty: "The target is empty; \(examples)."
    case .notANumber(let text):
      "The target \(quoted(text)) does not begin with a whole number; \(examples)."
    case .unknownUnit(let text, let unit):
      "The target \(quoted(text)) has the unknown unit \(quoted(unit)); \(examples)."
    case .unknownRule(let text, let rule):
      "The target \(quoted(text)) has the unknown rule \(quoted(rule)); \(examples)."
    case .outOfRange(let text):
      "The target \(quoted(text)) is out of range; keep it below 100 years."
    }
  }
}

extension Target: CustomStringConvertible, Codable {
  private static let units: [(name: String, size: Milliseconds)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1_000), ("ms", 1),
  ]
  private static let workingUnits = [
    ("wh", Milliseconds.hours(1)), ("wmin", 60_000), ("ws", 1_000), ("wms", 1),
  ]
  private static let limit = Milliseconds.days(36_525)

  /// Reads a whole number, negative if so marked, and its unit: `d`, `h`, `min`, `s`, `ms` for
  /// elapsed time, `wh`, `wmin`, `ws`, `wms` for working time, and `wd` for working days, by
  /// civil-law counting unless `@clock` or `@` and the length of a day follows.
  ///
  /// - Throws: `TargetFormatError`.
  public init(parsing text: some StringProtocol) throws(TargetFormatError) {
    guard !text.isEmpty else { throw .empty }
    if text == "none" {
      self = .none
      return
    }
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let (number, unit) = try Self.quantity(parts[0], in: text)
    if unit == "wd" {
      let rule = try parts.count == 1 ? .endOfDay : Self.rule(parts[1], in: text)
      guard abs(number) <= 36_525 else { throw .outOfRange(String(text)) }
      self = .workingDays(Int32(number), rule)
      return
    }
    guard parts.count == 1 else { throw .unknownRule(String(text), rule: String(parts[1])) }
    if let size = Self.units.first(where: { $0.name == unit })?.size {
      self = .elapsed(try Self.span(number, size, in: text))
    } else if let size = Self.workingUnits.first(where: { $0.0 == unit })?.1 {
      self = .working(try Self.span(number, size, in: text))
    } else {
      throw .unknownUnit(String(text), unit: unit)
    }
  }

  private static func quantity(
    _ part: some StringProtocol, in text: some StringProtocol
  ) throws(TargetFormatError) -> (number: Int64, unit: String) {
    var reader = DigitReader(part)
    let sign: Int64 = reader.take("-") ? -1 : 1
    guard let next = reader.next, ("0"..."9").contains(next) else {
      throw .notANumber(String(text))
    }
    guard let number = reader.number(upTo: Int(limit)) else { throw .outOfRange(String(text)) }
    return (sign * Int64(number), reader.prefix { _ in true })
  }

  private static func span(
    _ number: Int64, _ size: Milliseconds, in text: some StringProtocol
  ) throws(TargetFormatError) -> Milliseconds {
    guard abs(number) <= limit / size else { throw .outOfRange(String(text)) }
    return number * size
  }

  private static func rule(
    _ part: some StringProtocol, in text: some StringProtocol
  ) throws(TargetFormatError) -> WorkingDayRule {
    if part == "clock" { return .sameClockTime }
    guard case .elapsed(let day)? = try? Target(parsing: part), day > 0, day <= .days(1) else {
      throw .unknownRule(String(text), rule: String(part))
    }
    return .hoursPerDay(day)
  }

  /// The shortest text that reads back as this target.
  public var description: String {
    switch self {
    case .elapsed(let span): Self.text(span, Self.units)
    case .working(let work): Self.text(work, Self.workingUnits)
    case .workingDays(let count, .endOfDay): "\(count)wd"
    case .workingDays(let count, .sameClockTime): "\(count)wd@clock"
    case .workingDays(let count, .hoursPerDay(let day)):
      "\(count)wd@" + Self.text(day, Array(Self.units.dropFirst()))
    case .none: "none"
    }
  }

  private static func text(
    _ span: Milliseconds, _ units: [(name: String, size: Milliseconds)]
  ) -> String {
    let unit = units.first { span % $0.size == 0 } ?? ("ms", 1)
    return "\(span / unit.size)\(unit.name)"
  }

  public init(from decoder: any Decoder) throws {
    self = try Target(parsing: decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
