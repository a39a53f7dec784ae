import Foundation
import GRDB

extension StoreReader {
  /// Copies the store to a new file while a service may go on writing: SQLite's online backup into
  /// a neighbour, which takes the name only when it is whole and on the disk.
  ///
  /// - Parameter replacing: whether a file that is there already may give way; one that is in use
  ///   does not.
  /// - Throws: `StoreError`; a file that was there then holds what it held.
  public func backUp(to target: String, replacing: Bool = false) throws(StoreError) {
    let target = StoreFile.withoutTrailingSlashes(target)
    do throws(StoreError) {
      try StoreFile.requireNothing(at: target)
    } catch .exists where replacing {
      if StoreFile.isSame(path, target) { throw .itself(path: target) }
    }
    let isThere = StoreFile.exists(target)
    let unfinished = StoreFile.unfinishedName(for: target)
    do {
      try copy(to: unfinished, for: target)
      if isThere {
        try replace(target, with: unfinished)
      } else {
        try StoreFile.publish(unfinished, as: target)
      }
    } catch {
      StoreFile.remove(unfinished)
      throw StoreError(error, path: target)
    }
  }

  private func copy(to unfinished: String, for target: String) throws {
    var configuration = Configuration()
    configuration.label = "backup"
    let copy = try DatabaseQueue(path: unfinished, configuration: configuration)
    do {
      try queue.backup(to: copy)
    } catch let error as DatabaseError where error.isOfSource {
      throw StoreError(error, path: path)
    }
    try copy.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      guard try String.fetchAll(db, sql: "PRAGMA quick_check(1)") == ["ok"] else {
        throw StoreError.damaged(path: path, detail: "its copy is not sound")
      }
    }
    try copy.close()
  }

  /// Takes the old file exclusively first, so that nobody who has it open, a service above all, goes
  /// on writing to a file without a name.
  private func replace(_ target: String, with unfinished: String) throws {
    var configuration = Configuration()
    configuration.label = "replaced"
    configuration.busyMode = .timeout(1)
    configuration.allowsUnsafeTransactions = true
    do {
      let old = try DatabaseQueue(path: target, configuration: configuration)
      try old.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        // Its log goes before its name does; that alone needs all others to be gone.
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        guard mode == "delete" else { throw StoreError.busy(path: target) }
        try db.execute(sql: "BEGIN EXCLUSIVE")
        try StoreFile.replace(target, with: unfinished)
        try db.execute(sql: "ROLLBACK")
      }
      try old.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      // Nobody can hold what is no database.
      try StoreFile.replace(target, with: unfinished)
    }
  }
}

extension DatabaseError {
  /// Whether a copy failed by the file that was read. The other one is new and nobody else's, so
  /// that it can be neither held nor damaged.
  fileprivate var isOfSource: Bool {
    switch resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CORRUPT, .SQLITE_NOTADB: true
    default:
      extendedResultCode == .SQLITE_IOERR_READ || extendedResultCode == .SQLITE_IOERR_SHORT_READ
    }
  }
}
