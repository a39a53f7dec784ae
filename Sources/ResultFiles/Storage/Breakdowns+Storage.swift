extension GroupCount: StoredRow {
  static let table = StoredTable(
    "group_count", keyLength: 4,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "dimension", kind: .text),
      StoredColumn(name: "name", kind: .text),
      StoredColumn(name: "title_zh", kind: .text),
      StoredColumn(name: "title_en", kind: .text),
      StoredColumn(name: "due", kind: .integer),
      StoredColumn(name: "on_time", kind: .integer),
      StoredColumn(name: "measured_share", kind: .real, isOptional: true),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    row.add(dimension.rawValue)
    row.add(key)
    row.add(title)
    row.add(due)
    row.add(onTime)
    try row.add(measuredShare)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      dimension: try row.choice(),
      key: try row.text(),
      title: try row.bilingual(),
      due: try row.integer(),
      onTime: try row.integer(),
      measuredShare: try row.optionalReal())
  }
}

extension PostLoad: StoredRow {
  static let table = StoredTable(
    "post", keyLength: 3,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "post", kind: .text),
      StoredColumn(name: "kind", kind: .text),
      StoredColumn(name: "title_zh", kind: .text),
      StoredColumn(name: "title_en", kind: .text),
      StoredColumn(name: "heads", kind: .real),
      StoredColumn(name: "utilisation", kind: .real),
      StoredColumn(name: "mean_wait_hours", kind: .real, isOptional: true),
      StoredColumn(name: "mean_queue", kind: .real, isOptional: true),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    row.add(post)
    row.add(kind)
    row.add(title)
    try row.add(heads)
    try row.add(utilisation)
    try row.add(meanWaitHours)
    try row.add(meanQueue)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      post: try row.text(),
      kind: try row.text(),
      title: try row.bilingual(),
      heads: try row.real(),
      utilisation: try row.real(),
      meanWaitHours: try row.optionalReal(),
      meanQueue: try row.optionalReal())
  }
}

extension Assumption: StoredRow {
  static let table = StoredTable(
    "assumption", keyLength: 2,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "parameter", kind: .text),
      StoredColumn(name: "value", kind: .text),
      StoredColumn(name: "low", kind: .real, isOptional: true),
      StoredColumn(name: "high", kind: .real, isOptional: true),
      StoredColumn(name: "neutral", kind: .real, isOptional: true),
      StoredColumn(name: "source", kind: .text),
      StoredColumn(name: "note_zh", kind: .text),
      StoredColumn(name: "note_en", kind: .text),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    row.add(parameter)
    row.add(value)
    try row.add(range)
    try row.add(neutral)
    row.add(source.rawValue)
    row.add(note)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      parameter: try row.text(),
      value: try row.text(),
      range: try row.interval(),
      neutral: try row.optionalReal(),
      source: try row.choice(),
      note: try row.bilingual())
  }
}

extension ReproductionRow: StoredRow {
  static let table = StoredTable(
    "reproduction", keyLength: 2,
    [
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "name", kind: .text),
      StoredColumn(name: "title_zh", kind: .text),
      StoredColumn(name: "title_en", kind: .text),
      StoredColumn(name: "unit", kind: .text),
      StoredColumn(name: "measured", kind: .real),
      StoredColumn(name: "simulated", kind: .real),
      StoredColumn(name: "tolerance", kind: .real, isOptional: true),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(explanation: explanation)
    row.add(key)
    row.add(title)
    row.add(unit.rawValue)
    try row.add(measured)
    try row.add(simulated)
    try row.add(tolerance)
  }

  init(from row: inout RowReader) throws {
    self.init(
      explanation: try row.explanation(),
      key: try row.text(),
      title: try row.bilingual(),
      unit: try row.choice(),
      measured: try row.real(),
      simulated: try row.real(),
      tolerance: try row.optionalReal())
  }
}
