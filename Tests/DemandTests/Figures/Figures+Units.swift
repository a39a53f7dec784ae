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

  /// Rows of the window; the units in order of frequency, then of number.
  var finalUnitTable: String {
    let numbers = unitNumbers
    let leaves = Dictionary(
      uniqueKeysWithValues: categories.leaves.enumerated().map { ($1, $0) })
    var counts: [[Int]: Int] = [:]
    for row in window.rows {
      guard let leaf = leaves[row.leaf], let unit = numbers[row.unit],
        let street = row.street.flatMap({ streets.names.firstIndex(of: $0) }),
        units.all[unit].kind != .test
      else { continue }
      counts[[leaf, street, unit], default: 0] += 1
    }
    var table = TableText("leaf", "street", "unit", "weight")
    let ordered = counts.sorted { left, right in
      let (a, b) = (left.key, right.key)
      return (a[0], a[1], -left.value, a[2]) < (b[0], b[1], -right.value, b[2])
    }
    for (key, count) in ordered { table.add(key[0], key[1], key[2], count) }
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
