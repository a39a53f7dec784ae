import AppealCore
import AppealWorld
import CivicTime

/// The form in force, and how the leaves of the demand (version 2) look in it.
struct FormBuilder {
  let form: Form
  /// The version that comes into force during the simulation.
  private(set) var edition: FormEdition?
  private(set) var responsibility: Responsibility
  /// Names of the classes of limit, in the order of `ServiceLevelTable.classes`.
  let limitClasses: Directory
  /// Paths of the leaves of all versions, for exceptions in a table of limits.
  let paths: Directory
  /// Leaves of version 2, by which demand is told.
  let demandLeaves: [Form.Leaf]
  /// Leaves of all versions, for complaints about names.
  let knownLeaves: [Form.Leaf]

  /// The leaf of the form in force by path.
  private let leafOfPath: [String: LeafID]

  /// - Parameter exceptions: paths of leaves with a limit of their own in the reference table.
  init(
    _ value: Value, _ places: PlaceBuilder, _ units: UnitDirectory, exceptions: Set<String>
  ) throws(ScenarioError) {
    let second = try LeafTable(value["leaves"].table)
    let first = try LeafTable(value["leaves_v1"].table)
    let classes = Directory(
      "class of limit", Set(second.classes + first.classes).sorted { $0 < $1 })
    demandLeaves = second.leaves(classes, value)
    let owners = try OwnerTable(
      value["owners"].table, leaves: second, units: units, streets: places.streets)
    switch value["version"].text {
    case "v2":
      form = Form(version: "v2", leaves: demandLeaves, owners: owners.rows)
      responsibility = Responsibility(
        formLeaf: demandLeaves.indices.map { LeafID($0) }, unit: owners.rows)
    case "v1":
      let migration = try MigrationTable(value["migration"].table, first: first, second: second)
      let oldOwners = migration.owners(from: owners.rows)
      form = Form(version: "v1", leaves: first.leaves(classes, value), owners: oldOwners)
      responsibility = Responsibility(formLeaf: migration.oldLeaf, unit: owners.rows)
      if value.optional("next") != nil {
        edition = FormEdition(
          form: Form(version: "v2", leaves: demandLeaves, owners: owners.rows),
          successors: migration.successors, derivesDeadlines: value["derives_deadlines"].flag)
      }
    default:
      let coarse = CoarseForm(
        demandLeaves, owners: owners.rows, classes, exceptions)
      form = coarse.form
      responsibility = Responsibility(formLeaf: coarse.leafOf, unit: owners.rows)
    }
    if let table = value.optional("final_units") {
      responsibility.finalUnits = try FinalUnitTable(
        table.table, owners: owners.rows, units: units, streets: places.streets
      ).finalUnits
    }
    limitClasses = classes
    knownLeaves = demandLeaves + first.leaves(classes, value)
    paths = Directory("leaf", knownLeaves.map(\.tablePath))
    leafOfPath = Self.leafOfPath(form, responsibility, demandLeaves)
  }
}

extension FormBuilder {
  /// The leaves of the form in force, then those of its next edition.
  var allLeaves: [Form.Leaf] { form.leaves + (edition?.form.leaves ?? []) }

  /// When the next version comes into force; nil without one.
  ///
  /// - Throws: if a version follows that cannot, or no day is given.
  static func changesAt(
    _ value: Value, _ calendar: CalendarMaker
  ) throws(ScenarioError) -> Instant? {
    guard let next = value.optional("next") else { return nil }
    guard value["version"].text == "v1" else {
      throw ScenarioError(
        next.problem(
          "\(next.text) follows version v1 only, not \(value["version"].text)",
          mend: "set form.version to v1, or take form.next away"))
    }
    guard let text = value.optional("changes_on"), let day = CivilDate(text.text) else {
      throw ScenarioError(
        next.problem(
          "the form does not say when it changes", mend: "add `changes_on: 2018-07-01`"))
    }
    let first = calendar.start.advanced(by: -calendar.runInDays)
    guard day > first else {
      throw ScenarioError(
        text.problem(
          "the form changes before the run-in begins on \(first)",
          mend: "give a later day, or set form.version to \(next.text)"))
    }
    return calendar.zone.startOfDay(day)
  }

  /// The leaf that a path of any version means in the form in force; nil where it has none.
  func leaf(at path: String) -> LeafID? { leafOfPath[path] }

