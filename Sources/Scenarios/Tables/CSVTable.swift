/// A small table that a planner edits: a header, rows with line numbers, `#` comments, quotes as in
/// RFC 4180.
struct CSVTable: Sendable {
  let file: String
  let columns: [String]
  let rows: [Row]
  /// Where the header stands.
  let header: Place
  /// SHA-256 of the content without comments and spacing.
  let digest: String

  struct Row: Sendable {
    let place: Place
    let fields: [String]
  }

  /// - Throws: one sentence for a row that is ragged or a quote that stays open.
  init(_ text: String, file: String) throws(ScenarioProblem) {
    var records: [Row] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let isBlank = line.allSatisfy { $0.isWhitespace || $0 == "," }
      if isBlank || line.first == "#" { continue }
      let place = Place(file: file, line: number)
      records.append(Row(place: place, fields: try Self.fields(line, place)))
    }
    guard let header = records.first else {
      throw Place(file: file).problem(
        nil, "the table is empty", mend: "write a header line and rows", code: .dataError)
    }
    for record in records where record.fields.count != header.fields.count {
      throw record.place.problem(
        nil, "the row has \(record.fields.count) fields, the header \(header.fields.count)",
        mend: "write one field for each column", code: .dataError)
    }
    self.file = file
    self.header = header.place
    columns = header.fields
    rows = Array(records.dropFirst())
    digest = SHA256.hexadecimal(
      records.map { $0.fields.joined(separator: "\u{1F}") }.joined(separator: "\n").utf8)
  }

  private static func fields(
    _ line: Substring, _ place: Place
  ) throws(ScenarioProblem) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (character, isQuoted) {
      case ("\"", true):
        if rest.first == "\"" { field.append(rest.removeFirst()) } else { isQuoted = false }
      case ("\"", false) where field.allSatisfy(\.isWhitespace):
        (field, isQuoted) = ("", true)
      case (",", false):
        fields.append(trimmed(field))
        field = ""
      default:
        field.append(character)
      }
    }
    guard !isQuoted else {
      throw place.problem(
        nil, "a quote stays open", mend: "close it on the same line", code: .dataError)
    }
    return fields + [trimmed(field)]
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
