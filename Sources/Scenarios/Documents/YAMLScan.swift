/// A look at YAML text before it is parsed, for what a parser would spend its stack or hours on.
enum YAMLScan {
  /// - Throws: if the text nests too deeply, or uses anchors, aliases or tags.
  static func check(_ text: String, file: String) throws(ScenarioProblem) {
    var scan = LineScan()
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      scan.read(line)
      let place = Place(file: file, line: number)
      if scan.deepest > YAMLReader.deepest { throw tooDeep(place) }
      if scan.hasAlias { throw noAliases(place) }
      if scan.hasTag { throw noTags(place) }
    }
  }

  static func tooDeep(_ place: Place) -> ScenarioProblem {
    place.problem(
      nil, "the document nests deeper than \(YAMLReader.deepest) levels", mend: "flatten it",
      code: .dataError)
  }

  static func noTags(_ place: Place) -> ScenarioProblem {
    place.problem(
      nil, "tags (!) are not used in scenarios",
      mend: "take the tag away, or put the text in quotes", code: .dataError)
  }

  static func noAliases(_ place: Place) -> ScenarioProblem {
    place.problem(
      nil, "anchors (&) and aliases (*) are not used in scenarios",
      mend: "write the value out, use `extends`, or put the text in quotes", code: .dataError)
  }
}

/// Counts open brackets over lines, and compact nesting (`- - -`, `? ? ?`) within one.
///
/// Brackets in quoted text are skipped; in free text they count, which can only refuse a text of
/// more than 32 unbalanced brackets.
private struct LineScan {
  private(set) var deepest = 0
  private(set) var hasAlias = false
  private(set) var hasTag = false
  private var open = 0
  /// Nested entries begun on this line.
  private var compact = 0
  /// A value may start here.
  private var start = true
  /// A value may start after the next space.
  private var pending = false
  private var previous = UInt8(ascii: " ")

  mutating func read(_ line: Substring.UTF8View.SubSequence) {
    (compact, start, pending, previous) = (0, true, false, UInt8(ascii: " "))
    var quote: UInt8?
    var mark = false
    for byte in line {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "#"), isSpace(previous) {
        return
      } else {
        if mark, !isSpace(byte) { hasAlias = true }
        if start, byte == UInt8(ascii: "!") { hasTag = true }
        mark = start && (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&"))
        if start, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        step(byte)
        deepest = max(deepest, open + compact)
      }
      previous = byte
    }
  }

  private mutating func step(_ byte: UInt8) {
    if isSpace(byte) {
      start = start || pending
      pending = false
      return
    }
    let wasStart = start
    (start, pending) = (false, false)
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      open += 1
      start = true
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      open = max(0, open - 1)
    case UInt8(ascii: "-"), UInt8(ascii: "?"):
      if wasStart { compact += 1 }
      pending = wasStart
    case UInt8(ascii: ":"):
      start = previous == UInt8(ascii: "\"") || previous == UInt8(ascii: "'")
      pending = true
    case UInt8(ascii: ","):
      start = open > 0
    default: break
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
