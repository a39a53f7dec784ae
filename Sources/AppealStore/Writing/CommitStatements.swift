import AppealCore
import GRDB

/// The statements of a commit, prepared once.
struct CommitStatements {
  let begin, commit, rollback: BoundStatement
  let entry, reference, head: BoundStatement
  let open, endOpen: BoundStatement
  let closed, forgetClosed, endClosed: BoundStatement
  let record, endRecord: BoundStatement
  let sweepClosed, sweepContacts: BoundStatement
  let number: BoundStatement

  init(_ db: Database) throws {
    begin = try BoundStatement(db, "BEGIN IMMEDIATE")
    commit = try BoundStatement(db, "COMMIT")
    rollback = try BoundStatement(db, "ROLLBACK")
    entry = try BoundStatement(db, StoreSQL.entry)
    reference = try BoundStatement(db, StoreSQL.reference)
    head = try BoundStatement(db, StoreSQL.head)
    open = try BoundStatement(db, StoreSQL.open)
    endOpen = try BoundStatement(db, "DELETE FROM open_appeal WHERE number = ?")
    closed = try BoundStatement(db, StoreSQL.closed)
    forgetClosed = try BoundStatement(
      db, "UPDATE closed_appeal SET state = NULL WHERE number = ?")
    endClosed = try BoundStatement(db, "DELETE FROM closed_appeal WHERE number = ?")
    record = try BoundStatement(db, StoreSQL.record)
    endRecord = try BoundStatement(db, "DELETE FROM record WHERE key = ?")
    sweepClosed = try BoundStatement(db, StoreSQL.sweepClosed)
    sweepContacts = try BoundStatement(db, "DELETE FROM record WHERE key BETWEEN ? AND ?")
    number = try BoundStatement(db, "SELECT number FROM reference WHERE reference = ?")
  }
}

/// The texts that the benchmark's bare baseline shares, so that both do the same work.
package enum StoreSQL {
  /// The tables, as a new file gets them.
  package static var schema: [String] { StoreSchema.steps.flatMap { $0 } }

  /// The settings of a writing connection that cost or save time.
  package static func settings(_ options: StoreOptions) -> [String] {
    let pages = if case .automatic(let pages) = options.checkpoint { pages } else { 0 }
    return [
      "PRAGMA journal_mode = WAL", "PRAGMA synchronous = \(options.synchronous.rawValue)",
      "PRAGMA wal_autocheckpoint = \(pages)", "PRAGMA foreign_keys = ON",
      "PRAGMA cache_size = -\(options.cacheKibibytes)", "PRAGMA cell_size_check = ON",
    ]
  }

  package static let entry = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  package static let reference = "INSERT INTO reference VALUES (?, ?)"

  /// Guarded by the last entry, so that two writers cannot both go on from it.
  package static let head =
    "UPDATE head SET seq = ?1, chain = ?2, state = ?3 WHERE id = 1 AND seq = ?4"

  /// What never changes is not written again.
  package static let open = """
    INSERT INTO open_appeal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (number) DO UPDATE SET
      leaf = excluded.leaf, unit = excluded.unit, node = excluded.node, status = excluded.status,
      list = excluded.list, due = excluded.due, state = excluded.state
    """

  package static let closed = """
    INSERT INTO closed_appeal
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (number) DO UPDATE SET
      leaf = excluded.leaf, unit = excluded.unit, status = excluded.status,
      closed_at = excluded.closed_at, due = excluded.due, on_time = excluded.on_time,
      returns = excluded.returns, redos = excluded.redos, reopenings = excluded.reopenings,
      extensions = excluded.extensions, tags = excluded.tags, state = excluded.state
    """

  /// How many records one sweep forgets, so that no commit waits for many.
  static let mostSwept = 256

  /// Forgets the oldest records of a nature that are no longer part of the state.
  static let sweepClosed = """
    UPDATE closed_appeal SET state = NULL WHERE number IN (
      SELECT number FROM closed_appeal INDEXED BY closed_remembered
      WHERE state IS NOT NULL AND nature = ? AND closed_at < ? ORDER BY closed_at
      LIMIT \(mostSwept))
    """

  package static let record = """
    INSERT INTO record VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET state = excluded.state
    """
}
