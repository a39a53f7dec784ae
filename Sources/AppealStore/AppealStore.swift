public import AppealCore
import CivicTime
import Foundation
import GRDB
import GRDBSQLite

/// A core on the disk: its journal, and the state that the journal has led to.
///
///     let (store, core) = try AppealStore.open(path: "pingshan.store", policy: policy)
///     try core.apply(command, at: now, into: &journal)
///     try store.commit(journal, core: core)
///     journal.removeAll(keepingCapacity: true)
///
/// A commit appends the entries and, in the same transaction, rewrites the records that they
/// touched. So the file holds at every moment exactly the state after its last entry, and opening
/// it costs time by what is in memory, not by what has happened.
///
/// There is one writer. After a failed commit the store refuses everything: the core is ahead of
/// the disk then, and both are to be had anew from `open`.
public final class AppealStore {
  public let path: String
  public let identity: StoreIdentity
  public let options: StoreOptions
  /// The number of the last entry on the disk, which is also the number of entries.
  public internal(set) var lastEntry: UInt64
  /// The journal's chain at that entry.
  public internal(set) var chain: UInt64

  let queue: DatabaseQueue
  /// Nil once the store has stopped.
  var statements: CommitStatements?
  let connection: OpaquePointer
  var keys = RecordKeys()
  var words = RecordWords()
  /// When, by the core's time, closed appeals are next looked through for forgotten ones.
  var nextSweep = Instant.distantPast
  /// Contacts of smaller numbers have been swept out.
  var oldestContact: UInt64 = 0

  /// On an open connection whose file has been checked.
  init(
    _ queue: DatabaseQueue, path: String, options: StoreOptions, head: StoreHead
  ) throws(StoreError) {
    self.queue = queue
    self.path = path
    self.options = options
    identity = head.identity
    lastEntry = head.seq
    chain = head.chain
    do {
      (statements, connection) = try queue.inDatabase { db in
        guard let connection = db.sqliteConnection else { throw StoreError.stopped(path: path) }
        return (try CommitStatements(db), connection)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Takes the store out of use; what was committed stays. Every later call throws `stopped`.
  ///
  /// - Throws: `StoreError` where the last reader of the log cannot put it away; nothing is lost.
  public func close() throws(StoreError) {
    statements = nil
    do { try queue.close() } catch { throw StoreError(error, path: path) }
  }
}

/// One thread at a time may use it; which one is the host's to say, so that it can hand the store
/// over with the core. The library's connection checks nothing across threads but its own queue.
extension AppealStore: @unchecked Sendable {}

extension AppealStore {
  /// Bytes of the write-ahead log now.
  public var logBytes: Int { StoreFile.size(of: path + "-wal") }

  /// The value of a setting of the writing connection, as the library reads it back.
  package func pragma(_ name: String) throws -> String? {
    try queue.inDatabase { db in
      try Row.fetchOne(db, sql: "PRAGMA \(name)").map { "\($0[0] ?? DatabaseValue.null)" }
    }
  }

  /// Memory in which SQLite keeps pages, up to `StoreOptions.cacheKibibytes`; 0 once stopped.
  public var cacheBytes: Int {
    guard statements != nil else { return 0 }
    var (used, highest): (Int32, Int32) = (0, 0)
    sqlite3_db_status(connection, SQLITE_DBSTATUS_CACHE_USED, &used, &highest, 0)
    return Int(used)
  }

  /// Bytes of the file without its log.
  public var fileBytes: Int { StoreFile.size(of: path) }

  /// Puts the write-ahead log back into the file, as far as readers allow, and empties it.
  ///
  /// - Throws: `StoreError`; `busy` while a reader holds it, and the log stays.
  public func checkpoint() throws(StoreError) {
    guard statements != nil else { throw .stopped(path: path) }
    let code = queue.inDatabase { _ in
      sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    }
    guard code == SQLITE_OK else { throw StoreError(SQLiteFailure(code, connection), path: path) }
  }

  /// The appeal submitted under an idempotency key, however long ago; nil if there is none.
  ///
  /// The core forgets keys after a window and the store never does, so that a host asks before it
  /// submits. O(log n).
  ///
  /// - Throws: `StoreError`.
  public func appeal(withReference reference: UInt64) throws(StoreError) -> AppealNumber? {
    guard let statements else { throw .stopped(path: path) }
    let found: Result<Int64?, ResultCode> = queue.inDatabase { _ in
      Result { () throws(ResultCode) in
        statements.number.bind(1, reference)
        guard try statements.number.step() else { return nil }
        defer { statements.number.reset() }
        return sqlite3_column_int64(statements.number.pointer, 0)
      }
    }
    switch found {
    case .success(nil): return nil
    case .success(let stored?):
      guard let number = UInt32(exactly: stored) else {
        throw .damaged(path: path, detail: "an idempotency key is that of appeal \(stored)")
      }
      return AppealNumber(rawValue: number)
    case .failure(let failure):
      throw StoreError(SQLiteFailure(failure.code, connection), path: path)
    }
  }
}
