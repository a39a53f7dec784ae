extension TrialValue: StoredRow {
  static let table = StoredTable(
    "trial_value", keyLength: 4,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "replication", kind: .integer),
      StoredColumn(name: "indicator", kind: .indicator),
      StoredColumn(name: "value", kind: .real),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    row.add(replication)
    try row.add(indicator: indicator)
    try row.add(value)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      replication: try row.integer(),
      indicator: try row.indicator(),
      value: try row.real())
  }
}

extension Estimate: StoredRow {
  static let table = StoredTable(
    "estimate", keyLength: 3,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "indicator", kind: .indicator),
      StoredColumn(name: "n", kind: .integer),
      StoredColumn(name: "mean", kind: .real),
      StoredColumn(name: "low", kind: .real, isOptional: true),
      StoredColumn(name: "high", kind: .real, isOptional: true),
      StoredColumn(name: "assumption_low", kind: .real, isOptional: true),
      StoredColumn(name: "assumption_high", kind: .real, isOptional: true),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(explanation: explanation)
    try row.add(indicator: indicator)
    row.add(n)
    try row.add(mean)
    try row.add(noise)
    try row.add(assumptions)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      explanation: try row.explanation(),
      indicator: try row.indicator(),
      n: try row.integer(),
      mean: try row.real(),
      noise: try row.interval(),
      assumptions: try row.interval())
  }
}

extension Difference: StoredRow {
  static let table = StoredTable(
    "difference", keyLength: 4,
    [
      StoredColumn(name: "scenario", kind: .scenario),
      StoredColumn(name: "baseline", kind: .scenario),
      StoredColumn(name: "explanation", kind: .explanation),
      StoredColumn(name: "indicator", kind: .indicator),
      StoredColumn(name: "n", kind: .integer),
      StoredColumn(name: "mean", kind: .real),
      StoredColumn(name: "low", kind: .real, isOptional: true),
      StoredColumn(name: "high", kind: .real, isOptional: true),
      StoredColumn(name: "assumption_low", kind: .real, isOptional: true),
      StoredColumn(name: "assumption_high", kind: .real, isOptional: true),
    ])

  func write(to row: inout RowWriter) throws {
    try row.add(scenario: scenario)
    try row.add(scenario: baseline)
    try row.add(explanation: explanation)
    try row.add(indicator: indicator)
    row.add(n)
    try row.add(mean)
    try row.add(noise)
    try row.add(assumptions)
  }

  init(from row: inout RowReader) throws {
    self.init(
      scenario: try row.scenario(),
      baseline: try row.scenario(),
      explanation: try row.explanation(),
      indicator: try row.indicator(),
      n: try row.integer(),
      mean: try row.real(),
      noise: try row.interval(),
      assumptions: try row.interval())
  }
}
