import AppealCore
import CivicTime
import GRDB
import GRDBSQLite

/// The journal of a store in order, one entry after another.
struct StoredEntries {
  private let statement: BoundStatement
  private let connection: OpaquePointer?
  private let path: String
  private var expected: UInt64 = 1

  /// One entry, and the chain after it where a commit ended with it.
  struct Row {
    var seq: UInt64
    var entry: JournalEntry
    var chain: UInt64?
  }

  init(_ db: Database, path: String) throws {
    statement = try BoundStatement(db, "SELECT * FROM entry ORDER BY seq")
    connection = db.sqliteConnection
    self.path = path
  }

  /// The next entry; nil after the last.
  ///
  /// - Throws: `StoreError.damaged` where an entry is missing or cannot be read.
  mutating func next() throws(StoreError) -> Row? {
    do throws(ResultCode) {
      guard try statement.step() else { return nil }
    } catch {
      throw StoreError(SQLiteFailure(error.code, connection), path: path)
    }
    let seq = UInt64(bitPattern: column(0))
    guard seq == expected else {
      throw .damaged(path: path, detail: "entry \(expected) is missing")
    }
    expected += 1
    do {
      return Row(seq: seq, entry: try JournalEntry(encoded), chain: chain)
    } catch {
      // Sentences of their own end; within another they do not.
      let reason = "\(error)".trimmingSuffix(while: { $0 == "." })
      throw .damaged(path: path, detail: "entry \(seq): \(reason)")
    }
  }

  private var encoded: EncodedEntry {
    get throws {
      guard let appeal = UInt32(exactly: column(2)) else {
        throw OddValue(description: "it names appeal \(column(2))")
      }
      let isSubmission = sqlite3_column_type(statement.pointer, 7) != SQLITE_NULL
      guard StoredInstant.known.contains(Instant(milliseconds: column(1))),
        !isSubmission || StoredInstant.isContact(Instant(milliseconds: column(7)))
      else { throw OddValue(description: "its instant lies beyond any calendar") }
      return EncodedEntry(
        at: column(1), appeal: appeal, meta: word(3), first: word(4), second: word(5),
        reference: word(6), contactAt: column(7), packed: word(8))
    }
  }

  private var chain: UInt64? {
    sqlite3_column_type(statement.pointer, 9) == SQLITE_NULL ? nil : word(9)
  }

  private func column(_ index: Int32) -> Int64 { sqlite3_column_int64(statement.pointer, index) }

  private func word(_ index: Int32) -> UInt64 { UInt64(bitPattern: column(index)) }
}

/// What an entry cannot have.
private struct OddValue: Error, CustomStringConvertible {
  var description: String
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
