/// Makes foreign text safe to print within one line.
enum Printable {
  /// Without control characters, and no longer than `limit`.
  static func text(_ text: String, limit: Int = 400) -> String {
    var result = ""
    for character in text.prefix(limit) {
      let isControl = character.unicodeScalars.contains { scalar in
        scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .lineSeparator
          || scalar.properties.generalCategory == .paragraphSeparator
      }
      result += isControl ? "?" : String(character)
    }
    return text.count > limit ? result + "…" : result
  }

  /// A value of a document, in quotes.
  static func value(_ value: String) -> String { "'\(text(value, limit: 60))'" }

  /// A number in its shortest form, whole numbers without a point.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
