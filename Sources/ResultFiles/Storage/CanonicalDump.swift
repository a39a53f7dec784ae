import GRDB

/// The database as text: tables in a fixed order, rows by key, numbers in their shortest form.
///
/// Two runs agree exactly when their dumps are equal byte for byte, whatever SQLite did to pages.
enum CanonicalDump {
  static func text(of db: Database) throws -> String {
    var out = "\(ManifestDocument.name)/\(ResultDatabase.schemaVersion)\n"
    try append(
      "SELECT name, json FROM document ORDER BY name", title: "document(name, json)", db, to: &out)
    for table in ResultDatabase.tables {
      let names = table.columns.map(\.name).joined(separator: ", ")
      try append(table.select, title: "\(table.name)(\(names))", db, to: &out)
    }
    return out
  }

  private static func append(
    _ sql: String, title: String, _ db: Database, to out: inout String
  ) throws {
    out += "\n" + title + "\n"
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      for column in 0..<row.count {
        if column > 0 { out += "\t" }
        out += field((row[column] as DatabaseValue).storage)
      }
      out += "\n"
    }
  }

  private static func field(_ value: DatabaseValue.Storage) -> String {
    switch value {
    case .null: "NULL"
    case .int64(let integer): String(integer)
    case .double(let real): shortest(real)
    case .string(let text): JSONText.string(text).text
    case .blob(let data): "x" + data.map { String($0, radix: 16) }.joined(separator: " ")
    }
  }
}
