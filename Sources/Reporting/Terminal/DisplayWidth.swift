/// Columns that a text takes in a terminal: 2 for East Asian wide characters, 0 for marks.
///
/// After Unicode's EastAsianWidth (classes W and F), in the blocks that matter here.
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// The text cut to `columns`, with an ellipsis where something was cut.
  package static func cut(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var used = 0
    var kept = ""
    for character in text {
      let width = of(String(character))
      guard used + width <= columns - 1 else { break }
      used += width
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text broken into lines of at most `width`: at blanks, and anywhere between wide characters.
  package static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: text) {
      if !line.isEmpty && of(line) + of(piece) > width + (piece.last == " " ? 1 : 0) {
        lines.append(line)
        line = ""
      }
      line += piece
    }
    lines.append(line)
    return lines.map { line in line.last == " " ? String(line.dropLast()) : line }
  }

  /// Marks that must not begin a line: full-width comma, stop, semicolon, colon, bracket, quote.
  private static let closing: Set<Character> = [
    "\u{FF0C}", "\u{3002}", "\u{FF1B}", "\u{FF1A}", "\u{FF09}", "\u{201D}", "\u{3001}", "\u{B7}",
  ]

  /// Words with the blank behind them, and single wide characters with the mark behind them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      if word.isEmpty && closing.contains(character) && !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
        continue
      }
      word.append(character)
      guard character == " " || of(String(character)) == 2 else { continue }
      pieces.append(word)
      word = ""
    }
    return word.isEmpty ? pieces : pieces + [word]
  }

  /// The text without control characters, which could steer a terminal.
  package static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }

  /// Estimated width of a text in pixels at a font size, for the layout of figures.
  static func pixels(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + (width($1) == 2 ? 1.0 : Double(width($1)) * 0.56) * size }
  }
}
