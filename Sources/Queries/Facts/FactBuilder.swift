import CivicTime
import GRDB
import ResultFiles

/// Makes the tables of facts of one arm on a connection, and takes them away again.
struct FactBuilder {
  struct Mistake: Error { var detail: String }

  let db: Database
  let number: Int
  let arm: JournalArm
  let language: ReportLanguage

  func workspace() throws -> Workspace {
    drop()
    for sql in FactTables.create { try db.execute(sql: sql) }
    let clock = LocalClock(arm.offsets)
    let known = try Row.fetchOne(
      db, sql: "SELECT min(at), max(at) FROM journal WHERE arm = ?", arguments: [number])
    guard let first = known?[0] as Int64?, let last = known?[1] as Int64? else {
      throw Mistake(detail: "\(arm.name) has no entries")
    }
    // Entries may go on behind the window; what they say of an appeal is used, but not counted.
    let end = arm.window.upperBound
    let writer = try FactWriter(db, clock: clock, end: end)
    var fold = AppealFold(
      writer: writer, labels: try Labels(db, arm: number), needShift: arm.needShift)
    let rows = try Row.fetchCursor(db, sql: EntryRow.select, arguments: [number])
    while let row = try rows.next() { try fold.take(EntryRow(row: row)) }
    try fold.finish()
    for sql in FactTables.finish { try db.execute(sql: sql) }
    try fillDays(
      clock.reading(min(first, arm.window.lowerBound)).day...clock.reading(max(last, end)).day)
    try fillNames()
    db.add(function: Quantile.function)
    return Workspace(
      db: db, arm: arm, clock: clock, known: arm.window, language: language)
  }

  func drop() {
    for table in FactTables.names {
      try? db.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
    }
  }

  private func fillDays(_ days: ClosedRange<Int>) throws {
    let working = Set(arm.workingDays)
    let insert = try db.makeStatement(sql: "INSERT INTO temp.day VALUES (?, ?, ?, ?, ?, ?)")
    for day in days {
      let date = CivilDate(day: day)
      try insert.execute(arguments: [
        day, date.description, date.weekText, date.monthText, date.isoWeekday,
        working.contains(day),
      ])
    }
  }

  private func fillNames() throws {
    let column = language == .chinese ? "zh" : "en"
    try db.execute(
      sql: "INSERT INTO temp.name SELECT kind, id, \(column) FROM label WHERE arm = ?",
      arguments: [number])
    try db.execute(
      sql: """
        INSERT INTO temp.unit_fact
        SELECT id, controllable FROM label WHERE arm = ? AND kind = 'unit'
        """, arguments: [number])
    let insert = try db.makeStatement(sql: "INSERT OR REPLACE INTO temp.name VALUES (?, ?, ?)")
    for word in Vocabulary.words {
      let code: any DatabaseValueConvertible =
        switch word.code {
        case .name(let name): name
        case .number(let number): number
        }
      try insert.execute(arguments: [word.group, code, word.text[language]])
    }
  }
}
