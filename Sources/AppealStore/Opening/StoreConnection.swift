import Foundation
import GRDB
import GRDBSQLite

/// Opens connections to a store, guarded against what a file may hold.
struct StoreConnection {
  var path: String
  var options: StoreOptions

  /// A connection that creates the file and fills it in one transaction.
  ///
  /// - Throws: `StoreError`; nothing of the file is left then.
  func create(_ fill: (Database) throws -> Void) throws(StoreError) -> DatabaseQueue {
    if options.vfs == nil { try StoreFile.requireNothing(at: path) }
    do {
      let queue = try connect(readonly: false)
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
      return queue
    } catch {
      if options.vfs == nil { StoreFile.remove(path) }
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
      let queue = try connect(readonly: false)
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
      let queue = try connect(readonly: true)
      try queue.inDatabase { db in
        let version = try SchemaCheck(path: path).run(db)
        if options.checksPages { try quickCheck(db) }
        guard version == StoreSchema.version else {
          throw StoreError.foreign(
            path: path,
            detail: "its schema is \(version) and is brought to \(StoreSchema.version) when it is "
              + "next opened for writing")
        }
      }
      return queue
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private func connect(readonly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.label = "store"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(options.busyTimeout)
    // After a failed rollback SQLite may still be within a transaction; the store is stopped then.
    configuration.allowsUnsafeTransactions = true
    let cache = options.cacheKibibytes
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      // No store needs attached files, deep expressions, or blobs beyond these.
      for (limit, value) in Self.limits { sqlite3_limit(db.sqliteConnection, limit, value) }
    }
    return try DatabaseQueue(path: address, configuration: configuration)
  }

  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, 64 << 20), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_EXPR_DEPTH, 100), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
  ]

  /// The path, or a URI that names the file system.
  private var address: String {
    guard let vfs = options.vfs else { return path }
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
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
