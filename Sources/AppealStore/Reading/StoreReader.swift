public import AppealCore
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
      let head = try queue.inDatabase { try StoreHead($0, path: path) }
      (identity, fingerprint, entries) = (head.identity, head.fingerprint, head.seq)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Whether a file says of itself that it is a store. O(1).
  public static func isStore(at path: String) -> Bool {
    do throws(StoreError) { try StoreFile.requireStore(at: path) } catch { return false }
    return true
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

  /// Runs `body` on the state of one moment.
  func snapshot<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      var value: Value?
      try queue.inDatabase { db in
        try db.inTransaction(.deferred) {
          value = try body(db)
          return .commit
        }
      }
      guard let value else { throw StoreError.stopped(path: path) }
      return value
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}
