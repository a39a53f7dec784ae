public import AppealCore
import GRDB

/// A store, and the core that its records hold.
@frozen
public struct OpenedStore: ~Copyable, Sendable {
  public let store: AppealStore
  public var core: AppealCore

  public init(store: AppealStore, core: consuming AppealCore) {
    self.store = store
    self.core = core
  }
}

extension AppealStore {
  /// Makes the file of a store in which nothing has happened.
  ///
  /// - Throws: `StoreError`, and nothing is left of the file then; `PolicyError`.
  public static func create(
    path: String, policy: Policy, identity: StoreIdentity, options: StoreOptions = StoreOptions()
  ) throws -> AppealStore {
    let core = try AppealCore(policy: policy)
    let connection = StoreConnection(path: path, options: options)
    try connection.create { db in
      try StoreHead.insert(identity, fingerprint: core.policyFingerprint, into: db)
      try db.execute(
        sql: "INSERT INTO head VALUES (1, 0, ?, x'')",
        arguments: [Int64(bitPattern: core.chain)])
      try writeAllRecords(of: core, into: db)
      // An identity that could not be opened again is refused before the file gets its name.
      _ = try StoreHead(db, path: path)
    }
    let queue = try connection.openForWriting()
    do {
      let head = try queue.inDatabase { try StoreHead($0, path: path) }
      return try AppealStore(queue, path: path, options: options, head: head)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens a store and restores the core exactly, from the records of the state; of the journal
  /// only the last row is read.
  ///
  /// - Parameter policy: the one the store was made under; another is refused by its fingerprint.
  /// - Throws: `StoreError`, `PolicyError`.
  /// - Complexity: O(open appeals + remembered closed appeals).
  public static func open(
    path: String, policy: Policy, options: StoreOptions = StoreOptions()
  ) throws -> OpenedStore {
    let queue = try StoreConnection(path: path, options: options).openForWriting()
    do {
      let head = try queue.inDatabase { try StoreHead($0, path: path) }
      let core = try restore(queue, head, policy, path: path)
      let store = try AppealStore(queue, path: path, options: options, head: head)
      return OpenedStore(store: store, core: core)
    } catch let error as PolicyError {
      throw error
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The core that the records of a connection hold, checked against the head.
  static func restore(
    _ queue: DatabaseQueue, _ head: StoreHead, _ policy: Policy, path: String
  ) throws -> AppealCore {
    let blank = try AppealCore(policy: policy)
    try head.require(blank.policyFingerprint, path: path)
    var restored: AppealCore?
    try queue.inDatabase { db in
      do throws(RestoreError) {
        var source = try StoredRecords(db)
        restored = try AppealCore(policy: policy, restoring: &source)
      } catch {
        throw StoreError.damaged(path: path, detail: error.fault)
      }
    }
    guard let core = restored.take() else { throw StoreError.stopped(path: path) }
    guard core.entryCount == head.seq, core.chain == head.chain else {
      throw StoreError.damaged(
        path: path, detail: "its records are of entry \(core.entryCount), its head of \(head.seq)")
    }
    return core
  }

  private static func writeAllRecords(of core: borrowing AppealCore, into db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    let statements = try CommitStatements(db)
    var keys = RecordKeys()
    core.forEachRecordKey { keys.append($0) }
    var words = RecordWords()
    do throws(ResultCode) {
      for position in 0..<keys.count {
        try statements.write(keys[position], of: core, &words, after: 0, connection)
      }
    } catch {
      throw SQLiteFailure(error.code, connection)
    }
  }
}

extension RestoreError {
  /// What is wrong, without advice.
  fileprivate var fault: String {
    switch self {
    case .policy(let error): "\(error)"
    case .corrupt(let key, let fault): "record \(key): \(fault)"
    case .missing(let key): "record \(key) is missing"
    case .unreadable(let problem): problem
    }
  }
}
