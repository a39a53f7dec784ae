/// What a planner edits of the demand: volume and channel mix (item, value).
struct DemandTable {
  let volume: Double
  private let shares: [(id: String, share: Double, place: Place)]
  private let place: Place

  init(_ table: CSVTable) throws(ScenarioError) {
    let columns = try TableColumns(
      table, required: ["item", "value"], optional: ["source", "note"])
    place = Place(file: table.file)
    var problems: [ScenarioProblem] = []
    var volume: Double?
    var shares: [(id: String, share: Double, place: Place)] = []
    for row in table.rows {
      let item = columns.text("item", row)
      guard let value = columns.number("value", row, in: 0...1e6, &problems) else { continue }
      if item == "volume" {
        volume = value
      } else if shares.contains(where: { $0.id == item }) {
        problems.append(
          row.place.problem(
            "item", "the channel \(Printable.value(item)) is there twice", mend: "keep one row"))
      } else {
        shares.append((item, value, row.place))
      }
    }
    if volume == nil, problems.isEmpty {
      problems.append(
        place.problem("volume", "the volume is missing", mend: "add the row `volume,1`"))
    }
    guard problems.isEmpty, let volume else { throw ScenarioError(problems) }
    self.volume = volume
    self.shares = shares
  }

  /// The shares of the channels of a scenario, in their order, scaled to sum to 1.
  func shares(of channels: Directory) throws(ScenarioError) -> [Double] {
    var problems: [ScenarioProblem] = []
    var result = [Double?](repeating: nil, count: channels.count)
    for (id, share, place) in shares {
      if let channel = channels.find(id, "item", place, &problems) { result[channel] = share }
    }
    for (id, share) in zip(channels.names, result) where share == nil {
      problems.append(
        place.problem(
          "item", "the channel \(Printable.value(id)) is missing", mend: "add a row for it"))
    }
    let total = result.reduce(0) { $0 + ($1 ?? 0) }
    if problems.isEmpty, total <= 0 {
      problems.append(
        place.problem("item", "no channel has a share", mend: "give one a value above 0"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    return result.map { ($0 ?? 0) / total }
  }
}
