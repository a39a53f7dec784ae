import GRDB

/// Brings a schema forward, inside the caller's transaction.
enum StoreMigration {
  static func bringForward(_ db: Database, from version: Int, to target: Int? = nil) throws {
    let target = target ?? StoreSchema.version
    for step in StoreSchema.steps[version..<target] {
      for sql in step { try db.execute(sql: sql) }
    }
    try db.execute(sql: "PRAGMA user_version = \(target)")
  }
}
