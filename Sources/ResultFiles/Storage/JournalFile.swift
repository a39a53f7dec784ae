import Foundation
import GRDB

/// One entry of a journal as a row; what an entry does not say is nil.
public struct JournalRow: Sendable, Equatable {
  public var at: Int64
  public var appeal: Int64
  public var change: String
  public var reference: Int64?
  public var contactAt: Int64?
  public var channel: Int64?
  public var leaf: Int64?
  public var nature: String?
  public var community: Int64?
  public var node: String?
  public var nextNode: String?
  public var list: Int64?
  public var fromList: Int64?
  public var unit: Int64?
  public var staff: Int64?
  public var due: Int64?
  public var nodeDue: Int64?
  public var ground: String?
  /// Four scores as `5432`, or the appeal merged into.
  public var detail: Int64?

  public init(at: Int64, appeal: Int64, change: String) {
    self.at = at
    self.appeal = appeal
    self.change = change
  }
}

/// `journal.sqlite`: the entries of one trial of each arm, in order.
public final class JournalFile {
  private let queue: DatabaseQueue

  private static let schema = """
    CREATE TABLE journal (
      scenario TEXT NOT NULL, explanation TEXT NOT NULL, replication INTEGER NOT NULL,
      seq INTEGER NOT NULL, at INTEGER NOT NULL, appeal INTEGER NOT NULL, change TEXT NOT NULL,
      reference INTEGER, contact_at INTEGER, channel INTEGER, leaf INTEGER, nature TEXT,
      community INTEGER, node TEXT, next_node TEXT, list INTEGER, from_list INTEGER,
      unit INTEGER, staff INTEGER, due INTEGER, node_due INTEGER, ground TEXT, detail INTEGER,
      PRIMARY KEY (scenario, explanation, replication, seq)) STRICT, WITHOUT ROWID
    """

  /// Creates the file, which must not exist. Instants are milliseconds UTC.
  ///
  /// - Throws: the error of the database.
  public init(path: String) throws {
    queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: Self.schema) }
  }

  /// Appends rows of one trial, in one transaction; the first gets the number `first`.
  ///
  /// - Throws: the error of the database.
  public func append(
    _ rows: [JournalRow], arm: Arm, replication: Int, first: Int
  ) throws {
    try queue.write { db in
      let marks = Array(repeating: "?", count: 23).joined(separator: ", ")
      let statement = try db.makeStatement(sql: "INSERT INTO journal VALUES (\(marks))")
      for (index, row) in rows.enumerated() {
        let key: [(any DatabaseValueConvertible)?] = [
          arm.scenario, arm.explanation, replication, first + index,
        ]
        statement.setUncheckedArguments(StatementArguments(key + row.columns))
        try statement.execute()
      }
    }
  }

  /// - Throws: the error of the database.
  public func close() throws { try queue.close() }

  /// Entries of a file by kind of change.
  ///
  /// - Throws: the error of the database.
  public static func count(at path: String) throws -> [String: Int] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT change, count(*) FROM journal GROUP BY change")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }
}

extension JournalRow {
  /// In the order of the table.
  fileprivate var columns: [(any DatabaseValueConvertible)?] {
    [
      at, appeal, change, reference, contactAt, channel, leaf, nature, community, node, nextNode,
      list, fromList, unit, staff, due, nodeDue, ground, detail,
    ]
  }
}
