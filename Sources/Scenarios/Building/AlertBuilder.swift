import AppealCore
import CivicTime

/// Alerts: bursts are counted by second-level class; letters go to the bodies of a table.
struct AlertBuilder {
  private(set) var rules: AlertRules

  init(_ value: Value, _ form: FormBuilder) throws(ScenarioError) {
    rules = AlertRules(
      count: UInt8(value["count"].integer), window: .hours(Int64(value["window_hours"].integer)),
      classOfLeaf: Self.classes(form))
    if let table = value.optional("sensitive") {
      rules.sensitive = try LeafTableSelection(table, form).leaves
    }
    if let table = value.optional("oversight") { try appendBodies(table, form) }
  }

  private static func classes(_ form: FormBuilder) -> [UInt16] {
    var numbers: [[String]: Int] = [:]
    return form.allLeaves.map { leaf in
      let path = [leaf.level1, leaf.level2]
      let number = numbers[path] ?? numbers.count
      numbers[path] = number
      return UInt16(number)
    }
  }

  private mutating func appendBodies(_ table: Value, _ form: FormBuilder) throws(ScenarioError) {
    let selection = try LeafTableSelection(table, form, required: ["body"])
    for (row, leaves) in selection.rows {
      let name = selection.columns.text("body", row)
      let known = rules.bodies.firstIndex(of: name)
      guard !name.isEmpty, known != nil || rules.bodies.count < 254 else {
        throw ScenarioError(
          row.place.problem(
            "body", "the row names no body, or a 255th one", mend: "name one of at most 254"))
      }
      let body = known ?? rules.bodies.count
      if known == nil { rules.bodies.append(name) }
      for leaf in leaves { rules.bodyOfLeaf[leaf] = OversightID(body) }
    }
  }
}

/// Prepared answers, one for each leaf that a row means.
struct KnowledgeBuilder {
  let base: KnowledgeBase

  init(_ value: Value, _ form: FormBuilder) throws(ScenarioError) {
    var answers: [KnowledgeBase.Answer] = []
    if let table = value.optional("answers") {
      let selection = try LeafTableSelection(
        table, form, required: ["title"], optional: ["text_key", "natures"])
      var problems: [ScenarioProblem] = []
      var taken: Set<[UInt32]> = []
      for (row, leaves) in selection.rows {
        let columns = selection.columns
        let isKeyed = columns.has("text_key") && !columns.text("text_key", row).isEmpty
        let key =
          isKeyed
          ? columns.integer("text_key", row, in: 0...Int(UInt32.max), &problems) ?? 0 : 0
        let natures = natures(columns, row, &problems)
        for leaf in leaves.sorted() {
          // Two rows may mean the same class where the form in force is coarser.
          guard taken.insert([UInt32(leaf.rawValue), UInt32(key)]).inserted else { continue }
          answers.append(
            .init(
              leaf: leaf, textKey: UInt32(key), title: columns.text("title", row),
              natures: natures))
        }
      }
      guard problems.isEmpty else { throw ScenarioError(problems) }
    }
    base = KnowledgeBase(answers: answers, answersRepeats: value["answers_repeats"].flag)
  }
}

/// The natures that a row names, separated by spaces; an enquiry where it names none.
private func natures(
  _ columns: TableColumns, _ row: CSVTable.Row, _ problems: inout [ScenarioProblem]
) -> Set<Nature> {
  let names = columns.has("natures") ? columns.text("natures", row).split(separator: " ") : []
  guard !names.isEmpty else { return [.enquiry] }
  let known = Directory("nature", Nature.allCases.map { "\($0)" })
  return Set(
    names.compactMap { name in
      known.find(String(name), "natures", row.place, &problems).map { Nature.allCases[$0] }
    })
}
