import GRDB
import GRDBSQLite

/// A prepared statement whose values are bound without boxes: the library's own binding costs more
/// than the insertion.
struct BoundStatement {
  /// Keeps the statement alive.
  private let owner: Statement
  let pointer: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    owner = try db.makeStatement(sql: sql)
    pointer = owner.sqliteStatement
  }

  @inline(__always)
  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(pointer, index, value) }

  @inline(__always)
  func bind(_ index: Int32, _ value: UInt64) {
    sqlite3_bind_int64(pointer, index, Int64(bitPattern: value))
  }

  @inline(__always)
  func bind(_ index: Int32, _ value: some FixedWidthInteger) {
    sqlite3_bind_int64(pointer, index, Int64(value))
  }

  @inline(__always)
  func bindNull(_ index: Int32) { sqlite3_bind_null(pointer, index) }

  /// The bytes must stay where they are until the statement has run.
  @inline(__always)
  func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob(pointer, index, bytes.baseAddress, Int32(bytes.count), nil)
  }

  /// Runs to the end and is ready to be bound anew.
  @inline(__always)
  func run() throws(ResultCode) {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    if code != SQLITE_DONE { throw ResultCode(code) }
  }

  /// Whether there is a row; `reset` must follow.
  @inline(__always)
  func step() throws(ResultCode) -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    sqlite3_reset(pointer)
    if code != SQLITE_DONE { throw ResultCode(code) }
    return false
  }

  func reset() { sqlite3_reset(pointer) }
}

/// What SQLite answered in place of OK; a plain number, so that throwing it costs nothing.
struct ResultCode: Error {
  var code: Int32
  init(_ code: Int32) { self.code = code }
}
