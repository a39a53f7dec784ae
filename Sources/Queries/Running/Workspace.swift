import CivicTime
import GRDB
import ResultFiles

/// The tables of facts of one arm, ready for queries. Valid inside `withWorkspace` only.
public struct Workspace {
  let db: Database
  public let arm: JournalArm
  let clock: LocalClock
  /// The measured window, which the journal tells wholly.
  let known: Range<Int64>
  public let language: ReportLanguage

  /// Answers a query. One scan of the observations it needs.
  ///
  /// - Throws: `QueryError.badOption` for days outside the journal; the error of the database.
  public func run(_ query: Query, _ options: QueryOptions = QueryOptions()) throws -> QueryTable {
    let window = try window(options)
    if let period = query.comparing {
      return try PeriodComparison(workspace: self, query: query, options: options)
        .table(period, in: window)
    }
    let groups = try groups(query, window, options, limit: options.top ?? query.top)
    return QueryTable(
      id: query.id, meaning: query.meaning, arm: arm.name,
      columns: keyColumns(query) + query.measures.map { $0.column() },
      rows: groups.map { $0.names + $0.cells }, period: text(of: window))
  }

  /// One row of an answer, with the keys behind the names.
  struct Group {
    var keys: [DatabaseValue]
    var names: [QueryTable.Cell]
    var cells: [QueryTable.Cell]
  }

  func groups(
    _ query: Query, _ window: Range<Int64>, _ options: QueryOptions, limit: Int?
  ) throws -> [Group] {
    let statement = QueryStatement(
      query: query, window: window, subject: options.subject, limit: limit)
    if statement.usesBacklog { try fillMoments(query, window) }
    let (keys, measures) = (query.by.count, query.measures.count)
    return try Row.fetchAll(db, sql: statement.sql, arguments: statement.arguments).map { row in
      Group(
        keys: (0..<keys).map { row[$0] },
        names: (keys..<2 * keys).map { QueryTable.Cell(text: Self.text(row[$0])) },
        cells: (0..<measures).map {
          QueryTable.Cell(value: row[2 * keys + 2 * $0], size: row[2 * keys + 2 * $0 + 1])
        })
    }
  }

  func keyColumns(_ query: Query) -> [QueryTable.Column] {
    query.by.map {
      QueryTable.Column(id: $0.rawValue, title: $0.spec.title, kind: .key, hasSize: false)
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .null, .blob: ""
    }
  }

  // MARK: Periods

  func window(_ options: QueryOptions) throws -> Range<Int64> {
    let first = clock.reading(known.lowerBound).day
    let last = clock.reading(known.upperBound - 1).day
    let days = CivilDate(day: first)...CivilDate(day: last)
    let from = options.from ?? days.lowerBound
    let to = options.to ?? days.upperBound
    guard from <= to else {
      throw QueryError.badOption("--from", detail: "\(from) is after \(to)")
    }
    for (name, date) in [("--from", from), ("--to", to)] where !days.contains(date) {
      throw QueryError.badOption(
        name,
        detail: "\(date) is outside the journal of \(arm.name), which knows "
          + "\(days.lowerBound) to \(days.upperBound)")
    }
    let start = clock.start(ofDay: Int(from.daysSince1970))
    let end = clock.start(ofDay: Int(to.daysSince1970) + 1)
    return max(start, known.lowerBound)..<min(end, known.upperBound)
  }

  func text(of window: Range<Int64>) -> BilingualText {
    let first = CivilDate(day: clock.reading(window.lowerBound).day)
    let last = CivilDate(day: clock.reading(window.upperBound - 1).day)
    return BilingualText(zh: "\(first) 至 \(last)", en: "\(first) to \(last)")
  }

  /// The last instants of the periods at whose ends a backlog is measured.
  private func fillMoments(_ query: Query, _ window: Range<Int64>) throws {
    try db.execute(sql: "DELETE FROM temp.moment")
    let insert = try db.makeStatement(sql: "INSERT OR IGNORE INTO temp.moment VALUES (?, ?)")
    let first = clock.reading(window.lowerBound).day
    let last = clock.reading(window.upperBound - 1).day
    for day in first...last {
      guard day == last || endsPeriod(CivilDate(day: day), query) else { continue }
      let at = min(clock.start(ofDay: day + 1), window.upperBound) - 1
      try insert.execute(arguments: [at, day])
    }
  }

  private func endsPeriod(_ date: CivilDate, _ query: Query) -> Bool {
    if query.by.contains(.day) { return true }
    if query.by.contains(.week) { return date.isoWeekday == 7 }
    return query.by.contains(.month) && date.advanced(by: 1).day == 1
  }
}

extension Measure {
  func column() -> QueryTable.Column {
    QueryTable.Column(
      id: rawValue, title: spec.title, kind: .measure(spec.unit), hasSize: spec.size != nil)
  }
}
