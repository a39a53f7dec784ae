import GRDB

/// Compares a file's schema with the one it should have, before any of its tables is used: a
/// trigger or a view of somebody else's would run with our rights.
struct SchemaCheck {
  var path: String

  /// - Returns: the file's version, at most the present one.
  /// - Throws: `StoreError`, or the library's error.
  func run(_ db: Database) throws -> Int {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard application == StoreSchema.applicationID else {
      throw StoreError.foreign(path: path, detail: "a database of something else")
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= StoreSchema.version else {
      throw StoreError.newerSchema(path: path, found: version, supported: StoreSchema.version)
    }
    guard version >= 1 else {
      throw StoreError.foreign(path: path, detail: "it has no schema")
    }
    // Statistics are SQLite's own; nothing else of that prefix is, whatever its name says.
    let found = try String.fetchAll(
      db,
      sql: """
        SELECT coalesce(sql, name, '') FROM sqlite_schema
        WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))
        """
    ).map(StoreSchema.normal).sorted()
    let expected = StoreSchema.expected(version: version)
    guard found == expected else {
      let odd = Set(found).symmetricDifference(expected).sorted().first ?? ""
      throw StoreError.foreign(path: path, detail: "its schema differs at: \(odd.prefix(60))")
    }
    return version
  }
}
