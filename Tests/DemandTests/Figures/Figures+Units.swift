extension Figures {
  private var unitNumbers: [String: Int] {
    Dictionary(uniqueKeysWithValues: units.all.enumerated().map { ($1.id, $0) })
  }

  var unitTable: String {
    var table = TableText(
      "unit", "id", "zh", "kind", "controllable", "street", "community", "rows", "late",
      "late_share", "se")
    for (index, unit) in units.all.enumerated() {
      table.add(
        index, unit.id, unit.name, unit.kind.rawValue, unit.isControllable ? "yes" : "no",
        unit.street.flatMap { streets.names.firstIndex(of: $0) }.map { "\($0)" } ?? "",
        unit.community.flatMap { communities.names.firstIndex(of: $0) }.map { "\($0)" } ?? "",
        unit.rows, unit.late, unit.lateShare, unit.standardError)
    }
    return table.text
  }

  var ownerTable: String {
    let numbers = unitNumbers
    var table = TableText("leaf", "street", "unit", "basis")
    for (leaf, row) in owners.all.enumerated() {
      for (street, owner) in row.enumerated() {
        table.add(leaf, street, numbers[owner.unit] ?? -1, owner.basis.rawValue)
      }
    }
    return table.text
  }

  var onTimeByUnitTable: String {
    let numbers = unitNumbers
    var table = TableText("unit", "zh", "rows", "late", "on_time_share", "se", "most_rows")
    let ranked = units.all.filter { $0.rows > 0 }.sorted {
      ($0.rows, $1.id) > ($1.rows, $0.id)
    }
    for (rank, unit) in ranked.enumerated() {
      table.add(
        numbers[unit.id] ?? -1, unit.name, unit.rows, unit.late, 1 - unit.lateShare,
        unit.standardError, rank < 15 ? "yes" : "no")
    }
    return table.text
  }
}
