import AppealCore

/// Streets (street, id, zh) and communities (community, street, zh, share).
struct PlaceBuilder {
  let places: Places
  /// Short ids of the streets, by which rosters name their posts.
  let streets: Directory
  let streetOfCommunity: [UInt8]
  /// Shares of the communities in all demand.
  let shares: [Double]

  init(_ value: Value) throws(ScenarioError) {
    var problems: [ScenarioProblem] = []
    let streets = try TableColumns(
      value["streets"].table, required: ["street", "id", "zh"], isOpen: true)
    var ids: [String] = []
    for (index, row) in streets.table.rows.enumerated() {
      streets.checkNumbering("street", row, index, &problems)
      ids.append(streets.text("id", row))
    }
    let columns = try TableColumns(
      value["communities"].table, required: ["community", "street", "zh", "share"], isOpen: true)
    var communities: [Places.Community] = []
    var shares: [Double] = []
    for (index, row) in columns.table.rows.enumerated() {
      columns.checkNumbering("community", row, index, &problems)
      guard
        let street = columns.reference(
          "street", row, to: "street", count: ids.count, &problems),
        let share = columns.number("share", row, in: .amount, &problems)
      else { continue }
      communities.append(.init(name: columns.text("zh", row), street: StreetID(street)))
      shares.append(share)
    }
    for (table, count) in [(value["streets"], ids.count), (value["communities"], shares.count)]
    where problems.isEmpty && !(1...255).contains(count) {
      problems.append(table.problem("the table has \(count) rows", mend: "list 1 to 255"))
    }
    let names = value["street_names"]
    if !names.list.isEmpty, names.list.count != ids.count {
      problems.append(
        names.problem(
          "there are \(names.list.count) names for \(ids.count) streets", mend: "name each street"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    if !names.list.isEmpty { ids = names.list.map(\.text) }
    places = Places(
      streets: streets.table.rows.map { streets.text("zh", $0) }, communities: communities)
    self.streets = Directory("street", ids)
    streetOfCommunity = communities.map(\.street.rawValue)
    self.shares = shares
  }
}
