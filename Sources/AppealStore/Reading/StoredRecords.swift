import AppealCore
import GRDB
import GRDBSQLite

/// The records of a store in ascending order of their keys, read one after another.
///
/// Remembered closed appeals are indexed by when they closed, not by number; their numbers are read
/// from that index alone and put in order, so that the rows are then met in the order of the file.
struct StoredRecords: RecordSource {
  private let statements: [(kind: RecordKind?, statement: BoundStatement)]
  private let closed: [Int64]
  private var nextClosed = 0
  private let connection: OpaquePointer?
  private var position = 0

  /// Kinds 1, 2 and 3 have tables of their own; those of `record` come after them.
  private static let tables: [(RecordKind?, String)] = [
    (.system, "SELECT 0, state FROM head"),
    (.open, "SELECT number, state FROM open_appeal ORDER BY number"),
    (.closed, "SELECT number, state FROM closed_appeal WHERE number = ?"),
    (nil, "SELECT key, state FROM record ORDER BY key"),
  ]

  init(_ db: Database) throws(RestoreError) {
    connection = db.sqliteConnection
    do {
      statements = try Self.tables.map { ($0.0, try BoundStatement(db, $0.1)) }
      closed = try Int64.fetchAll(
        db,
        sql: """
          SELECT number FROM closed_appeal INDEXED BY closed_remembered WHERE state IS NOT NULL
          """
      ).sorted()
    } catch {
      throw .unreadable("\(error)")
    }
  }

  mutating func next(into words: inout RecordWords) throws(RestoreError) -> RecordKey? {
    while position < statements.count {
      let (kind, statement) = statements[position]
      do throws(ResultCode) {
        guard try advance(statement, isClosed: kind == .closed) else {
          position += 1
          continue
        }
      } catch {
        throw .unreadable(SQLiteFailure(error.code, connection).message)
      }
      return try record(kind, statement.pointer, &words)
    }
    return nil
  }

  private mutating func advance(
    _ statement: BoundStatement, isClosed: Bool
  ) throws(ResultCode) -> Bool {
    guard isClosed else { return try statement.step() }
    guard nextClosed < closed.count else {
      statement.reset()
      return false
    }
    statement.reset()
    statement.bind(1, closed[nextClosed])
    nextClosed += 1
    return try statement.step()
  }

  private func record(
    _ kind: RecordKind?, _ row: OpaquePointer, _ words: inout RecordWords
  ) throws(RestoreError) -> RecordKey {
    let id = sqlite3_column_int64(row, 0)
    let found =
      kind.map { RecordKey(kind: Int64($0.rawValue), id: id) }
      ?? RecordKey(kind: id >> 56, id: id & (1 << 56 - 1))
    guard let key = found else { throw .unreadable("no record can have the key \(id)") }
    guard kind != nil || key.kind.rawValue > RecordKind.closed.rawValue else {
      throw .unreadable("record \(key) lies in the table of other kinds")
    }
    let count = Int(sqlite3_column_bytes(row, 1))
    let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(row, 1), count: count)
    guard words.append(bytes: bytes) else {
      throw .corrupt(key, "it is no whole number of words")
    }
    return key
  }
}
