/// A column of a stored table.
///
/// The kinds `scenario`, `explanation` and `indicator` hold the position of the id in its list, so
/// that the order of the primary key is the order in which people see the rows, whichever order
/// they were computed in.
struct StoredColumn {
  enum Kind { case integer, real, text, scenario, explanation, indicator }

  var name: String
  var kind: Kind
  var isOptional = false

  var reference: String? {
    switch kind {
    case .scenario: "scenario"
    case .explanation: "explanation"
    case .indicator: "indicator"
    case .integer, .real, .text: nil
    }
  }

  var definition: String {
    let type =
      switch kind {
      case .real: "REAL"
      case .text: "TEXT"
      case .integer, .scenario, .explanation, .indicator: "INTEGER"
      }
    let foreign = reference.map { " REFERENCES \($0)(position)" } ?? ""
    return "\(name) \(type)\(isOptional ? "" : " NOT NULL")\(foreign)"
  }
}

/// The definition of one table: STRICT, without rowid, ordered by its key.
struct StoredTable {
  var name: String
  /// The first `keyLength` columns are the primary key.
  var keyLength: Int
  /// The first column is the place in a list, which no record carries itself.
  var isList: Bool
  var columns: [StoredColumn]

  init(_ name: String, keyLength: Int, isList: Bool = false, _ columns: [StoredColumn]) {
    self.name = name
    self.keyLength = keyLength
    self.isList = isList
    self.columns = columns
  }

  private var key: String { columns.prefix(keyLength).map(\.name).joined(separator: ", ") }

  var create: String {
    let definitions = columns.map(\.definition).joined(separator: ", ")
    return "CREATE TABLE \(name) (\(definitions), PRIMARY KEY (\(key))) STRICT, WITHOUT ROWID"
  }

  var insert: String {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(name) VALUES (\(marks))"
  }

  var select: String {
    "SELECT \(columns.map(\.name).joined(separator: ", ")) FROM \(name) ORDER BY \(key)"
  }

  /// A view of the same rows with ids in place of positions, for people who query the file.
  var createView: String? {
    guard columns.contains(where: { $0.reference != nil }) else { return nil }
    let fields = columns.map { column in
      column.reference == nil ? "t.\(column.name)" : "r_\(column.name).id AS \(column.name)"
    }
    let joins = columns.compactMap { column in
      column.reference.map {
        " JOIN \($0) AS r_\(column.name) ON r_\(column.name).position = t.\(column.name)"
      }
    }
    return "CREATE VIEW \(name)_named AS SELECT \(fields.joined(separator: ", ")) "
      + "FROM \(name) AS t\(joins.joined())"
  }
}

/// A record that is stored as one row.
protocol StoredRow {
  static var table: StoredTable { get }
  /// Appends the columns in the order of the table.
  func write(to row: inout RowWriter) throws
  init(from row: inout RowReader) throws
}
