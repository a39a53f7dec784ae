import AppealCore
import CivicTime

/// Campaigns, from their first day through their last.
struct CampaignBuilder {
  private(set) var campaigns: [Campaign] = []

  init(_ value: Value, _ context: MeasureContext) throws(ScenarioError) {
    try value.requireAtMost(64)
    for item in value.items {
      if let campaign = try Self.campaign(item.value, context) { campaigns.append(campaign) }
    }
  }

  /// Nil where the classes in force are too coarse to tell what falls under it.
  private static func campaign(
    _ value: Value, _ context: MeasureContext
  ) throws(ScenarioError) -> Campaign? {
    let zone = context.calendar.zone
    let days = ["start", "end"].map { CivilDate(value[$0].text) ?? context.calendar.start }
    guard days[0] <= days[1] else {
      throw ScenarioError(
        value["end"].problem(
          "the campaign ends before it begins", mend: "give a last day from \(days[0]) on"))
    }
    var campaign = Campaign(
      name: value["title"].words.zh, from: zone.startOfDay(days[0]),
      until: zone.startOfDay(days[1].advanced(by: 1)),
      streets: try context.places.streets(value["streets"]),
      target: try value.optional("limit")?.target(),
      rank: value.optional("rank").map { UInt8($0.integer) })
    if let leaves = value.optional("leaves") {
      campaign.leaves = try LeafTableSelection(leaves, context.form).leaves
      // No leaves would mean all of them.
      guard !campaign.leaves.isEmpty else {
        if context.form.form.version == "none" { return nil }
        throw ScenarioError(
          leaves.problem(
            "the form in force has none of these classes", mend: "name classes that it has"))
      }
    }
    return campaign
  }
}

extension PlaceBuilder {
  /// The streets of a list of names.
  func streets(_ value: Value) throws(ScenarioError) -> Set<StreetID> {
    var problems: [ScenarioProblem] = []
    let found = value.list.compactMap { name in
      streets.find(name.text, value.key, name.place, &problems).map { StreetID($0) }
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    return Set(found)
  }
}