  private static func leafOfPath(
    _ form: Form, _ responsibility: Responsibility, _ demandLeaves: [Form.Leaf]
  ) -> [String: LeafID] {
    var leaves: [String: LeafID] = [:]
    for (leaf, old) in zip(demandLeaves, responsibility.formLeaf) { leaves[leaf.tablePath] = old }
    for (index, leaf) in form.leaves.enumerated() { leaves[leaf.tablePath] = LeafID(index) }
    return leaves
  }
}

/// A table of leaves (leaf, code, level1, level2, level3, …), numbered in order from 0.
struct LeafTable {
  let codes: [String]
  let classes: [String]
  private let columns: TableColumns

  init(_ table: CSVTable) throws(ScenarioError) {
    let columns = try TableColumns(
      table,
      required: [
        "leaf", "code", "level1", "level2", "level3", "legal_basis", "limit_class", "simple",
        "evidence",
      ], optional: ["source", "legal_basis_source"])
    var problems: [ScenarioProblem] = []
    var codes: [String] = []
    var classes: [String] = []
    var paths: Set<[String]> = []
    for (index, row) in table.rows.enumerated() {
      columns.checkNumbering("leaf", row, index, &problems)
      let path = ["level1", "level2", "level3"].map { columns.text($0, row) }
      if path.contains("") || !paths.insert(path).inserted {
        problems.append(
          row.place.problem(
            "level3", "the leaf has no name of its own",
            mend: "fill all three levels, each path once"))
      }
      if columns.text("legal_basis", row).isEmpty {
        problems.append(
          row.place.problem("legal_basis", "the leaf has no legal basis", mend: "name one"))
      }
      _ = columns.flag("simple", row, &problems)
      _ = columns.flag("evidence", row, &problems)
      codes.append(columns.text("code", row))
      classes.append(columns.text("limit_class", row))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    self.columns = columns
    self.codes = codes
    self.classes = classes
  }

  var count: Int { codes.count }

  func path(_ leaf: Int) -> [String] {
    ["level1", "level2", "level3"].map { columns.text($0, columns.table.rows[leaf]) }
  }

  /// The leaves, with the switches of the document for simple leaves and evidence applied.
  func leaves(_ limitClasses: Directory, _ value: Value) -> [Form.Leaf] {
    let simple = value["simple_leaves"].flag
    let evidence = value["evidence"].flag
    return columns.table.rows.enumerated().map { index, row in
      Form.Leaf(
        level1: columns.text("level1", row), level2: columns.text("level2", row),
        level3: columns.text("level3", row), legalBasis: columns.text("legal_basis", row),
        simple: simple && columns.text("simple", row) == "yes",
        evidence: evidence && columns.text("evidence", row) == "yes",
        limitClass: UInt8(limitClasses[classes[index]] ?? 0))
    }
  }
}

extension Form.Leaf {
  /// How a table of limits names the leaf.
  var tablePath: String { "\(level1)/\(level2)/\(level3)" }
}

/// Without a form: one leaf for each first level and limit, so that work lists have a name and the
/// reference limits apply as they would with a form.
private struct CoarseForm {
  let form: Form
  let leafOf: [LeafID]

  init(
    _ leaves: [Form.Leaf], owners: [[UnitID]], _ classes: Directory, _ exceptions: Set<String>
  ) {
    var numbers: [String: Int] = [:]
    var coarse: [Form.Leaf] = []
    var rows: [[UnitID]] = []
    var leafOf: [LeafID] = []
    for (leaf, row) in zip(leaves, owners) {
      let isException = exceptions.contains(leaf.tablePath)
      let name =
        isException ? leaf.level3 : "\(leaf.level1)·\(classes.names[Int(leaf.limitClass)])"
      if let known = numbers[name] {
        leafOf.append(LeafID(known))
        continue
      }
      numbers[name] = coarse.count
      leafOf.append(LeafID(coarse.count))
      coarse.append(
        .init(
          level1: leaf.level1, level2: leaf.level1, level3: name, legalBasis: leaf.legalBasis,
          simple: false, evidence: false, limitClass: leaf.limitClass))
      rows.append(row)
    }
    form = Form(version: "none", leaves: coarse, owners: rows)
    self.leafOf = leafOf
  }
}
