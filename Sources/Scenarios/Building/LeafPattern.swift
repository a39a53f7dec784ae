import AppealCore

/// A row that names leaves by their levels (level1, level2, level3); an empty level is any.
struct LeafPattern {
  let levels: [String]

  static let required = ["level1"]
  static let optional = ["level2", "level3"]

  func matches(_ leaf: Form.Leaf) -> Bool {
    zip(levels, [leaf.level1, leaf.level2, leaf.level3]).allSatisfy { $0.isEmpty || $0 == $1 }
  }
}

/// A table of patterns, each with the leaves that it means in the form in force and in its next
/// edition.
struct LeafTableSelection {
  let columns: TableColumns
  private(set) var rows: [(row: CSVTable.Row, leaves: Set<LeafID>)] = []

  /// - Throws: for a level that no version of the form has.
  init(
    _ value: Value, _ form: FormBuilder, required: [String] = [], optional: [String] = []
  ) throws(ScenarioError) {
    columns = try TableColumns(
      value.table, required: required + LeafPattern.required,
      optional: optional + LeafPattern.optional + ["source"])
    var problems: [ScenarioProblem] = []
    for row in value.table.rows {
      let names = ["level1", "level2", "level3"]
      let pattern = LeafPattern(levels: names.map { columns.text($0, row) })
      if let problem = form.complaint(about: pattern, names, row.place) {
        problems.append(problem)
      } else {
        rows.append((row, form.leaves(pattern)))
      }
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
  }

  /// The leaves of all rows.
  var leaves: Set<LeafID> { rows.reduce(into: []) { $0.formUnion($1.leaves) } }
}

extension FormBuilder {
  /// The leaves of the form in force that a pattern means, and those of its next edition.
  ///
  /// Without a form, a coarse class is meant where most of what it stands for is.
  func leaves(_ pattern: LeafPattern) -> Set<LeafID> {
    guard form.version != "none" else { return coarseLeaves(pattern) }
    let all = allLeaves
    return Set(all.indices.filter { pattern.matches(all[$0]) }.map { LeafID($0) })
  }

  private func coarseLeaves(_ pattern: LeafPattern) -> Set<LeafID> {
    var balance = [Int](repeating: 0, count: form.leaves.count)
    for (leaf, coarse) in zip(demandLeaves, responsibility.formLeaf) {
      balance[coarse.index] += pattern.matches(leaf) ? 1 : -1
    }
    return Set(balance.indices.filter { balance[$0] > 0 }.map { LeafID($0) })
  }

  /// What is wrong with a pattern that no leaf of any version answers to; nil if nothing.
  func complaint(
    about pattern: LeafPattern, _ columns: [String], _ place: Place
  ) -> ScenarioProblem? {
    var known = knownLeaves
    for (depth, name) in pattern.levels.enumerated() {
      let level: (Form.Leaf) -> String = { [$0.level1, $0.level2, $0.level3][depth] }
      if name.isEmpty {
        guard depth == 0 else { continue }
        return place.problem(
          columns[0], "the first level is empty", mend: "name a class of the form")
      }
      let left = known.filter { level($0) == name }
      if left.isEmpty {
        var seen: Set<String> = []
        let names = known.map(level).filter { seen.insert($0).inserted }
        return place.problem(
          columns[depth], "the form has no class \(Printable.value(name)) there",
          mend: Suggestion.mend(name, among: names, verb: "there are"))
      }
      known = left
    }
    return nil
  }
}
