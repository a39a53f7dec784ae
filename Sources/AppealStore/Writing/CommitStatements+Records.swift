import AppealCore
import CivicTime
import GRDBSQLite

/// The hot path: plain numbers and bytes go into bound statements, nothing is boxed.
extension CommitStatements {
  /// Appends an entry, and its idempotency key if it is a submission.
  ///
  /// - Parameter chain: the journal's chain after it, where a commit ends with it.
  @inline(__always)
  func append(_ row: EncodedEntry, seq: UInt64, chain: UInt64?) throws(ResultCode) {
    let isSubmission = row.tag == EncodedEntry.submissionTag
    entry.bind(1, seq)
    entry.bind(2, row.at)
    entry.bind(3, row.appeal)
    entry.bind(4, row.meta)
    entry.bind(5, row.first)
    entry.bind(6, row.second)
    if isSubmission {
      entry.bind(7, row.reference)
      entry.bind(8, row.contactAt)
      entry.bind(9, row.packed)
    } else {
      for column: Int32 in 7...9 { entry.bindNull(column) }
    }
    if let chain { entry.bind(10, chain) } else { entry.bindNull(10) }
    try entry.run()
    guard isSubmission else { return }
    reference.bind(1, row.reference)
    reference.bind(2, row.appeal)
    try reference.run()
  }

  /// Writes a record as `core` has it, or takes it away.
  ///
  /// - Parameter last: the entry that the store must end at before this commit.
  func write(
    _ key: RecordKey, of core: borrowing AppealCore, _ words: inout RecordWords,
    after last: UInt64, _ connection: OpaquePointer
  ) throws(ResultCode) {
    words.removeAll()
    let isThere = core.encode(key, into: &words)
    switch key.kind {
    case .system: try writeHead(core, words, after: last, connection)
    case .open: try writeOpen(key, core, words, isThere)
    case .closed: try writeClosed(key, core, words, isThere, connection)
    default: try writeOther(key, words, isThere)
    }
  }

  private func writeHead(
    _ core: borrowing AppealCore, _ words: borrowing RecordWords, after last: UInt64,
    _ connection: OpaquePointer
  ) throws(ResultCode) {
    head.bind(1, core.entryCount)
    head.bind(2, core.chain)
    head.bind(4, last)
    try words.withUnsafeBytes { (bytes) throws(ResultCode) in
      head.bind(3, bytes)
      try head.run()
    }
    if sqlite3_changes(connection) != 1 { throw .otherWriter }
  }

  private func writeOpen(
    _ key: RecordKey, _ core: borrowing AppealCore, _ words: borrowing RecordWords,
    _ isThere: Bool
  ) throws(ResultCode) {
    guard isThere, let view = core.view(of: key.appeal) else {
      endOpen.bind(1, key.id)
      return try endOpen.run()
    }
    bindCommon(open, view)
    open.bind(10, view.node.rawValue)
    open.bind(11, view.status.rawValue)
    bind(open, 12, view.list.rawValue, unless: ListID.none.rawValue)
    bind(open, 13, view.due)
    try words.withUnsafeBytes { (bytes) throws(ResultCode) in
      open.bind(14, bytes)
      try open.run()
    }
  }

  /// A record that is gone was forgotten, and its row stays; or the appeal is open again.
  private func writeClosed(
    _ key: RecordKey, _ core: borrowing AppealCore, _ words: borrowing RecordWords,
    _ isThere: Bool, _ connection: OpaquePointer
  ) throws(ResultCode) {
    guard let view = core.view(of: key.appeal) else {
      forgetClosed.bind(1, key.id)
      try forgetClosed.run()
      // It ended and was forgotten within one commit: nobody can say any more how it ended.
      if sqlite3_changes(connection) == 0 { throw .spansTooLong }
      return
    }
    guard isThere else {
      endClosed.bind(1, key.id)
      return try endClosed.run()
    }
    bindCommon(closed, view)
    closed.bind(10, view.status.rawValue)
    bind(closed, 11, view.closedAt ?? .distantFuture)
    bind(closed, 12, view.due)
    closed.bind(13, view.isOnTime ? 1 : 0)
    closed.bind(14, view.returns)
    closed.bind(15, view.redos)
    closed.bind(16, view.reopenings)
    closed.bind(17, view.extensions)
    closed.bind(18, view.tags.rawValue)
    try words.withUnsafeBytes { (bytes) throws(ResultCode) in
      closed.bind(19, bytes)
      try closed.run()
    }
  }

  private func writeOther(
    _ key: RecordKey, _ words: borrowing RecordWords, _ isThere: Bool
  ) throws(ResultCode) {
    guard isThere else {
      endRecord.bind(1, key.word)
      return try endRecord.run()
    }
    record.bind(1, key.word)
    try words.withUnsafeBytes { (bytes) throws(ResultCode) in
      record.bind(2, bytes)
      try record.run()
    }
  }

  /// The columns that open and closed appeals share: the first nine of both tables.
  @inline(__always)
  private func bindCommon(_ statement: BoundStatement, _ view: AppealView) {
    statement.bind(1, view.number.rawValue)
    statement.bind(2, view.reference)
    statement.bind(3, view.channel.rawValue)
    statement.bind(4, view.nature.rawValue)
    statement.bind(5, view.community.rawValue)
    statement.bind(6, view.contactAt.milliseconds)
    statement.bind(7, view.submittedAt.milliseconds)
    statement.bind(8, view.leaf.rawValue)
    bind(statement, 9, view.leadUnit.rawValue, unless: UnitID.none.rawValue)
  }

  @inline(__always)
  private func bind(
    _ statement: BoundStatement, _ index: Int32, _ value: UInt16, unless none: UInt16
  ) {
    if value == none { statement.bindNull(index) } else { statement.bind(index, value) }
  }

  @inline(__always)
  private func bind(_ statement: BoundStatement, _ index: Int32, _ instant: Instant) {
    if instant == .distantFuture {
      statement.bindNull(index)
    } else {
      statement.bind(index, instant.milliseconds)
    }
  }
}

extension RecordKey {
  /// The appeal of a record of an appeal.
  var appeal: AppealNumber { AppealNumber(rawValue: UInt32(truncatingIfNeeded: id)) }
}

extension AppealView {
  /// Whether it closed with a result by its last deadline.
  package var isOnTime: Bool {
    guard status == .closed, let closedAt else { return false }
    return closedAt <= due
  }
}
