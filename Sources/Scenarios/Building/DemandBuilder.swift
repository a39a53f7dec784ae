import AppealCore
import CivicTime
import Demand

/// The plan of demand, from the computed tables of the trace and the planner's volume.
struct DemandBuilder {
  let value: Value
  let places: PlaceBuilder
  let leafCount: Int
  let calendar: CalendarMaker

  /// - Parameter volume: from the planner's table.
  func plan(volume: Double) throws(ScenarioError) -> DemandPlan {
    let model = try DemandModel(value["model"].table)
    let rates = try rates()
    let weights = try PlaceWeights(
      value["places"].table, leafCount: leafCount, communityCount: places.shares.count)
    let natures = try natures()
    let season = try season()
    let surges = try surges()
    do {
      return try DemandPlan(
        volume: volume * value["volume_scale"].number, utcOffsetSeconds: calendar.utcOffset,
        rates: rates, season: season, busynessShape: model.busynessShape,
        hourShape: model.hourShape,
        repeats: model.repeats(
          late: value["late_repeats"].number, afterDays: value["late_repeat_days"].number),
        places: weights.all, leafCount: leafCount, natureShares: natures,
        communityShares: places.shares, streetOfCommunity: places.streetOfCommunity,
        sitesPerCommunity: value["sites"].integer, surges: surges)
    } catch {
      throw ScenarioError(
        value.place.problem(
          value.key, sentence: error.description, mend: "change what this section says"))
    }
  }

  /// The city's polling job.
  func polling() throws(ScenarioError) -> PollingPlan {
    try DemandModel(value["model"].table).polling(value["polling_hours"].table)
  }

  private func rates() throws(ScenarioError) -> [Double] {
    let columns = try TableColumns(
      value["profile"].table, required: ["day_class", "hour", "rate"])
    let classes = Directory("class of day", DayClass.allCases.map { "\($0)" })
    var problems: [ScenarioProblem] = []
    var rates = [Double?](repeating: nil, count: classes.count * 24)
    for row in columns.table.rows {
      guard
        let kind = classes.find(
          columns.text("day_class", row), "day_class", row.place, &problems),
        let hour = columns.integer("hour", row, in: 0...23, &problems),
        let rate = columns.number("rate", row, in: .amount, &problems)
      else { continue }
      rates[kind * 24 + hour] = rate
    }
    if problems.isEmpty, let hole = rates.firstIndex(of: nil) {
      problems.append(
        Place(file: columns.table.file).problem(
          "rate", "there is no rate for \(classes.names[hole / 24]), hour \(hole % 24)",
          mend: "add a row for it"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    return rates.map { $0 ?? 0 }
  }

  private func natures() throws(ScenarioError) -> [Double] {
    let names = Nature.allCases.map { "\($0)" }
    let columns = try TableColumns(value["natures"].table, required: ["leaf"] + names)
    var problems: [ScenarioProblem] = []
    var shares: [Double] = []
    for (index, row) in columns.table.rows.enumerated() {
      columns.checkNumbering("leaf", row, index, &problems)
      for name in names {
        shares.append(columns.number(name, row, in: .share, &problems) ?? 0)
      }
    }
    if problems.isEmpty, columns.table.rows.count != leafCount {
      problems.append(
        Place(file: columns.table.file).problem(
          "leaf", "there are \(columns.table.rows.count) leaves, the form has \(leafCount)",
          mend: "give one row for each leaf"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    return shares
  }

  private func season() throws(ScenarioError) -> [Double] {
    let columns = try TableColumns(
      value["season"].table, required: ["month", "factor"], isOpen: true)
    var problems: [ScenarioProblem] = []
    var months: [Double] = []
    for row in columns.table.rows {
      months.append(columns.number("factor", row, in: 0.01...100, &problems) ?? 1)
    }
    if problems.isEmpty, months.count != 12 {
      problems.append(
        value["season"].problem(
          "the season has \(months.count) months", mend: "give 12, January first"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    let strength = value["season_strength"].number
    return months.map { max(0.01, 1 + strength * ($0 - 1)) }
  }

  private func surges() throws(ScenarioError) -> [Surge] {
    var surges: [Surge] = []
    for item in value["surges"].items {
      let columns = try TableColumns(item.value["factors"].table, required: ["day", "factor"])
      var problems: [ScenarioProblem] = []
      var factors: [Double] = []
      for (index, row) in columns.table.rows.enumerated() {
        columns.checkNumbering("day", row, index, &problems)
        let factor = columns.number("factor", row, in: 1...1_000, &problems) ?? 1
        factors.append(1 + item.value["strength"].number * (factor - 1))
      }
      guard problems.isEmpty else { throw ScenarioError(problems) }
      let weights = try PlaceWeights(
        item.value["places"].table, leafCount: leafCount, communityCount: places.shares.count)
      surges.append(
        Surge(
          firstDay: CivilDate(item.value["start"].text) ?? CivilDate(daysSince1970: 0),
          factors: factors, places: weights.all))
    }
    return surges
  }
}

/// Weights of leaves by community (leaf, community, weight); `*` is every community by its share.
struct PlaceWeights {
  let all: [PlaceWeight]

  init(_ table: CSVTable, leafCount: Int, communityCount: Int) throws(ScenarioError) {
    let columns = try TableColumns(table, required: ["leaf", "community", "weight"])
    var problems: [ScenarioProblem] = []
    var all: [PlaceWeight] = []
    for row in table.rows {
      let isEverywhere = columns.text("community", row) == "*"
      guard let leaf = columns.reference("leaf", row, to: "leaf", count: leafCount, &problems),
        let weight = columns.number("weight", row, in: .amount, &problems),
        let community = isEverywhere
          ? 0
          : columns.reference(
            "community", row, to: "community", count: communityCount, &problems)
      else { continue }
      all.append(
        PlaceWeight(
          leaf: UInt16(leaf), community: isEverywhere ? nil : UInt8(community), weight: weight))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    self.all = all
  }
}
