/// Why a store cannot be used, in one sentence for people.
public enum StoreError: Error, Sendable, Equatable {
  /// Nothing is at the path.
  case missing(path: String)
  case isFolder(path: String)
  case noFolder(path: String)
  /// A store is not created over a file.
  case exists(path: String)
  /// The log of a store that is gone would be played onto a new one.
  case strayLog(path: String)
  /// A store is not copied onto itself.
  case itself(path: String)
  /// The file is no database.
  case notADatabase(path: String, detail: String)
  /// A database of something else, or one whose tables somebody changed.
  case foreign(path: String, detail: String)
  case newerSchema(path: String, found: Int, supported: Int)
  /// A reader does not bring a schema forward.
  case olderSchema(path: String, found: Int, supported: Int)
  /// The store was made under another policy than the one at hand.
  case otherPolicy(path: String, scenario: String, hash: String)
  /// The store contradicts itself.
  case damaged(path: String, detail: String)
  /// Another process holds the file.
  case busy(path: String)
  case readOnly(path: String)
  case forbidden(path: String)
  case diskFull(path: String)
  case inputOutput(path: String, detail: String)
  /// A second appeal with one idempotency key.
  case duplicateReference(path: String, reference: UInt64)
  /// The entries to be committed do not follow the store's last.
  case outOfStep(path: String, stored: UInt64, core: UInt64)
  /// An appeal ended and was forgotten between two commits.
  case spansTooLong(path: String)
  /// An earlier commit failed, or the store was closed.
  case stopped(path: String)

  /// The exit code of `sysexits.h` that says the same.
  public var exitCode: Int32 {
    switch self {
    case .missing, .isFolder: 66  // EX_NOINPUT
    case .notADatabase, .foreign, .newerSchema, .olderSchema: 65  // EX_DATAERR
    case .damaged, .duplicateReference: 65
    case .noFolder, .exists, .strayLog, .itself, .readOnly: 73  // EX_CANTCREAT
    case .otherPolicy: 78  // EX_CONFIG
    case .busy: 75  // EX_TEMPFAIL
    case .forbidden: 77  // EX_NOPERM
    case .diskFull, .inputOutput: 74  // EX_IOERR
    case .outOfStep, .spansTooLong, .stopped: 70  // EX_SOFTWARE
    }
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "\(path): nothing is there; name the file of a store."
    case .isFolder(let path): "\(path): this is a folder; name the file of a store in it."
    case .noFolder(let path): "\(path): its folder does not exist; make the folder first."
    case .exists(let path):
      "\(path): a file is there already; name another, or take it away first."
    case .strayLog(let path):
      "\(path): a log of a store that is gone lies there; move it away, or name another file."
    case .itself(let path): "\(path): this is the store itself; name another file."
    case .notADatabase(let path, let detail):
      "\(path): not a store (\(detail)); name a file that huying made."
    case .foreign(let path, let detail):
      "\(path): not a store (\(detail)); name a file that huying made and nobody changed."
    case .newerSchema(let path, let found, let supported):
      "\(path): the store is of schema \(found) and this program knows \(supported); "
        + "use a newer huying."
    case .olderSchema(let path, let found, let supported):
      "\(path): the store is of schema \(found) and only schema \(supported) is read; open it for "
        + "writing once, as a service does, and it is brought forward."
    case .otherPolicy(let path, let scenario, let hash):
      "\(path): the store was made under another policy (\(scenario), hash \(hash.prefix(12))); "
        + "name the scenario it was made under, unchanged."
    case .damaged(let path, let detail):
      "\(path): the store is damaged (\(detail)); restore it from a backup."
    default: troubleText
    }
  }

  private var troubleText: String {
    switch self {
    case .busy(let path):
      "\(path): another process holds the store; wait for it, or stop it."
    case .readOnly(let path): "\(path): the store is read-only; allow writing to the file."
    case .forbidden(let path):
      "\(path): the system forbids access to it; change its permissions or name another."
    case .diskFull(let path):
      "\(path): no space is left on the disk; nothing was committed, so free some and reopen."
    case .inputOutput(let path, let detail):
      "\(path): the disk failed (\(detail)); look after the disk and reopen the store."
    case .duplicateReference(let path, let reference):
      "\(path): an appeal with idempotency key \(reference) exists; "
        + "look the key up before submitting."
    case .outOfStep(let path, let stored, let core):
      "\(path): the store ends at entry \(stored) and cannot take the core's entries up to "
        + "\(core); reopen it and go on from there."
    case .spansTooLong(let path):
      "\(path): an appeal ended and was forgotten within one commit; commit more often, or look "
        + "after the clock."
    case .stopped(let path):
      "\(path): the store is closed, or stopped after a failed commit; open it again."
    default: ""
    }
  }
}
