public import AppealCore
import CivicTime
import GRDB
import GRDBSQLite

extension AppealStore {
  /// Puts entries on the disk, and the records they touched, in one transaction; what this returns
  /// from is durable as the options say.
  ///
  /// - Parameters:
  ///   - journal: all entries since the last commit, or since the store was opened, in order.
  ///   - core: the core right after the last of them.
  /// - Throws: `StoreError`. After `busy` the same may be tried again; after anything else the
  ///   store has stopped. The file is as it was, but for a failure of the disk at the very end of a
  ///   commit, which only reopening can tell from a success.
  /// - Complexity: O(entries + records touched), each O(log n) in the store.
  public func commit(
    _ journal: borrowing JournalBuffer, core: borrowing AppealCore
  ) throws(StoreError) {
    guard let statements else { throw .stopped(path: path) }
    guard !journal.isEmpty else { return }
    guard core.entryCount == lastEntry + UInt64(journal.count) else {
      throw .outOfStep(path: path, stored: lastEntry, core: core.entryCount)
    }
    collectKeys(journal, core)
    let failure: Failure? = queue.writeWithoutTransaction { _ in
      do throws(ResultCode) {
        try statements.begin.run()
      } catch {
        return Failure(SQLiteFailure(error.code, connection), at: .begin)
      }
      do throws(ResultCode) {
        try write(journal, core, statements)
        try statements.commit.run()
        return nil
      } catch {
        // The reason must be read before the rollback says "not an error".
        let reason = SQLiteFailure(error.code, connection)
        if sqlite3_get_autocommit(connection) == 0 { try? statements.rollback.run() }
        return Failure(reason, at: .middle)
      }
    }
    guard let failure else {
      lastEntry = core.entryCount
      chain = core.chain
      return
    }
    throw stop(after: failure, journal, core)
  }

  /// A failed commit, and how far it came.
  private struct Failure {
    enum Stage { case begin, middle }
    var reason: SQLiteFailure
    var stage: Stage
    init(_ reason: SQLiteFailure, at stage: Stage) {
      self.reason = reason
      self.stage = stage
    }
  }

  private func stop(
    after failure: Failure, _ journal: borrowing JournalBuffer, _ core: borrowing AppealCore
  ) -> StoreError {
    if failure.stage == .begin, failure.reason.code & 0xFF == SQLITE_BUSY {
      return .busy(path: path)
    }
    statements = nil
    if failure.reason.code == ResultCode.otherWriter.code {
      return .outOfStep(path: path, stored: lastEntry, core: core.entryCount)
    }
    if failure.reason.code == ResultCode.spansTooLong.code { return .spansTooLong(path: path) }
    if failure.reason.code & 0xFF == SQLITE_CONSTRAINT,
      failure.reason.message.contains("reference.reference")
    {
      return .duplicateReference(path: path, reference: firstKnown(journal))
    }
    return StoreError(failure.reason, path: path)
  }

  /// The first reference among the submissions that the store has already.
  private func firstKnown(_ journal: borrowing JournalBuffer) -> UInt64 {
    var seen: Set<UInt64> = []
    for position in 0..<journal.count {
      guard case .submitted(let submission, _, _, _) = journal[position].change else { continue }
      let reference = submission.reference
      let isStored = try? queue.inDatabase { db in
        try Bool.fetchOne(
          db, sql: "SELECT 1 FROM reference WHERE reference = ?",
          arguments: [Int64(bitPattern: reference)])
      }
      if isStored == true || !seen.insert(reference).inserted { return reference }
    }
    return 0
  }

  private func collectKeys(_ journal: borrowing JournalBuffer, _ core: borrowing AppealCore) {
    keys.removeAll()
    for position in 0..<journal.count { core.appendTouched(by: journal[position], to: &keys) }
    keys.sortAndUnique()
  }

  private func write(
    _ journal: borrowing JournalBuffer, _ core: borrowing AppealCore,
    _ statements: borrowing CommitStatements
  ) throws(ResultCode) {
    // The head is the first of the keys. Its guard tells another writer before entries collide.
    try statements.write(keys[0], of: core, &words, after: lastEntry, connection)
    let last = journal.count - 1
    for position in 0...last {
      try statements.append(
        EncodedEntry(journal[position]), seq: lastEntry + UInt64(position) + 1,
        chain: position == last ? core.chain : nil)
    }
    for position in 1..<keys.count {
      try statements.write(keys[position], of: core, &words, after: lastEntry, connection)
    }
    try sweep(core, statements)
  }
}

// MARK: - Sweeping

extension AppealStore {
  /// Takes out records that time alone has made superfluous; restoring leaves them out anyway.
  private func sweep(
    _ core: borrowing AppealCore, _ statements: CommitStatements
  ) throws(ResultCode) {
    if core.now >= nextSweep {
      var isOver = true
      for nature in Nature.allCases {
        statements.sweepClosed.bind(1, nature.rawValue)
        statements.sweepClosed.bind(2, core.remembersSince(nature).milliseconds)
        try statements.sweepClosed.run()
        if sqlite3_changes(connection) == StoreSQL.mostSwept { isOver = false }
      }
      // A full sweep goes on with the next commit; after a partial one there is a pause.
      if isOver { nextSweep = core.now + .minutes(1) }
    }
    let oldest = UInt64(core.oldestContact.rawValue)
    if oldest > oldestContact {
      statements.sweepContacts.bind(1, RecordKey(.contact, oldestContact).word)
      statements.sweepContacts.bind(2, RecordKey(.contact, oldest - 1).word)
      try statements.sweepContacts.run()
      oldestContact = oldest
    }
  }
}

extension ResultCode {
  /// An appeal ended and was forgotten within the commit.
  static let spansTooLong = ResultCode(-2)

  /// The head was not the one we know: somebody else has written. No code of SQLite's.
  static let otherWriter = ResultCode(-1)
}
