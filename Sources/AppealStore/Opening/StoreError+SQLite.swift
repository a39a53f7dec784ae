import GRDB
import GRDBSQLite

/// What SQLite answered in place of OK.
struct SQLiteFailure: Error {
  /// The extended result code.
  var code: Int32
  var message: String

  init(_ code: Int32, _ connection: OpaquePointer?) {
    let extended = connection.map { sqlite3_extended_errcode($0) } ?? code
    self.code = extended & 0xFF == code & 0xFF ? extended : code
    message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? ""
  }
}

extension StoreError {
  init(_ failure: SQLiteFailure, path: String) {
    self.init(code: failure.code, message: failure.message, path: path)
  }

  /// From anything that the library throws.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as SQLiteFailure: self.init(error, path: path)
    case let error as DatabaseError:
      self.init(
        code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
    case is RowDecodingError: self = .damaged(path: path, detail: "a value has another type")
    default: self = .inputOutput(path: path, detail: "\(error)")
    }
  }

  private init(code: Int32, message: String, path: String) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_READONLY: self = .readOnly(path: path)
    case SQLITE_PERM, SQLITE_AUTH: self = .forbidden(path: path)
    case SQLITE_CANTOPEN: self = .forbidden(path: path)
    case SQLITE_NOTADB:
      self = .notADatabase(path: path, detail: "it does not begin as a database does")
    case SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_FORMAT:
      self = .damaged(path: path, detail: message)
    default:
      let text = message.isEmpty ? "result code \(code)" : "\(message), result code \(code)"
      self = .inputOutput(path: path, detail: text)
    }
  }
}
