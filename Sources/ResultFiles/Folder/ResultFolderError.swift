/// Why a folder of results could not be written or read, in one sentence for people.
public enum ResultFolderError: Error, Equatable, Sendable {
  /// Nothing is at the path; the command that writes what was looked for.
  case missing(path: String, command: String)
  /// Something else is there, and it is not read.
  case notResults(path: String, detail: String)
  /// Something else is there, and it is not overwritten.
  case occupied(path: String, kind: String, detail: String)
  case notWritable(path: String, detail: String)
  case noSpace(path: String)
  case inputOutput(path: String, detail: String)
  /// The database is damaged, foreign, or was edited by hand.
  case corrupt(path: String, detail: String)
  case newerSchema(path: String, found: Int, supported: Int)
  /// The result itself cannot be stored: an unknown id, a duplicate, a number that is not finite.
  case invalid(detail: String)

  /// The exit code of `sysexits.h` that says the same.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66  // EX_NOINPUT
    case .notResults, .corrupt, .newerSchema: 65  // EX_DATAERR
    case .occupied, .notWritable: 73  // EX_CANTCREAT
    case .noSpace, .inputOutput: 74  // EX_IOERR
    case .invalid: 70  // EX_SOFTWARE
    }
  }
}

extension ResultFolderError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path, let command):
      "\(path): there is no such folder; name one that `huying \(command) --out` has written."
    case .notResults(let path, let detail):
      "\(path): not a folder of results (\(detail)); name one that huying has written."
    case .occupied(let path, let kind, let detail):
      "\(path): not a folder of \(kind) (\(detail)), so it is left untouched; name another folder."
    case .notWritable(let path, let detail):
      "\(path): cannot be written (\(detail)); choose a folder you may write to."
    case .noSpace(let path):
      "\(path): no space is left on the device; free some or choose another folder."
    case .inputOutput(let path, let detail):
      "\(path): the device reports an error (\(detail))."
    case .corrupt(let path, let detail):
      "\(path): damaged or not written by huying (\(detail)); make it again."
    case .newerSchema(let path, let found, let supported):
      "\(path): written in schema \(found), and this version reads up to \(supported); "
        + "use a newer huying."
    case .invalid(let detail):
      "The result cannot be stored: \(detail)."
    }
  }
}
