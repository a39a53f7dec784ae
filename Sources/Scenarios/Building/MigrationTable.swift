import AppealCore

/// The map from leaves of version 1 to version 2 (v1_leaf, v2_leaf, kind, split_off), turned round.
struct MigrationTable {
  /// The leaf of version 1 that stands for each leaf of version 2.
  let oldLeaf: [LeafID]
  /// By leaf of version 1: the one of version 2 that takes its place; of a split, the first.
  let successors: [LeafID]
  /// The leaf of version 2 that a leaf of version 1 became.
  private let newLeaf: [Int?]

  init(_ table: CSVTable, first: LeafTable, second: LeafTable) throws(ScenarioError) {
    let columns = try TableColumns(
      table, required: ["v1_leaf", "v2_leaf"], optional: ["kind", "split_off"])
    var problems: [ScenarioProblem] = []
    var old = [Int?](repeating: nil, count: second.count)
    var new = [Int?](repeating: nil, count: first.count)
    for row in table.rows {
      guard
        let before = columns.integer("v1_leaf", row, in: 0...(first.count - 1), &problems),
        let after = columns.integer("v2_leaf", row, in: 0...(second.count - 1), &problems)
      else { continue }
      old[after] = old[after] ?? before
      if new[before] != nil {
        problems.append(
          row.place.problem(
            "v1_leaf", "the leaf \(before) of version 1 is there twice", mend: "keep one row"))
      }
      new[before] = after
      for part in columns.text("split_off", row).split(separator: " ") {
        if let leaf = Int(part), leaf >= 0, leaf < second.count {
          old[leaf] = old[leaf] ?? before
        } else {
          problems.append(
            row.place.problem(
              "split_off", "\(Printable.value(String(part))) is no leaf of version 2",
              mend: "write numbers of leaves between blanks"))
        }
      }
    }
    if problems.isEmpty, let missing = new.firstIndex(of: nil) {
      problems.append(
        Place(file: table.file).problem(
          "v1_leaf", "the leaf \(missing) of version 1 is missing", mend: "add a row for it"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    newLeaf = new
    successors = new.map { LeafID($0 ?? 0) }
    oldLeaf = Self.completed(old, first, second)
  }

  /// A leaf that version 1 does not know stands where its second level does, or its first: citizens
  /// and posts chose the nearest they had.
  private static func completed(
    _ old: [Int?], _ first: LeafTable, _ second: LeafTable
  ) -> [LeafID] {
    var bySecond: [[String]: [Int]] = [:]
    var byFirst: [String: [Int]] = [:]
    for leaf in 0..<first.count {
      let path = first.path(leaf)
      bySecond[[path[0], path[1]], default: []].append(leaf)
      byFirst[path[0], default: []].append(leaf)
    }
    return old.enumerated().map { leaf, known in
      if let known { return LeafID(known) }
      let path = second.path(leaf)
      let near = bySecond[[path[0], path[1]]] ?? byFirst[path[0]] ?? [0]
      return LeafID(near[leaf % near.count])
    }
  }

  /// Owners of the leaves of version 1: those of the leaves that they became.
  func owners(from rows: [[UnitID]]) -> [[UnitID]] {
    newLeaf.enumerated().map { leaf, new in
      new.map { rows[$0] } ?? rows[oldLeaf.firstIndex { $0.index == leaf } ?? 0]
    }
  }
}
