import CivicTime

/// How a column writes a point in time, such as `yyyy-MM-dd HH:mm:ss`.
///
/// `yyyy` is the year; `MM`, `dd`, `HH`, `hh`, `mm`, `ss` have two digits, `M`, `d`, `H`, `h` one or
/// two; `SSS` are milliseconds and `a` is AM or PM; everything else stands for itself. A format
/// without an hour means midnight. `iso8601` is RFC 3339.
public struct TraceTimeFormat: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    case literal(UInt8)
    case number(Part, least: Int, most: Int)
    case halfOfDay
  }

  enum Part: Int, Sendable, Hashable { case year, month, day, hour, minute, second, millisecond }

  /// Empty for `iso8601`.
  let pieces: [Piece]
  public let pattern: String

  /// - Throws: ``TraceFormatError`` unless the pattern has year, month and day, each once.
  public init(pattern: String) throws(TraceFormatError) {
    self.pattern = pattern
    guard pattern != "iso8601" else {
      pieces = []
      return
    }
    var pieces: [Piece] = []
    var rest = Array(pattern.utf8)[...]
    while let byte = rest.first {
      let run = rest.prefix { $0 == byte }.count
      pieces += try Self.pieces(Unicode.Scalar(byte), run, pattern)
      rest = rest.dropFirst(run)
    }
    self.pieces = pieces
    try check()
  }

  private static func pieces(
    _ letter: Unicode.Scalar, _ run: Int, _ pattern: String
  ) throws(TraceFormatError) -> [Piece] {
    let part: Part? =
      switch letter {
      case "y": .year
      case "M": .month
      case "d": .day
      case "H", "h": .hour
      case "m": .minute
      case "s": .second
      case "S": .millisecond
      default: nil
      }
    if let part {
      let widths: [Int] =
        switch part {
        case .year: [4]
        case .millisecond: [3]
        default: [1, 2]
        }
      guard widths.contains(run) else { throw TraceFormatError(pattern, "\(letter)") }
      let exact = part == .year ? 4 : part == .millisecond ? 3 : run
      return [.number(part, least: exact, most: max(2, exact))]
    }
    if letter == "a", run == 1 { return [.halfOfDay] }
    let isLetter =
      letter.isASCII && letter.properties.isAlphabetic && letter != "T" && letter != "Z"
    guard !isLetter else { throw TraceFormatError(pattern, "\(letter)") }
    return [Piece](repeating: .literal(UInt8(truncatingIfNeeded: letter.value)), count: run)
  }

  private func check() throws(TraceFormatError) {
    var seen: Set<Part> = []
    for case .number(let part, _, _) in pieces where !seen.insert(part).inserted {
      throw TraceFormatError(pattern, nil)
    }
    guard seen.isSuperset(of: [.year, .month, .day]) else { throw TraceFormatError(pattern, nil) }
  }
}

/// A pattern that is no format of time.
public struct TraceFormatError: Error, Sendable, Hashable, CustomStringConvertible {
  public var pattern: String
  /// What stands in it and means nothing.
  public var letter: String?

  init(_ pattern: String, _ letter: String?) {
    self.pattern = pattern
    self.letter = letter
  }

  public var description: String {
    let fault =
      letter.map { "has '\($0)' in a place or number that means nothing" }
      ?? "does not have year, month and day once each"
    return "'\(printable(pattern))' \(fault); write it like yyyy-MM-dd HH:mm:ss or iso8601"
  }
}

extension TraceTimeFormat {
  /// The reading of a wall clock in a field, or nil where the field is not so written or shows no
  /// such time. Blanks around it are passed over.
  func reading(of field: UnsafeBufferPointer<UInt8>) -> LocalDateTime? {
    var parts = SIMD8<Int32>(0, 0, 0, 0, 0, 0, 0, -1)
    var position = 0
    for piece in pieces {
      switch piece {
      case .literal(let byte):
        guard position < field.count, field[position] == byte else { return nil }
        position += 1
      case .number(let part, let least, let most):
        guard let value = Self.number(field, &position, least, most) else { return nil }
        parts[part.rawValue] = value
      case .halfOfDay:
        guard let half = Self.half(field, &position) else { return nil }
        parts[7] = half
      }
    }
    return position == field.count ? Self.local(parts) : nil
  }

  private static func number(
    _ field: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ least: Int, _ most: Int
  ) -> Int32? {
    var value: Int32 = 0
    var digits = 0
    while digits < most, position < field.count, case 0x30...0x39 = field[position] {
      value = value * 10 + Int32(field[position] - 0x30)
      position += 1
      digits += 1
    }
    return digits >= least ? value : nil
  }

  /// 0 for AM, 1 for PM, in either case.
  private static func half(
    _ field: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> Int32? {
    guard position + 1 < field.count, field[position + 1] | 0x20 == UInt8(ascii: "m") else {
      return nil
    }
    let letter = field[position] | 0x20
    position += 2
    return letter == UInt8(ascii: "a") ? 0 : letter == UInt8(ascii: "p") ? 1 : nil
  }

  private static func local(_ parts: SIMD8<Int32>) -> LocalDateTime? {
    var hour = parts[3]
    if parts[7] >= 0 {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + 12 * parts[7]
    }
    guard
      let date = try? CivilDate(year: Int(parts[0]), month: Int(parts[1]), day: Int(parts[2])),
      let time = try? CivilTime(
        hour: Int(hour), minute: Int(parts[4]), second: Int(parts[5]), millisecond: Int(parts[6]))
    else { return nil }
    return LocalDateTime(date, time)
  }
}
