/// Finds estimates and differences by name in constant time.
public struct ResultIndex: Sendable {
  private struct Name: Hashable {
    var arm: Arm
    var indicator: String
  }
  private struct PairName: Hashable {
    var arm: Arm
    var baseline: String
    var indicator: String
  }

  /// Every arm in the order in which scenarios, then explanations, are listed.
  public let arms: [Arm]
  private let estimates: [Name: Estimate]
  private let differences: [PairName: Difference]
  private let baselinesByArm: [Arm: [String]]
  private let overloaded: Set<Arm>

  /// Complexity: linear in the number of estimates and differences.
  public init(_ result: ExperimentResult) {
    arms = result.scenarios.flatMap { scenario in
      result.explanations.map { Arm(scenario: scenario.id, explanation: $0.id) }
    }
    var estimates: [Name: Estimate] = [:]
    for row in result.estimates {
      let arm = Arm(scenario: row.scenario, explanation: row.explanation)
      estimates[Name(arm: arm, indicator: row.indicator)] = row
    }
    var differences: [PairName: Difference] = [:]
    var baselines: [Arm: [String]] = [:]
    for row in result.differences {
      let arm = Arm(scenario: row.scenario, explanation: row.explanation)
      differences[PairName(arm: arm, baseline: row.baseline, indicator: row.indicator)] = row
      if baselines[arm]?.contains(row.baseline) != true {
        baselines[arm, default: []].append(row.baseline)
      }
    }
    let order = result.scenarios.map(\.id)
    baselinesByArm = baselines.mapValues { found in order.filter(found.contains) }
    self.estimates = estimates
    self.differences = differences
    overloaded = Set(result.overloaded)
  }

  public func estimate(_ arm: Arm, _ indicator: String) -> Estimate? {
    estimates[Name(arm: arm, indicator: indicator)]
  }

  public func difference(_ arm: Arm, from baseline: String, _ indicator: String) -> Difference? {
    differences[PairName(arm: arm, baseline: baseline, indicator: indicator)]
  }

  /// Scenarios that the arm was compared with, in the order in which they are listed.
  public func baselines(of arm: Arm) -> [String] { baselinesByArm[arm] ?? [] }

  public func isOverloaded(_ arm: Arm) -> Bool { overloaded.contains(arm) }

  /// False for a long-run level of an overloaded arm, which does not exist.
  public func hasLevel(_ arm: Arm, _ indicator: IndicatorRecord) -> Bool {
    !(indicator.isLevel && isOverloaded(arm))
  }
}
