import AppealCore
import Demand

/// Which units in the end solve needs of a leaf in a street, from the table (leaf, street, unit,
/// weight).
struct FinalUnitTable {
  let finalUnits: FinalUnits

  init(
    _ table: CSVTable, owners: [[UnitID]], units: UnitDirectory, streets: Directory
  ) throws(ScenarioError) {
    let columns = try TableColumns(table, required: ["leaf", "street", "unit", "weight"])
    var problems: [ScenarioProblem] = []
    var weights: [FinalUnitWeight] = []
    for row in table.rows {
      guard
        let leaf = columns.reference("leaf", row, to: "leaf", count: owners.count, &problems),
        let street = columns.reference(
          "street", row, to: "street", count: streets.count, &problems),
        let unit = columns.reference(
          "unit", row, to: "unit", count: units.units.count, &problems),
        let weight = columns.number("weight", row, in: .amount, &problems)
      else { continue }
      weights.append(
        FinalUnitWeight(
          leaf: UInt16(leaf), street: UInt8(street), unit: UInt16(unit), weight: weight))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    do {
      finalUnits = try FinalUnits(
        owners: owners.flatMap { $0.map(\.rawValue) }, streetCount: streets.count,
        weights: weights)
    } catch {
      throw ScenarioError(
        Place(file: table.file).problem(
          "weight", Printable.text(error.description), mend: "change the table"))
    }
  }
}
