import AppealCore

/// The units, from the table (unit, id, zh, controllable, street).
struct UnitDirectory {
  let units: [Unit]
  let ids: Directory
  /// The street whose centre dispatches to a unit; nil for units of the district.
  let streets: [Int?]

  init(_ value: Value, _ places: PlaceBuilder) throws(ScenarioError) {
    let columns = try TableColumns(
      value["table"].table, required: ["unit", "id", "zh", "controllable", "street"], isOpen: true)
    var problems: [ScenarioProblem] = []
    var ids: [String] = []
    var units: [Unit] = []
    var streets: [Int?] = []
    for (index, row) in columns.table.rows.enumerated() {
      let id = columns.text("id", row)
      columns.checkNumbering("unit", row, index, &problems)
      if !isName(id) || ids.contains(id) {
        problems.append(
          row.place.problem(
            "id", "\(Printable.value(id)) is no name, or is there twice",
            mend: "give each unit a short name of its own"))
      }
      let controllable = columns.flag("controllable", row, &problems) ?? false
      let hasStreet = !columns.text("street", row).isEmpty
      ids.append(id)
      units.append(Unit(name: columns.text("zh", row), controllable: controllable))
      streets.append(
        hasStreet
          ? columns.reference(
            "street", row, to: "street", count: places.streets.count, &problems) : nil)
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    self.units = units
    self.ids = Directory("unit", ids)
    self.streets = streets
  }
}

/// One number for each unit, from a table (unit, value).
struct UnitValues {
  private let values: [Int: Double]

  /// - Throws: for a unit that is unknown, twice there, or, if `complete`, missing.
  init(
    _ value: Value, _ units: UnitDirectory, in bounds: ClosedRange<Double>, complete: Bool = true
  ) throws(ScenarioError) {
    let columns = try TableColumns(value.table, required: ["unit", "value"])
    var problems: [ScenarioProblem] = []
    var values: [Int: Double] = [:]
    for row in columns.table.rows {
      let name = columns.text("unit", row)
      guard let unit = units.ids.find(name, "unit", row.place, &problems),
        let number = columns.number("value", row, in: bounds, &problems)
      else { continue }
      if values.updateValue(number, forKey: unit) != nil {
        problems.append(
          row.place.problem(
            "unit", "the unit \(Printable.value(name)) is there twice", mend: "keep one row"))
      }
    }
    for (index, name) in units.ids.names.enumerated() where complete && values[index] == nil {
      problems.append(
        Place(file: value.table.file).problem(
          "unit", "the unit \(Printable.value(name)) is missing", mend: "add a row for it"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    self.values = values
  }

  subscript(unit: Int) -> Double? { values[unit] }
}
