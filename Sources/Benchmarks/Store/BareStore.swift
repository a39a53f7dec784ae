import AppealStore
import GRDBSQLite

/// The yardstick: SQLite's own interface, the store's tables and statements, prepared once, and
/// nothing else.
final class BareStore {
  private var connection: OpaquePointer?
  private var statements: [OpaquePointer] = []
  private var begin: OpaquePointer
  private var commit: OpaquePointer

  /// - Throws: `BareFailure`.
  init(path: String, tape: borrowing RowTape) throws(BareFailure) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
      throw BareFailure(message: "\(path) cannot be opened")
    }
    connection = opened
    try Self.run(opened, StoreSQL.settings(StoreOptions()))
    try Self.run(opened, StoreSQL.schema)
    try Self.run(opened, ["INSERT INTO head VALUES (1, 0, 0, x'')"])
    begin = try Self.prepare(opened, "BEGIN IMMEDIATE")
    commit = try Self.prepare(opened, "COMMIT")
    for table in RowTape.Table.allCases {
      statements.append(try Self.prepare(opened, Self.text(table)))
    }
    try write(tape, rows: tape.blank)
  }

  deinit {
    for statement in statements + [begin, commit] { sqlite3_finalize(statement) }
    sqlite3_close_v2(connection)
  }

  /// Writes all commits of the tape, each durable before the next.
  func write(_ tape: borrowing RowTape) throws(BareFailure) {
    var first = tape.blank.upperBound
    for end in tape.commits {
      try write(tape, rows: first..<end)
      first = end
    }
  }

  private func write(_ tape: borrowing RowTape, rows: Range<Int>) throws(BareFailure) {
    try step(begin)
    let isWritten = tape.values.withUnsafeBufferPointer { values in
      tape.bytes.withUnsafeBytes { bytes in
        tape.rows[rows].allSatisfy { write($0, values, bytes) }
      }
    }
    guard isWritten else { throw failure }
    try step(commit)
  }

  @inline(__always)
  private func write(
    _ row: RowTape.Row, _ values: UnsafeBufferPointer<Int64>, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let statement = statements[row.table.rawValue]
    var index: Int32 = 1
    for position in row.values {
      if values[position] == RowTape.null {
        sqlite3_bind_null(statement, index)
      } else {
        // The head's state stands before the entry that guards it.
        sqlite3_bind_int64(
          statement, row.table == .head && index == 3 ? 4 : index, values[position])
      }
      index += 1
    }
    if !row.bytes.isEmpty {
      let blob = UnsafeRawBufferPointer(rebasing: bytes[row.bytes])
      sqlite3_bind_blob(
        statement, row.table == .head ? 3 : index, blob.baseAddress, Int32(blob.count), nil)
    }
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    return code == SQLITE_DONE
  }

  private func step(_ statement: OpaquePointer) throws(BareFailure) {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw failure }
  }

  private var failure: BareFailure {
    BareFailure(message: connection.map { String(cString: sqlite3_errmsg($0)) } ?? "")
  }

  private static func run(_ connection: OpaquePointer, _ texts: [String]) throws(BareFailure) {
    for sql in texts where sqlite3_exec(connection, sql, nil, nil, nil) != SQLITE_OK {
      throw BareFailure(message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  private static func prepare(
    _ connection: OpaquePointer, _ sql: String
  ) throws(BareFailure) -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v3(connection, sql, -1, 1, &statement, nil) == SQLITE_OK, let statement
    else { throw BareFailure(message: String(cString: sqlite3_errmsg(connection))) }
    return statement
  }

  private static func text(_ table: RowTape.Table) -> String {
    switch table {
    case .entry: StoreSQL.entry
    case .reference: StoreSQL.reference
    case .open: StoreSQL.open
    case .record: StoreSQL.record
    case .head: StoreSQL.head
    }
  }
}

/// The yardstick could not be taken.
struct BareFailure: Error, CustomStringConvertible {
  var message: String
  var description: String { "the bare baseline failed: \(message)." }
}
