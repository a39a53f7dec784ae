public import AppealCore
public import CivicTime
import Foundation
import GRDB

/// A look into a store, also while a service writes to it: one connection that cannot write.
public final class StoreReader {
  public let path: String
  public let identity: StoreIdentity
  /// Entries when it was opened.
  public let entries: UInt64
  let fingerprint: UInt64
  let queue: DatabaseQueue

  /// Opens the file defensively: every page is looked at before use.
  ///
  /// - Throws: `StoreError`.
  public init(path: String, options: StoreOptions? = nil) throws(StoreError) {
    self.path = path
    var guarded = options ?? StoreOptions()
    if options == nil { guarded.checksPages = true }
    let queue = try StoreConnection(path: path, options: guarded).openForReading()
    self.queue = queue
    do {
      // Of one moment: a service may be writing.
      let head = try Self.snapshot(queue, path) { try StoreHead($0, path: path) }
      (identity, fingerprint, entries) = (head.identity, head.fingerprint, head.seq)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Whether a file says of itself that it is a store. O(1).
  public static func isStore(at path: String) -> Bool {
    StoreConnection(path: path, options: StoreOptions()).isStore()
  }

  /// Hands every journal entry in order to `body`, all of one moment.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachEntry(_ body: (UInt64, JournalEntry) throws -> Void) throws {
    try snapshot { db in
      var entries = try StoredEntries(db, path: path)
      while let row = try entries.next() { try body(row.seq, row.entry) }
    }
  }

  /// When the newest entry happened; nil in an empty store.
  ///
  /// - Throws: `StoreError`.
  public func lastEntryAt() throws -> Instant? {
    try snapshot { db in
      try Int64.fetchOne(db, sql: "SELECT at FROM entry ORDER BY seq DESC LIMIT 1")
        .map(Instant.init(milliseconds:))
    }
  }

  /// Runs `body`, in which all that this reader tells is of one moment, however much a service
  /// writes meanwhile. The log grows as long as it takes.
  ///
  /// - Throws: `StoreError`, or what `body` throws.
  public func atOneMoment<Value>(_ body: () throws -> Value) throws -> Value {
    try snapshot { _ in try body() }
  }

  /// Runs `body` on the state of one moment: that of the snapshot around it, if there is one.
  func snapshot<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.snapshot(queue, path, body)
  }

  private static func snapshot<Value>(
    _ queue: DatabaseQueue, _ path: String, _ body: (Database) throws -> Value
  ) throws -> Value {
    do {
      return try queue.unsafeReentrantRead { db in
        if db.isInsideTransaction { return try body(db) }
        var value: Value?
        try db.inTransaction(.deferred) {
          // Only what is read first says of which moment the rest is.
          _ = try Int64.fetchOne(db, sql: "SELECT seq FROM head")
          value = try body(db)
          return .commit
        }
        guard let value else { throw StoreError.stopped(path: path) }
        return value
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch let error as RowDecodingError {
      throw StoreError(error, path: path)
    }
  }
}
