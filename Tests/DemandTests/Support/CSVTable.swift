import Foundation

/// A small table with a header: fields parted by commas, quoted where they hold one.
struct CSVTable {
  let columns: [String: Int]
  let rows: [[String]]

  init(parsing text: String) throws {
    var lines: [[String]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      lines.append(Self.fields(line))
    }
    guard let header = lines.first else { throw TableFault("an empty table") }
    columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    rows = Array(lines.dropFirst())
    for (index, row) in rows.enumerated() where row.count != header.count {
      throw TableFault("row \(index + 1) has \(row.count) fields, the header \(header.count)")
    }
  }

  subscript(row: [String], column: String) -> String {
    guard let index = columns[column] else { return "(no column \(column))" }
    return row[index]
  }

  /// A column as numbers.
  func numbers(_ column: String) throws -> [Double] {
    try rows.map { row in
      guard let value = Double(self[row, column]) else {
        throw TableFault("column \(column) has \(self[row, column]) for a number")
      }
      return value
    }
  }

  func strings(_ column: String) -> [String] { rows.map { self[$0, column] } }

  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    for character in line where character != "\r" {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append(field)
        field = ""
      } else {
        field.append(character)
      }
    }
    return fields + [field]
  }
}

struct TableFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
