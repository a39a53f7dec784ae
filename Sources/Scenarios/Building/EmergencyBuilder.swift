import AppealCore
import AppealWorld
import CivicTime

/// Emergency mode: its rules, and switches by hand.
struct EmergencyBuilder {
  let rules: EmergencyRules
  private(set) var switches: [ModeSwitch] = []

  init(_ value: Value, _ context: MeasureContext) throws(ScenarioError) {
    // Scattered accounts have no post above them that could take over.
    let district = context.dispatch.district
    rules = EmergencyRules(
      leaves: try LeafTableSelection(value["leaves"], context.form).leaves,
      target: try value["limit"].target(),
      post: value["merge"].flag ? district ?? .none : .none,
      trigger: UInt8(value["trigger"].integer),
      window: .hours(Int64(value["window_hours"].integer)),
      quiet: .hours(Int64(value["quiet_hours"].integer)))
    for item in value["switches"].items {
      let at = item.value["at"]
      guard let instant = context.calendar.instant(at.text) else {
        throw ScenarioError(
          at.problem("this is no local time", mend: "write one such as 2018-09-16T08:00"))
      }
      let named = try context.places.streets(item.value["streets"])
      let streets =
        named.isEmpty ? context.places.streets.names.indices.map { StreetID($0) } : named.sorted()
      let mode: Mode = item.value["mode"].text == "emergency" ? .emergency : .peacetime
      switches += streets.map { ModeSwitch(at: instant, street: $0, mode: mode) }
    }
    switches.sort { ($0.at, $0.street) < ($1.at, $1.street) }
  }
}
