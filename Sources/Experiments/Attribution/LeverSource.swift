import AppealWorld
import Indicators
import Scenarios

/// Trials of a scenario with levers, in the simulated world.
public struct LeverSource: CoalitionSource {
  public let levers: LeverSet
  /// The scenario without levers, by explanation.
  public let base: [Scenario]
  /// `effects[explanation][lever]`: assumed responses beside the values without the lever.
  public let effects: [[[LeverEffect]]]
  /// The days that are measured.
  public let window: Window
  private let library: ScenarioLibrary
  private let path: String
  private let explanations: [String?]

  public typealias Setting = ScenarioSource.Setting

  /// Days that are measured unless more are asked for: thirteen weeks.
  public static let usualDays = 91

  /// Loads the scenario with each lever on what it needs, without it, and with all of them, so that
  /// what does not fit together is found before anything runs.
  ///
  /// - Parameters:
  ///   - days: the last ones of the scenario's window; nil for 91, or for its own if they are fewer.
  /// - Throws: `ScenarioError`, or `ExperimentError` if levers do not fit together.
  public init(
    library: ScenarioLibrary, base path: String, levers files: [String], explanations: [String],
    days: Int? = nil
  ) throws {
    guard !files.isEmpty else { throw ExperimentError.nothingToRun }
    self.library = library
    self.path = path
    self.explanations = explanations.isEmpty ? [nil] : explanations.map { $0 }
    var levers: [Lever] = []
    for file in files { levers.append(try library.lever(file)) }
    let set = try LeverSet(levers)
    self.levers = set
    base = try self.explanations.map { try library.load(path, explanation: $0) }
    window = try Self.window(base[0].plan.window, days)
    effects = try self.explanations.map { explanation in
      try set.levers.indices.map { place in
        let needs = set.allNeeds[place].sorted().map { set.levers[$0] }
        return try library.effects(
          of: set.levers[place], needs: needs, on: path, explanation: explanation)
      }
    }
    try checkRanges()
    try checkTogether()
  }

  /// No end of a range lies where people respond the other way.
  private func checkRanges() throws(ExperimentError) {
    for places in effects {
      for (place, items) in places.enumerated() {
        for effect in items where effect.reachesBackwards {
          throw .backwards(
            lever: levers.levers[place].id, key: effect.key, end: effect.low,
            without: effect.without)
        }
      }
    }
  }

  private static func window(_ whole: Window, _ days: Int?) throws(ExperimentError) -> Window {
    let days = days ?? min(usualDays, whole.days)
    guard days >= 1, days <= whole.days else {
      throw .invalid(
        option: "--days", value: "\(days)",
        mend: "give a whole number from 1 to \(whole.days), the days of the scenario's window")
    }
    var window = whole
    window.start = whole.start.advanced(by: whole.days - days)
    window.days = days
    return window
  }

  private func checkTogether() throws {
    let players = try Players(direct: levers.needs)
    let all = Coalition.all(players.count)
    for explanation in explanations.indices {
      for place in 0..<players.count {
        _ = try setting(players.needs[place].with(place), .middle, explanation: explanation)
        _ = try setting(
          all.subtracting(players.dependants(of: place)), .middle, explanation: explanation)
      }
      for response in AssumedResponse.allCases {
        _ = try setting(all, response, explanation: explanation)
      }
    }
  }

  public var explanationCount: Int { explanations.count }
  public var needs: [[Int]] { levers.needs }

  public var behavioural: Coalition {
    Coalition.of(levers.levers.indices.filter { !levers.levers[$0].behaviourKeys.isEmpty })
  }

  public func setting(
    _ coalition: Coalition, _ response: AssumedResponse, explanation: Int
  ) throws -> Setting {
    let chosen = coalition.places
    let members = chosen.map { levers.levers[$0] }
    do throws(ScenarioError) {
      var scenario = try library.load(
        path, levers: members, withBehaviour: response != .none,
        explanation: explanations[explanation],
        settings: settings(chosen, response, explanation))
      scenario.plan.window = window
      return ScenarioSource.setting(scenario)
    } catch {
      guard !members.isEmpty else { throw error }
      throw ExperimentError.refused(
        scenario: ([base[explanation].id] + members.map(\.id)).joined(separator: " + "),
        explanation: explanations[explanation] ?? "no explanation", reason: "\(error)")
    }
  }

  /// Values of the behavioural parameters at an end of their ranges. Of several levers that set a
  /// key, the last one's.
  private func settings(
    _ places: [Int], _ response: AssumedResponse, _ explanation: Int
  ) -> [String: Double] {
    guard response == .low || response == .high else { return [:] }
    var values: [String: Double] = [:]
    for place in places {
      for key in levers.levers[place].structureKeys { values[key] = nil }
      for effect in effects[explanation][place] { values[effect.key] = effect.value(response) }
    }
    return values
  }

  public func run(
    _ setting: Setting, seed: UInt64, replication: UInt32, cancellation: Cancellation
  ) throws -> TrialMeasures {
    try WorldTrial.run(setting, seed: seed, replication: replication, cancellation: cancellation)
  }
}
