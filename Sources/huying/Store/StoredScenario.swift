import AppealCore
import AppealStore
import CivicTime
import Scenarios

/// The scenario of a store. A store names its document and keeps the hash of all that decides it:
/// so it stays small, cannot be read under other rules, and says which rules it means.
struct StoredScenario {
  let scenario: Scenario
  private let reader: StoreReader

  /// - Parameter named: a document in place of the one the store names, if that has moved.
  /// - Throws: `StoreError.otherPolicy` where the document is another by now, `ScenarioError`.
  init(_ reader: StoreReader, named: String?) throws {
    let identity = reader.identity
    self.reader = reader
    scenario = try ScenarioLibrary().load(
      named ?? identity.scenario, explanation: identity.explanation)
    guard scenario.hash == identity.scenarioHash else {
      throw StoreError.otherPolicy(
        path: reader.path, scenario: identity.scenario, hash: identity.scenarioHash)
    }
  }

  /// The policy of the store: the scenario's, its calendar as long as the store's window needs.
  func policy() throws -> Policy {
    let plan = scenario.plan
    let window = reader.identity.window
    guard window.lowerBound != plan.windowStart || window.upperBound != plan.windowEnd else {
      return plan.policy
    }
    let zone = plan.policy.calendar.zone
    var longer = plan.window
    longer.start = zone.localDateTime(at: window.lowerBound).date
    longer.days = max(
      1,
      Int(zone.localDateTime(at: window.upperBound).date.daysSince1970)
        - Int(longer.start.daysSince1970))
    return try plan.over(longer).policy
  }
}
