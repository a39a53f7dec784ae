extension ScenarioRecord: StoredRow {
  static let table = StoredTable(
    "scenario", keyLength: 1, isList: true,
    [
      StoredColumn(name: "position", kind: .integer),
      StoredColumn(name: "id", kind: .text),
      StoredColumn(name: "title_zh", kind: .text),
      StoredColumn(name: "title_en", kind: .text),
      StoredColumn(name: "summary_zh", kind: .text),
      StoredColumn(name: "summary_en", kind: .text),
      StoredColumn(name: "hash", kind: .text),
    ])

  func write(to row: inout RowWriter) {
    row.add(id)
    row.add(title)
    row.add(summary)
    row.add(hash)
  }

  init(from row: inout RowReader) throws {
    self.init(
      id: try row.text(),
      title: try row.bilingual(),
      summary: try row.bilingual(),
      hash: try row.text())
  }
}

extension ExplanationRecord: StoredRow {
  static let table = StoredTable(
    "explanation", keyLength: 1, isList: true,
    [
      StoredColumn(name: "position", kind: .integer),
      StoredColumn(name: "id", kind: .text),
      StoredColumn(name: "title_zh", kind: .text),
      StoredColumn(name: "title_en", kind: .text),
      StoredColumn(name: "summary_zh", kind: .text),
      StoredColumn(name: "summary_en", kind: .text),
      StoredColumn(name: "free_parameters", kind: .integer, isOptional: true),
    ])

  func write(to row: inout RowWriter) {
    row.add(id)
    row.add(title)
    row.add(summary)
    row.add(freeParameters)
  }

  init(from row: inout RowReader) throws {
    self.init(
      id: try row.text(),
      title: try row.bilingual(),
      summary: try row.bilingual(),
      freeParameters: try row.optionalInteger())
  }
}

extension IndicatorRecord: StoredRow {
  static let table = StoredTable(
    "indicator", keyLength: 1, isList: true,
    [
      StoredColumn(name: "position", kind: .integer),
      StoredColumn(name: "id", kind: .text),
      StoredColumn(name: "unit", kind: .text),
      StoredColumn(name: "polarity", kind: .integer),
      StoredColumn(name: "is_level", kind: .integer),
      StoredColumn(name: "title_zh", kind: .text),
      StoredColumn(name: "title_en", kind: .text),
      StoredColumn(name: "meaning_zh", kind: .text),
      StoredColumn(name: "meaning_en", kind: .text),
    ])

  func write(to row: inout RowWriter) {
    row.add(id)
    row.add(unit.rawValue)
    row.add(polarity.rawValue)
    row.add(isLevel ? 1 : 0)
    row.add(title)
    row.add(meaning)
  }

  init(from row: inout RowReader) throws {
    self.init(
      id: try row.text(),
      unit: try row.choice(),
      polarity: try row.choice(),
      isLevel: try row.integer() != 0,
      title: try row.bilingual(),
      meaning: try row.bilingual())
  }
}

extension Arm: StoredRow {
  static let table = StoredTable(
    "overloaded", keyLength: 2,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation())
  }
}
