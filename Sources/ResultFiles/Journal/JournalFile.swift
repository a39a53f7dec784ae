import Foundation
import GRDB

/// `journal.sqlite`: the entries of one trial of each arm in order, and what their numbers mean.
///
/// Five tables say everything: `arm`, `zone_offset`, `working_day`, `label`, `journal`. Whatever
/// offers the same five, as tables or views, can be asked the same questions.
public final class JournalFile {
  public static let name = "journal.sqlite"
  /// "HUYJ": tells a journal from any other database.
  public static let applicationID = 0x4855_594A
  public static let schemaVersion = 2

  private let queue: DatabaseQueue

  /// Creates the file, which must not exist. Instants are milliseconds UTC.
  ///
  /// - Throws: the error of the database.
  public init(path: String) throws {
    queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(Self.schemaVersion)")
    }
    try queue.write { db in for sql in Self.schema { try db.execute(sql: sql) } }
  }

  /// The statements that make the five tables.
  public static let schema = [
    """
    CREATE TABLE arm (
      arm INTEGER PRIMARY KEY, scenario TEXT NOT NULL, explanation TEXT NOT NULL,
      replication INTEGER NOT NULL, scenario_zh TEXT NOT NULL, scenario_en TEXT NOT NULL,
      explanation_zh TEXT NOT NULL, explanation_en TEXT NOT NULL, zone TEXT NOT NULL,
      window_start INTEGER NOT NULL, window_end INTEGER NOT NULL, need_shift INTEGER,
      UNIQUE (scenario, explanation, replication)) STRICT
    """,
    """
    CREATE TABLE zone_offset (
      arm INTEGER NOT NULL, since INTEGER NOT NULL, seconds INTEGER NOT NULL,
      PRIMARY KEY (arm, since)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE working_day (
      arm INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (arm, day)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE label (
      arm INTEGER NOT NULL, kind TEXT NOT NULL, id INTEGER NOT NULL, zh TEXT NOT NULL,
      en TEXT NOT NULL, parent INTEGER, level1 TEXT, level2 TEXT, controllable INTEGER,
      PRIMARY KEY (arm, kind, id)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
      arm INTEGER NOT NULL, seq INTEGER NOT NULL, \(JournalRow.definitions.joined(separator: ", ")),
      PRIMARY KEY (arm, seq)) STRICT, WITHOUT ROWID
    """,
  ]

  /// Registers an arm with the names of its things; gives the number its entries go under.
  ///
  /// - Throws: the error of the database, if the arm is there already for instance.
  public func add(_ arm: JournalArm, labels: [JournalLabel]) throws -> Int {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO arm VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          arm.arm.scenario, arm.arm.explanation, arm.replication, arm.scenario.zh,
          arm.scenario.en, arm.explanation.zh, arm.explanation.en, arm.zone,
          arm.window.lowerBound, arm.window.upperBound, arm.needShift,
        ])
      let number = Int(db.lastInsertedRowID)
      for offset in arm.offsets {
        try db.execute(
          sql: "INSERT INTO zone_offset VALUES (?, ?, ?)",
          arguments: [number, offset.since, offset.seconds])
      }
      for day in arm.workingDays {
        try db.execute(sql: "INSERT INTO working_day VALUES (?, ?)", arguments: [number, day])
      }
      for label in labels { try Self.insert(label, arm: number, into: db) }
      return number
    }
  }

  private static func insert(_ label: JournalLabel, arm: Int, into db: Database) throws {
    let levels = label.levels + Array(repeating: nil as String?, count: 2)
    try db.execute(
      sql: "INSERT INTO label VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        arm, label.kind.rawValue, label.id, label.name.zh, label.name.en, label.parent,
        levels[0], levels[1], label.isControllable,
      ])
  }

  /// Appends rows to an arm, in one transaction; the first gets the number `first`.
  ///
  /// - Throws: the error of the database.
  public func append(_ rows: [JournalRow], arm: Int, first: Int) throws {
    try queue.write { db in
      let marks = Array(repeating: "?", count: JournalRow.definitions.count + 2)
      let statement = try db.makeStatement(
        sql: "INSERT INTO journal VALUES (\(marks.joined(separator: ", ")))")
      for (index, row) in rows.enumerated() {
        let key: [(any DatabaseValueConvertible)?] = [arm, first + index]
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
