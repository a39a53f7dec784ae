import AppealCore

/// The responsible unit of each leaf in each street, from the table (leaf, street, unit).
struct OwnerTable {
  let rows: [[UnitID]]

  /// - Throws: also for every leaf that has no owner in some street.
  init(
    _ table: CSVTable, leaves: LeafTable, units: UnitDirectory, streets: Directory
  ) throws(ScenarioError) {
    let columns = try TableColumns(table, required: ["leaf", "street", "unit"], isOpen: true)
    var problems: [ScenarioProblem] = []
    var owners = [[UnitID]](
      repeating: Array(repeating: .none, count: streets.count), count: leaves.count)
    for row in table.rows {
      guard
        let leaf = columns.reference("leaf", row, to: "leaf", count: leaves.count, &problems),
        let street = columns.reference(
          "street", row, to: "street", count: streets.count, &problems),
        let unit = columns.reference("unit", row, to: "unit", count: units.units.count, &problems)
      else { continue }
      if owners[leaf][street] != .none {
        problems.append(
          row.place.problem(
            "unit", "leaf \(leaf) has a second owner in street \(street)", mend: "keep one row"))
      }
      owners[leaf][street] = UnitID(unit)
    }
    let place = Place(file: table.file)
    // A row that cannot be read leaves a hole of its own.
    let isReadable = problems.isEmpty
    for leaf in owners.indices where isReadable {
      guard let street = owners[leaf].firstIndex(of: .none) else { continue }
      problems.append(
        place.problem(
          "leaf",
          "leaf \(leaf) (\(leaves.path(leaf).joined(separator: " / "))) has no responsible "
            + "unit in street \(street) (\(streets.names[street]))", mend: "add a row for it"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    rows = owners
  }
}
