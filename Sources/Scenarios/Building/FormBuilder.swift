import AppealCore

/// The form in force, and how the leaves of the demand (version 2) look in it.
struct FormBuilder {
  let form: Form
  let responsibility: Responsibility
  /// Names of the classes of limit, in the order of `ServiceLevelTable.classes`.
  let limitClasses: Directory
  /// Codes of the leaves of the form in force, for exceptions in a table of limits.
  let codes: Directory
  /// Leaves of version 2, by which demand is told.
  let demandLeaves: [Form.Leaf]

  init(
    _ value: Value, _ places: PlaceBuilder, _ units: UnitDirectory
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
      codes = second.codes
    case "v1":
      let migration = try MigrationTable(value["migration"].table, first: first, second: second)
      let oldOwners = migration.owners(from: owners.rows)
      form = Form(version: "v1", leaves: first.leaves(classes, value), owners: oldOwners)
      responsibility = Responsibility(formLeaf: migration.oldLeaf, unit: owners.rows)
      codes = first.codes
    default:
      let coarse = CoarseForm(demandLeaves, owners: owners.rows)
      form = coarse.form
      responsibility = Responsibility(formLeaf: coarse.leafOf, unit: owners.rows)
      codes = Directory("leaf", coarse.form.leaves.map(\.level1))
    }
    limitClasses = classes
  }
}

/// A table of leaves (leaf, code, level1, level2, level3, …), numbered in order from 0.
struct LeafTable {
  let codes: Directory
  let classes: [String]
  private let columns: TableColumns

  init(_ table: CSVTable) throws(ScenarioError) {
    columns = try TableColumns(
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
            "level3", "the leaf has no name of its own", mend: "fill all three levels, each path once"))
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
    self.codes = Directory("leaf", codes)
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

/// Without a form: one leaf for each first level, so that limits and work lists still have a name.
private struct CoarseForm {
  let form: Form
  let leafOf: [LeafID]

  init(_ leaves: [Form.Leaf], owners: [[UnitID]]) {
    var names: [String] = []
    var coarse: [Form.Leaf] = []
    var rows: [[UnitID]] = []
    var leafOf: [LeafID] = []
    for (leaf, row) in zip(leaves, owners) {
      if let known = names.firstIndex(of: leaf.level1) {
        leafOf.append(LeafID(known))
        continue
      }
      leafOf.append(LeafID(names.count))
      names.append(leaf.level1)
      coarse.append(
        .init(
          level1: leaf.level1, level2: leaf.level1, level3: leaf.level1,
          legalBasis: leaf.legalBasis, simple: false, evidence: false,
          limitClass: leaf.limitClass))
      rows.append(row)
    }
    form = Form(version: "none", leaves: coarse, owners: rows)
    self.leafOf = leafOf
  }
}
