import AppealWorld
import Indicators
import Scenarios

/// Trials of scenario documents in the simulated world.
public struct ScenarioSource: TrialSource {
  /// `scenarios[scenario][explanation]`, with the values as stated.
  public let scenarios: [[Scenario]]
  public let assumptionKeys: [String]
  private let library: ScenarioLibrary
  private let paths: [String]
  private let explanations: [String?]

  /// What a trial needs: the plan, and how it is measured.
  public struct Setting: Sendable {
    public var plan: WorldPlan
    public var measures: MeasurePlan
    /// Names for messages.
    public var scenario: String
    public var explanation: String
  }

  /// Loads every scenario under every explanation.
  ///
  /// - Parameters:
  ///   - paths: of the scenarios; the first is the baseline.
  ///   - explanations: names or paths; none means the scenarios as they stand.
  /// - Throws: `ScenarioError`, or `ExperimentError` if they do not fit together.
  public init(
    library: ScenarioLibrary, paths: [String], explanations: [String]
  ) throws {
    guard !paths.isEmpty else { throw ExperimentError.nothingToRun }
    self.library = library
    self.paths = paths
    self.explanations = explanations.isEmpty ? [nil] : explanations.map { $0 }
    let reasons = self.explanations
    scenarios = try paths.map { path in
      try reasons.map { try library.load(path, explanation: $0) }
    }
    assumptionKeys = Self.keys(scenarios.joined())
    try checkTogether()
  }

  /// Keys of assumed parameters with a range, in the order of first appearance.
  private static func keys(_ scenarios: some Sequence<Scenario>) -> [String] {
    var seen: Set<String> = []
    return scenarios.flatMap(\.assumptions)
      .filter { $0.low < $0.high && seen.insert($0.key).inserted }
      .map(\.key)
  }

  private func checkTogether() throws(ExperimentError) {
    guard let first = scenarios[0].first else { throw .nothingToRun }
    var ids: Set<String> = []
    for row in scenarios {
      guard let scenario = row.first else { continue }
      guard ids.insert(scenario.id).inserted else { throw .duplicateScenario(scenario.id) }
      for arm in row { try Self.checkDays(first, arm) }
    }
  }

  /// Arms meet the same needs only if their demand starts on the same day, and they measure the
  /// same days.
  private static func checkDays(
    _ first: Scenario, _ other: Scenario
  ) throws(ExperimentError) {
    let (window, wanted) = (other.plan.window, first.plan.window)
    guard window.start == wanted.start, window.days == wanted.days else {
      throw .differentWindows(first.id, other.id)
    }
    guard window.runInDays == wanted.runInDays else {
      throw .differentStarts(
        first.id, other.id, key: "window.run_in_days",
        values: "\(wanted.runInDays) and \(window.runInDays)")
    }
    guard window.openingBacklog == wanted.openingBacklog else {
      throw .differentStarts(
        first.id, other.id, key: "window.opening_backlog",
        values: "\(wanted.openingBacklog) and \(window.openingBacklog)")
    }
  }

  public var scenarioCount: Int { scenarios.count }
  public var explanationCount: Int { explanations.count }

  public func setting(_ arm: ArmIndex, at point: AssumptionPoint?) throws -> Setting {
    let stated = scenarios[arm.scenario][arm.explanation]
    guard let point else { return Self.setting(stated) }
    // Only what the scenario itself assumes; the place in its own range.
    var values: [String: Double] = [:]
    for parameter in stated.assumptions where parameter.low < parameter.high {
      guard let place = point[parameter.key] else { continue }
      values[parameter.key] = parameter.low + place * (parameter.high - parameter.low)
    }
    let scenario = try library.load(
      paths[arm.scenario], explanation: explanations[arm.explanation], settings: values)
    return Self.setting(scenario)
  }

  /// How a loaded scenario is run and measured.
  public static func setting(_ scenario: Scenario) -> Setting {
    let window = scenario.plan.window
    return Setting(
      plan: scenario.plan,
      measures: MeasurePlan(
        start: window.start, days: window.days, policy: scenario.plan.policy,
        reference: scenario.reference, promoted: scenario.promoted),
      scenario: scenario.id, explanation: scenario.explanation?.id ?? "")
  }

  public func run(
    _ setting: Setting, seed: UInt64, replication: UInt32, cancellation: Cancellation
  ) throws -> TrialMeasures {
    try WorldTrial.run(setting, seed: seed, replication: replication, cancellation: cancellation)
  }
}
