import AppealCore

/// The registry of tags: the standard kinds, those of the document, and rules by leaf.
struct TagBuilder {
  private(set) var registry: TagRegistry

  init(_ value: Value, _ context: MeasureContext, campaigns: Int) throws(ScenarioError) {
    registry = value["standard"].flag ? .standard : TagRegistry()
    try value["kinds"].requireAtMost(64, beside: registry.kinds.count)
    for item in value["kinds"].items {
      let title = item.value["title"].words
      guard registry.tag(item.id) == nil else {
        throw ScenarioError(
          item.value.problem("the kind of tag is registered already", mend: "choose another id"))
      }
      registry.kinds.append(
        TagKind(
          id: item.id, chinese: title.zh, english: title.en,
          rank: item.value.optional("rank").map { UInt8($0.integer) },
          isKey: item.value["key"].flag))
    }
    if let special = registry.tag("special-work") {
      for campaign in 0..<campaigns {
        registry.rules.append(
          TagRule(tag: special, condition: .campaign(CampaignID(campaign))))
      }
    }
    if let table = value.optional("rules") { try append(table, context.form) }
  }

  private mutating func append(_ table: Value, _ form: FormBuilder) throws(ScenarioError) {
    let selection = try LeafTableSelection(table, form, required: ["tag"])
    let kinds = Directory("tag", registry.kinds.map(\.id))
    var problems: [ScenarioProblem] = []
    var leaves: [Int: Set<LeafID>] = [:]
    for (row, selected) in selection.rows {
      let name = selection.columns.text("tag", row)
      guard let tag = kinds.find(name, "tag", row.place, &problems) else { continue }
      leaves[tag, default: []].formUnion(selected)
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    for (tag, leaves) in leaves.sorted(by: { $0.key < $1.key }) where !leaves.isEmpty {
      registry.rules.append(TagRule(tag: TagID(tag), condition: .leaves(leaves)))
    }
  }
}
