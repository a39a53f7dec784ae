import AppealCore
import CivicTime

/// A table of limits (kind, name, limit): by nature, class of complaint, leaf of the form, or node.
struct ServiceLevelBuilder {
  let table: ServiceLevelTable

  /// - Parameter scale: factor on every limit; limits in whole days are rounded up.
  init(
    _ value: Value, scale: Double, urgentUpTo: Milliseconds, _ form: FormBuilder
  ) throws(ScenarioError) {
    let columns = try TableColumns(
      value.table, required: ["kind", "name", "limit"], optional: ["source"])
    var reading = Reading(columns: columns, scale: scale, form: form)
    for row in value.table.rows { reading.read(row) }
    if reading.problems.isEmpty { reading.checkComplete(Place(file: value.table.file)) }
    guard reading.problems.isEmpty else { throw ScenarioError(reading.problems) }
    table = ServiceLevelTable(
      overall: reading.overall, classes: reading.classes.map { $0 ?? .none },
      classed: reading.classed, leaves: reading.leaves, nodes: reading.nodes,
      urgentUpTo: urgentUpTo)
  }
}

private struct Reading {
  let columns: TableColumns
  let scale: Double
  let form: FormBuilder
  var overall: [Nature: Target] = [:]
  var classes: [Target?]
  var classed: Set<Nature> = []
  var leaves: [LeafID: Target] = [:]
  var nodes: [Node: Target] = [:]
  var problems: [ScenarioProblem] = []

  init(columns: TableColumns, scale: Double, form: FormBuilder) {
    self.columns = columns
    self.scale = scale
    self.form = form
    classes = Array(repeating: nil, count: form.limitClasses.count)
  }

  mutating func read(_ row: CSVTable.Row) {
    let name = columns.text("name", row)
    let text = columns.text("limit", row)
    let kind = columns.text("kind", row)
    if kind == "nature", text == "class" {
      if let nature = nature(name, row) { classed.insert(nature) }
      return
    }
    guard let limit = limit(text, row) else { return }
    switch kind {
    case "nature":
      if let nature = nature(name, row) { overall[nature] = limit }
    case "class":
      if let index = form.limitClasses.find(name, "name", row.place, &problems) {
        classes[index] = limit
      }
    case "leaf":
      // A leaf that the form in force does not have says nothing here.
      if form.paths.find(name, "name", row.place, &problems) != nil, let leaf = form.leaf(at: name)
      {
        leaves[leaf] = limit
      }
    case "node":
      let names = Directory("node", Node.allCases.map { "\($0)" })
      if let index = names.find(name, "name", row.place, &problems) {
        nodes[Node.allCases[index]] = limit
      }
    default:
      problems.append(
        row.place.problem(
          "kind", "there is no kind of limit \(Printable.value(kind))",
          mend: "write nature, class, leaf or node"))
    }
  }

  private mutating func nature(_ name: String, _ row: CSVTable.Row) -> Nature? {
    let names = Directory("nature", Nature.allCases.map { "\($0)" })
    return names.find(name, "name", row.place, &problems).map { Nature.allCases[$0] }
  }

  private mutating func limit(_ text: String, _ row: CSVTable.Row) -> Target? {
    guard let target = try? Target(parsing: text), target.isPositive else {
      problems.append(
        row.place.problem(
          "limit", "\(Printable.value(text)) is no limit",
          mend: "write one such as 90min, 4wh, 3wd or none"))
      return nil
    }
    return target.scaled(by: scale)
  }

  mutating func checkComplete(_ place: Place) {
    for nature in Nature.allCases where overall[nature] == nil && !classed.contains(nature) {
      problems.append(
        place.problem("nature", "the nature \(nature) has no limit", mend: "add a row for it"))
    }
    guard !classed.isEmpty else { return }
    for (name, limit) in zip(form.limitClasses.names, classes) where limit == nil {
      problems.append(
        place.problem("class", "the class \(name) has no limit", mend: "add a row for it"))
    }
  }
}

extension ServiceLevelBuilder {
  /// Paths of the leaves with a limit of their own.
  static func exceptions(_ value: Value) throws(ScenarioError) -> Set<String> {
    let columns = try TableColumns(
      value.table, required: ["kind", "name", "limit"], optional: ["source"])
    return Set(
      value.table.rows.filter { columns.text("kind", $0) == "leaf" }
        .map { columns.text("name", $0) })
  }
}

extension Target {
  fileprivate var isPositive: Bool {
    switch self {
    case .elapsed(let span), .working(let span): span > 0
    case .workingDays(let days, _): days > 0
    case .none: true
    }
  }

  /// The limit times a factor; whole days are rounded up, so that none becomes zero.
  fileprivate func scaled(by factor: Double) -> Target {
    if factor == 1 { return self }
    return switch self {
    case .elapsed(let span): .elapsed(max(1, Milliseconds((Double(span) * factor).rounded())))
    case .working(let span): .working(max(1, Milliseconds((Double(span) * factor).rounded())))
    case .workingDays(let days, let rule):
      .workingDays(Int32((Double(days) * factor).rounded(.up)), rule)
    case .none: .none
    }
  }
}
