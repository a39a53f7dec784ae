import CSQLiteGuard
import Foundation
import GRDB
import GRDBSQLite

/// Opens connections to a store, guarded against what a file may hold.
struct StoreConnection {
  var path: String
  var options: StoreOptions

  /// Makes the file, filled in one transaction. It gets its name when it is whole and on the disk,
  /// so that nobody ever meets a half-made one, and never takes the place of another.
  ///
  /// - Throws: `StoreError`; nothing of the file is left then.
  func create(_ fill: (Database) throws -> Void) throws(StoreError) {
    guard options.vfs == nil else { return try make(path, fill) }
    try StoreFile.requireNothing(at: path)
    let unfinished = StoreFile.unfinishedName(for: path)
    do {
      try make(unfinished, fill)
      try StoreFile.publish(unfinished, as: path)
    } catch {
      StoreFile.remove(unfinished)
      throw error
    }
  }

  private func make(
    _ file: String, _ fill: (Database) throws -> Void
  ) throws(StoreError) {
    do {
      let queue = try connect(to: file, readonly: false)
      try queue.writeWithoutTransaction { db in
        try setUp(db)
        try db.execute(sql: "BEGIN IMMEDIATE")
        try db.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
        try StoreMigration.bringForward(db, from: 0)
        try fill(db)
        try db.execute(sql: "COMMIT")
        // From now on the file itself says what it is.
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try queue.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The one connection that writes; an older schema is brought forward.
  ///
  /// - Throws: `StoreError`.
  func openForWriting() throws(StoreError) -> DatabaseQueue {
    if options.vfs == nil {
      try StoreFile.requireStore(at: path)
      try StoreFile.requireWritable(at: path)
    }
    do {
      let queue = try connect(to: path, readonly: false)
      try queue.writeWithoutTransaction { db in
        let version = try SchemaCheck(path: path).run(db)
        if options.checksPages { try quickCheck(db) }
        if version < StoreSchema.version {
          try db.inTransaction(.immediate) {
            try StoreMigration.bringForward(db, from: version)
            return .commit
          }
        }
        try setUp(db)
      }
      return queue
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// A connection that cannot write, for those who look. The schema must be the present one.
  ///
  /// - Throws: `StoreError`.
  func openForReading() throws(StoreError) -> DatabaseQueue {
    if options.vfs == nil { try StoreFile.requireStore(at: path) }
    do {
      let queue = try connect(to: path, readonly: true)
      try queue.inDatabase { db in
        let version = try SchemaCheck(path: path).run(db)
        if options.checksPages { try quickCheck(db) }
        guard version == StoreSchema.version else {
          throw StoreError.olderSchema(
            path: path, found: version, supported: StoreSchema.version)
        }
      }
      return queue
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Whether the file says of itself that it is a store, whatever else it holds.
  func isStore() -> Bool {
    do throws(StoreError) { try StoreFile.requireStore(at: path) } catch { return false }
    let found = try? connect(to: path, readonly: true).inDatabase { db in
      try Int.fetchOne(db, sql: "PRAGMA application_id")
    }
    return found == StoreSchema.applicationID
  }

  private func connect(to file: String, readonly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.label = "store"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(options.busyTimeout)
    // After a failed rollback SQLite may still be within a transaction; the store is stopped then.
    configuration.allowsUnsafeTransactions = true
    let cache = options.cacheKibibytes
    configuration.prepareDatabase { db in
      let code = huying_guard_connection(db.sqliteConnection.map(UnsafeMutableRawPointer.init))
      if code != SQLITE_OK { throw SQLiteFailure(code, db.sqliteConnection) }
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      // No store needs attached files, deep expressions, or blobs beyond these.
      for (limit, value) in Self.limits { sqlite3_limit(db.sqliteConnection, limit, value) }
    }
    return try DatabaseQueue(path: address(of: file), configuration: configuration)
  }

  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, 64 << 20), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_EXPR_DEPTH, 100), (SQLITE_LIMIT_TRIGGER_DEPTH, 0),
  ]

  /// The path, or a URI that names the file system.
  private func address(of file: String) -> String {
    guard let vfs = options.vfs else { return file }
    let escaped = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
    return "file:\(escaped)?vfs=\(vfs)"
  }

  /// Durability as asked for, read back: what a library sets silently must not stand.
  private func setUp(_ db: Database) throws {
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    guard mode == "wal" else {
      throw StoreError.inputOutput(
        path: path, detail: "the file system does not allow write-ahead logging")
    }
    try db.execute(sql: "PRAGMA synchronous = \(options.synchronous.rawValue)")
    let found = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    guard found == options.synchronous.rawValue else {
      throw StoreError.inputOutput(
        path: path, detail: "durability \(options.synchronous) was not taken")
    }
    if let limit = options.pageLimit {
      try db.execute(sql: "PRAGMA max_page_count = \(limit)")
    }
    let pages = if case .automatic(let pages) = options.checkpoint { pages } else { 0 }
    try db.execute(sql: "PRAGMA wal_autocheckpoint = \(pages)")
  }

  private func quickCheck(_ db: Database) throws {
    let found = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
    guard found == ["ok"] else {
      throw StoreError.damaged(path: path, detail: found.first ?? "no answer")
    }
  }
}
