/// A JSON value whose members keep their order, so that the same value gives the same bytes.
package indirect enum JSONText: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case unsigned(UInt64)
  case number(Double)
  case string(String)
  case array([JSONText])
  /// An array on one line, for long lists of numbers.
  case row([Int])
  case object([(String, JSONText)])

  package static func == (left: JSONText, right: JSONText) -> Bool { left.text == right.text }

  /// The shortest digits that read back as the same double; not finite is `null`.
  package static func optional(_ value: Double?) -> JSONText {
    value.map { $0.isFinite ? .number($0) : .null } ?? .null
  }

  /// The document, indented by two spaces, without a final newline.
  package var text: String {
    var out = ""
    append(to: &out, indent: 0)
    return out
  }

  private func append(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .unsigned(let value): out += String(value)
    case .number(let value): out += value.isFinite ? shortest(value) : "null"
    case .string(let value): Self.appendQuoted(value, to: &out)
    case .array(let items):
      Self.appendList(items, open: "[", close: "]", to: &out, indent: indent) { item, out in
        item.append(to: &out, indent: indent + 1)
      }
    case .row(let numbers):
      out += "[" + numbers.lazy.map { String($0) }.joined(separator: ", ") + "]"
    case .object(let members):
      Self.appendList(members, open: "{", close: "}", to: &out, indent: indent) { member, out in
        Self.appendQuoted(member.0, to: &out)
        out += ": "
        member.1.append(to: &out, indent: indent + 1)
      }
    }
  }

  private static func appendList<Item>(
    _ items: [Item], open: String, close: String, to out: inout String, indent: Int,
    each: (Item, inout String) -> Void
  ) {
    out += open
    for (position, item) in items.enumerated() {
      out += position == 0 ? "\n" : ",\n"
      out += String(repeating: "  ", count: indent + 1)
      each(item, &out)
    }
    if !items.isEmpty { out += "\n" + String(repeating: "  ", count: indent) }
    out += close
  }

  private static func appendQuoted(_ string: String, to out: inout String) {
    out += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

/// The shortest decimal that reads back as `value`, whole numbers without `.0`.
package func shortest(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
