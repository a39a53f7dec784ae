/// Columns of a table by name, and their fields as checked values.
struct TableColumns {
  let table: CSVTable
  private let index: [String: Int]

  /// - Parameter isOpen: whether further columns are passed over, as in computed tables.
  /// - Throws: one problem for each column that is missing, unknown or there twice.
  init(
    _ table: CSVTable, required: [String], optional: [String] = [], isOpen: Bool = false
  ) throws(ScenarioError) {
    self.table = table
    let known = required + optional
    let place = table.header
    var index: [String: Int] = [:]
    var problems: [ScenarioProblem] = []
    for (position, column) in table.columns.enumerated() {
      if !known.contains(column), !isOpen {
        problems.append(
          place.problem(
            column, "there is no such column",
            mend: Suggestion.mend(column, among: known, verb: "the columns are")))
      } else if index.updateValue(position, forKey: column) != nil {
        problems.append(
          place.problem(column, "the column stands twice", mend: "keep one of them"))
      }
    }
    for column in required where problems.isEmpty && index[column] == nil {
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

  /// The number of a thing listed in another table, counting from 0; anything else is noted and nil.
  func reference(
    _ column: String, _ row: CSVTable.Row, to kind: String, count: Int,
    _ problems: inout [ScenarioProblem]
  ) -> Int? {
    let field = text(column, row)
    if let value = Int(field), value >= 0, value < count { return value }
    problems.append(
      row.place.problem(
        column, "\(Printable.value(field)) is no \(kind): there are \(count), from 0",
        mend: "write the number of its row"))
    return nil
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

  /// `yes` or `no`; anything else is noted and nil.
  func flag(
    _ column: String, _ row: CSVTable.Row, _ problems: inout [ScenarioProblem]
  ) -> Bool? {
    switch text(column, row) {
    case "yes": return true
    case "no": return false
    case let other:
      problems.append(
        row.place.problem(
          column, "\(Printable.value(other)) is neither yes nor no", mend: "write yes or no"))
      return nil
    }
  }

  /// Notes a row whose number is not its position.
  func checkNumbering(
    _ column: String, _ row: CSVTable.Row, _ index: Int, _ problems: inout [ScenarioProblem]
  ) {
    guard text(column, row) != "\(index)" else { return }
    problems.append(
      row.place.problem(
        column, "the \(column) is numbered \(Printable.value(text(column, row))), not \(index)",
        mend: "number the rows from 0 without gaps"))
  }
}
