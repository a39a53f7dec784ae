import Foundation

/// The text of a table: a header and rows, ended by a line feed each.
struct TableText {
  private(set) var text: String

  init(_ columns: String...) { text = columns.joined(separator: ",") + "\n" }

  mutating func add(_ fields: Any...) {
    let texts = fields.map { field in
      switch field {
      case let number as Double: Self.number(number)
      case let text as String: text.contains(",") ? "\"\(text)\"" : text
      default: "\(field)"
      }
    }
    text += texts.joined(separator: ",") + "\n"
  }

  /// At most six decimals, so that the text does not hang on the last bits.
  static func number(_ value: Double) -> String {
    var text = String(format: "%.6f", value)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}
