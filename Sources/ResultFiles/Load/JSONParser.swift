/// A JSON value as it was read. Numbers keep their digits: Foundation's `JSONSerialization` on
/// Linux returns about one double in five changed in its last bit.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Substring)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

/// Reads a JSON text (RFC 8259), in one pass.
struct JSONParser {
  /// Deeper lists are refused: nothing that this package writes is, and the stack is finite.
  private static let deepest = 64

  private let text: Substring.UTF8View
  private var place: Substring.UTF8View.Index

  /// The value that `text` holds; nil if it is no JSON.
  static func value(of text: String) -> JSONValue? {
    var parser = JSONParser(text)
    guard let value = parser.value(depth: 0) else { return nil }
    parser.skipBlanks()
    return parser.place == parser.text.endIndex ? value : nil
  }

  private init(_ text: String) {
    self.text = text[...].utf8
    place = self.text.startIndex
  }

  private var next: UInt8? { place < text.endIndex ? text[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      text.formIndex(after: &place)
    }
  }

  /// Steps over a mark, blanks before it included.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: mark) else { return false }
    text.formIndex(after: &place)
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard text[place...].starts(with: word.utf8) else { return false }
    text.formIndex(&place, offsetBy: word.utf8.count)
    return true
  }

  // MARK: Values

  private mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard depth < Self.deepest, let first = next else { return nil }
    switch first {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take(word: "true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take(word: "false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    guard take("{") else { return nil }
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard let key = string(), take(":"), let value = value(depth: depth + 1),
        members.updateValue(value, forKey: key) == nil
      else { return nil }
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    guard take("[") else { return nil }
    var items: [JSONValue] = []
    if take("]") { return .array(items) }
    repeat {
      guard let item = value(depth: depth + 1) else { return nil }
      items.append(item)
    } while take(",")
    return take("]") ? .array(items) : nil
  }

  private mutating func number() -> JSONValue? {
    let start = place
    while let byte = next, Self.isOfNumber(byte) { text.formIndex(after: &place) }
    let digits = Substring(text[start..<place])
    // `Double` also reads `+1`, `.5` and `1.`, which JSON does not have.
    guard let value = Double(digits), value.isFinite, digits.last?.isNumber == true,
      digits.drop(while: { $0 == "-" }).first?.isNumber == true
    else { return nil }
    return .number(digits)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  // MARK: Strings

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    text.formIndex(after: &place)
    var out = ""
    var start = place
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        out += String(text[start..<place]) ?? ""
        text.formIndex(after: &place)
        return out
      case UInt8(ascii: "\\"):
        out += String(text[start..<place]) ?? ""
        guard let scalar = escape() else { return nil }
        out.unicodeScalars.append(scalar)
        start = place
      case 0..<0x20: return nil
      default: text.formIndex(after: &place)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    text.formIndex(after: &place)
    guard let mark = next else { return nil }
    text.formIndex(after: &place)
    switch mark {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return unicodeEscape()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(mark)
    default: return nil
    }
  }

  /// Four hexadecimal digits, and four more where they are half of a pair.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = codeUnit() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard take(word: "\\u"), let second = codeUnit(), (0xDC00..<0xE000).contains(second) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    guard let end = text.index(place, offsetBy: 4, limitedBy: text.endIndex) else { return nil }
    let digits = Substring(text[place..<end])
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    place = end
    return UInt32(digits, radix: 16)
  }
}
