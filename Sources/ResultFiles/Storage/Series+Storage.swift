extension DailyCount: StoredRow {
  static let table = StoredTable(
    "daily", keyLength: 4,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "replication", kind: .integer),
      StoredColumn(name: "day_index", kind: .integer),
      StoredColumn(name: "date", kind: .text),
      StoredColumn(name: "submitted", kind: .integer),
      StoredColumn(name: "closed", kind: .integer),
      StoredColumn(name: "breached", kind: .integer),
      StoredColumn(name: "backlog", kind: .integer),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    row.add(replication)
    row.add(dayIndex)
    row.add(date)
    row.add(submitted)
    row.add(closed)
    row.add(breached)
    row.add(backlog)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      replication: try row.integer(),
      dayIndex: try row.integer(),
      date: try row.text(),
      submitted: try row.integer(),
      closed: try row.integer(),
      breached: try row.integer(),
      backlog: try row.integer())
  }
}

extension HeatCell: StoredRow {
  static let table = StoredTable(
    "heat", keyLength: 5,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "measure", kind: .text),
      StoredColumn(name: "weekday", kind: .integer),
      StoredColumn(name: "hour", kind: .integer),
      StoredColumn(name: "count", kind: .integer),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    row.add(measure.rawValue)
    row.add(weekday)
    row.add(hour)
    row.add(count)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      measure: try row.choice(),
      weekday: try row.integer(),
      hour: try row.integer(),
      count: try row.integer())
  }
}

extension HistogramBin: StoredRow {
  static let table = StoredTable(
    "histogram", keyLength: 4,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "measure", kind: .text),
      StoredColumn(name: "low", kind: .real),
      StoredColumn(name: "high", kind: .real),
      StoredColumn(name: "count", kind: .integer),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    row.add(measure)
    try row.add(low)
    try row.add(high)
    row.add(count)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      measure: try row.text(),
      low: try row.real(),
      high: try row.real(),
      count: try row.integer())
  }
}

extension DeadlineMark: StoredRow {
  static let table = StoredTable(
    "deadline", keyLength: 4,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "measure", kind: .text),
      StoredColumn(name: "name", kind: .text),
      StoredColumn(name: "title_zh", kind: .text),
      StoredColumn(name: "title_en", kind: .text),
      StoredColumn(name: "value", kind: .real),
      StoredColumn(name: "due", kind: .integer),
      StoredColumn(name: "on_time", kind: .integer),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    row.add(measure)
    row.add(key)
    row.add(title)
    try row.add(value)
    row.add(due)
    row.add(onTime)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      measure: try row.text(),
      key: try row.text(),
      title: try row.bilingual(),
      value: try row.real(),
      due: try row.integer(),
      onTime: try row.integer())
  }
}
