import Foundation
import GRDB

/// `results.sqlite`: the whole result in STRICT tables, one row a fact.
enum ResultDatabase {
  static let schemaVersion = 1
  /// "HUYI": tells a database of results from any other.
  static let applicationID = 0x4855_5949

  static let documents =
    "CREATE TABLE document (name TEXT PRIMARY KEY, json TEXT NOT NULL) "
    + "STRICT, WITHOUT ROWID"

  static let tables: [StoredTable] = [
    ScenarioRecord.table, ExplanationRecord.table, IndicatorRecord.table, Arm.table,
    TrialValue.table, Estimate.table, Difference.table, DailyCount.table, HeatCell.table,
    HistogramBin.table, DeadlineMark.table, GroupCount.table, PostLoad.table, Assumption.table,
    ReproductionRow.table,
  ]

  /// Every statement of the schema, by the name of its table or view.
  static var schema: [(name: String, sql: String)] {
    [("document", documents)] + tables.map { ($0.name, $0.create) }
      + tables.compactMap { table in table.createView.map { (table.name + "_named", $0) } }
  }

  // MARK: Write

  /// Creates the database in one transaction. The file must not exist.
  static func create(_ result: ExperimentResult, at path: String) throws {
    let index = try IdentifierIndex(result)
    let queue = try DatabaseQueue(path: path, configuration: configuration())
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(schemaVersion)")
      try db.inTransaction(.immediate) {
        for (_, sql) in schema { try db.execute(sql: sql) }
        try insertDocuments(of: result, into: db)
        try insertRows(of: result, into: db, index: index)
        return .commit
      }
    }
    try queue.close()
  }

  private static func insertDocuments(of result: ExperimentResult, into db: Database) throws {
    let documents = try [
      ("constant_indicators", StoredDocument.encode(result.constantIndicators)),
      ("decision", StoredDocument.encode(result.decision)),
      ("provenance", StoredDocument.encode(result.provenance)),
      ("settings", StoredDocument.encode(result.settings)),
      ("stopping", StoredDocument.encode(result.stopping)),
    ]
    for (name, json) in documents {
      try db.execute(sql: "INSERT INTO document VALUES (?, ?)", arguments: [name, json])
    }
  }

  private static func insertRows(
    of result: ExperimentResult, into db: Database, index: IdentifierIndex
  ) throws {
    try insert(result.scenarios, into: db, index: index)
    try insert(result.explanations, into: db, index: index)
    try insert(result.indicators, into: db, index: index)
    try insert(result.overloaded, into: db, index: index)
    try insert(result.trials, into: db, index: index)
    try insert(result.estimates, into: db, index: index)
    try insert(result.differences, into: db, index: index)
    try insert(result.daily, into: db, index: index)
    try insert(result.heat, into: db, index: index)
    try insert(result.histograms, into: db, index: index)
    try insert(result.deadlines, into: db, index: index)
    try insert(result.groups, into: db, index: index)
    try insert(result.posts, into: db, index: index)
    try insert(result.assumptions, into: db, index: index)
    try insert(result.reproduction, into: db, index: index)
  }

  private static func insert<Record: StoredRow>(
    _ records: [Record], into db: Database, index: IdentifierIndex
  ) throws {
    let table = Record.table
    let statement = try db.makeStatement(sql: table.insert)
    var row = RowWriter(table: table.name, index: index)
    for (position, record) in records.enumerated() {
      row.reset()
      if table.isList { row.add(position) }
      try record.write(to: &row)
      statement.setUncheckedArguments(StatementArguments(row.values))
      do {
        try statement.execute()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw ResultFolderError.invalid(
          detail: "two rows of table \(table.name) have the same key, "
            + row.values.prefix(table.keyLength).map(\.description).joined(separator: " "))
      }
    }
  }

  // MARK: Read

  /// Opens the database, checks that it is ours and sound, and hands it to `body`.
  static func open<Value>(_ path: String, _ body: (Database) throws -> Value) throws -> Value {
    var configuration = configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let value = try queue.read { db in
      try check(db, path: path)
      return try body(db)
    }
    try queue.close()
    return value
  }

  private static func check(_ db: Database, path: String) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else {
      throw ResultFolderError.corrupt(path: path, detail: "a database of something else")
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= schemaVersion else {
      throw ResultFolderError.newerSchema(
        path: path, found: version, supported: schemaVersion)
    }
    guard version == schemaVersion else {
      throw ResultFolderError.corrupt(path: path, detail: "schema \(version) is not read")
    }
    for (name, sql) in schema {
      let found = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [name])
      guard found == sql else {
        throw ResultFolderError.corrupt(path: path, detail: "\(name) is not as it was written")
      }
    }
    let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
    guard verdict == "ok" else {
      throw ResultFolderError.corrupt(path: path, detail: verdict)
    }
  }

  static func read(_ db: Database, path: String) throws -> ExperimentResult {
    do {
      let result = try readResult(db)
      try result.checkWhole()
      return result
    } catch let error as RowReader.Mistake {
      throw ResultFolderError.corrupt(path: path, detail: error.detail)
    }
  }

  private static func readResult(_ db: Database) throws -> ExperimentResult {
    var result = ExperimentResult(
      settings: try StoredDocument.read("settings", from: db),
      stopping: try StoredDocument.read("stopping", from: db),
      provenance: try StoredDocument.read("provenance", from: db),
      decision: try StoredDocument.read("decision", from: db))
    result.constantIndicators = try StoredDocument.read("constant_indicators", from: db)
    var ids = IdentifierLists(scenarios: [], explanations: [], indicators: [])
    result.scenarios = try rows(db, ids)
    result.explanations = try rows(db, ids)
    result.indicators = try rows(db, ids)
    ids.scenarios = result.scenarios.map(\.id)
    ids.explanations = result.explanations.map(\.id)
    ids.indicators = result.indicators.map(\.id)
    result.overloaded = try rows(db, ids)
    result.trials = try rows(db, ids)
    result.estimates = try rows(db, ids)
    result.differences = try rows(db, ids)
    result.daily = try rows(db, ids)
    result.heat = try rows(db, ids)
    result.histograms = try rows(db, ids)
    result.deadlines = try rows(db, ids)
    result.groups = try rows(db, ids)
    result.posts = try rows(db, ids)
    result.assumptions = try rows(db, ids)
    result.reproduction = try rows(db, ids)
    return result
  }

  private static func rows<Record: StoredRow>(
    _ db: Database, _ ids: IdentifierLists
  ) throws -> [Record] {
    let table = Record.table
    var records: [Record] = []
    let cursor = try Row.fetchCursor(db, sql: table.select)
    while let row = try cursor.next() {
      var reader = RowReader(table: table.name, row: row, ids: ids)
      if table.isList { _ = try reader.integer() }
      records.append(try Record(from: &reader))
    }
    return records
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "results"
    return configuration
  }
}
