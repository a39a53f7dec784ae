/// Columns of a table by name, and their fields as checked values.
struct TableColumns {
  let table: CSVTable
  private let index: [String: Int]

  /// - Throws: one problem for each column that is missing, unknown or there twice.
  init(
    _ table: CSVTable, required: [String], optional: [String] = []
  ) throws(ScenarioError) {
    self.table = table
    let known = required + optional
    let place = Place(file: table.file, line: table.rows.first.map { _ in 1 } ?? 1)
    var index: [String: Int] = [:]
    var problems: [ScenarioProblem] = []
    for (position, column) in table.columns.enumerated() {
      if !known.contains(column) {
        problems.append(
          place.problem(
            column, "there is no such column",
            mend: Suggestion.mend(column, among: known, verb: "the columns are")))
      } else if index.updateValue(position, forKey: column) != nil {
        problems.append(
          place.problem(column, "the column stands twice", mend: "keep one of them"))
      }
    }
    for column in required where index[column] == nil {
      problems.append(
        place.problem(column, "the column is missing", mend: "add it to the header"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    self.index = index
  }

  func has(_ column: String) -> Bool { index[column] != nil }

  /// The field of a column; empty where an optional column is absent.
  func text(_ column: String, _ row: CSVTable.Row) -> String {
    index[column].map { row.fields[$0] } ?? ""
  }

  /// A number within bounds; anything else is noted and nil.
  func number(
    _ column: String, _ row: CSVTable.Row, in bounds: ClosedRange<Double>,
    _ problems: inout [ScenarioProblem]
  ) -> Double? {
    let field = text(column, row)
    switch NumberText.read(field, in: bounds) {
    case .success(let value): return value
    case .failure(let complaint):
      problems.append(row.place.problem(column, complaint.what, mend: complaint.mend))
      return nil
    }
  }

  /// A whole number within bounds; anything else is noted and nil.
  func integer(
    _ column: String, _ row: CSVTable.Row, in bounds: ClosedRange<Int>,
    _ problems: inout [ScenarioProblem]
  ) -> Int? {
    let field = text(column, row)
    if let value = Int(field), bounds.contains(value) { return value }
    problems.append(
      row.place.problem(
        column, "\(Printable.value(field)) is no whole number of \(NumberText.words(bounds))",
        mend: "write one such as \(max(bounds.lowerBound, 1))"))
    return nil
  }
}
