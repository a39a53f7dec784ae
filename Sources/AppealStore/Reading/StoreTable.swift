import Foundation
import GRDB

extension StoreReader {
  /// Tables that can be had as comma-separated values.
  public enum Table: String, CaseIterable, Sendable {
    /// All appeals ever, open and closed.
    case appeals
    /// The journal as it is encoded.
    case entries
  }

  /// Hands a table to `write` in pieces: a line of names, then one line a row; an absent value is
  /// empty. All values are numbers, so that nothing needs quotes.
  ///
  /// - Throws: `StoreError`, or what `write` throws.
  public func export(_ table: Table, _ write: (String) throws -> Void) throws {
    let source =
      switch table {
      case .appeals: "SELECT * FROM appeal ORDER BY number"
      case .entries: "SELECT * FROM entry ORDER BY seq"
      }
    try snapshot { db in
      let statement = try db.makeStatement(sql: source)
      let rows = try Row.fetchCursor(statement)
      var text = statement.columnNames.joined(separator: ",") + "\n"
      while let row = try rows.next() {
        let cells = row.databaseValues.map { Int64.fromDatabaseValue($0).map(String.init) ?? "" }
        text += cells.joined(separator: ",") + "\n"
        if text.utf8.count > 1 << 16 {
          try write(text)
          text = ""
        }
      }
      try write(text)
    }
  }
}
