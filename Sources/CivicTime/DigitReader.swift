/// Reads fixed-width numbers and punctuation from the front of a text.
struct DigitReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) { rest = ArraySlice(text.utf8) }

  var isAtEnd: Bool { rest.isEmpty }
  var next: Unicode.Scalar? { rest.first.map { Unicode.Scalar($0) } }

  /// Exactly `count` decimal digits, or nothing.
  mutating func digits(_ count: Int) -> Int? {
    guard rest.count >= count else { return nil }
    var value = 0
    for byte in rest.prefix(count) {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    rest = rest.dropFirst(count)
    return value
  }

  /// One or more digits up to `limit`, or nothing.
  mutating func number(upTo limit: Int) -> Int? {
    var value: Int?
    while let byte = rest.first, (0x30...0x39).contains(byte) {
      let grown = (value ?? 0) * 10 + Int(byte - 0x30)
      guard grown <= limit else { return nil }
      value = grown
      rest = rest.dropFirst()
    }
    return value
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Everything up to, and without, the first scalar of `stops`.
  mutating func prefix(while condition: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    rest = rest.dropFirst(taken.count)
    return String(decoding: taken, as: UTF8.self)
  }

  /// `HH:mm[:ss[.S…]]`; fractions beyond the millisecond must be zero.
  mutating func time(hourDigits: Int = 2) -> CivilTime? {
    guard let hour = digits(hourDigits), take(":"), let minute = digits(2) else { return nil }
    var second = 0
    var millisecond = 0
    if take(":") {
      guard let seconds = digits(2) else { return nil }
      second = seconds
      if take(".") {
        guard let fraction = fraction() else { return nil }
        millisecond = fraction
      }
    }
    return try? CivilTime(hour: hour, minute: minute, second: second, millisecond: millisecond)
  }

  private mutating func fraction() -> Int? {
    var value = 0
    var scale = 1_000
    var any = false
    while let byte = rest.first, (0x30...0x39).contains(byte) {
      scale /= 10
      if scale == 0 && byte != 0x30 { return nil }
      value += Int(byte - 0x30) * scale
      any = true
      rest = rest.dropFirst()
    }
    return any ? value : nil
  }
}

/// `value` in decimal with leading zeros up to `width` digits.
func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (value < 0 ? "-" : "") + zeros + digits
}
