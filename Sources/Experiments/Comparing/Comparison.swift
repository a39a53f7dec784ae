import Indicators
import Statistics

/// The samples of all arms, and the questions asked of them.
public struct Comparison: Sendable {
  public let options: ExperimentOptions
  public let scenarioCount: Int
  public let explanationCount: Int
  public private(set) var samples: [ArmIndex: Sample] = [:]
  public internal(set) var verdict = StoppingRule.Verdict()

  init(options: ExperimentOptions, scenarioCount: Int, explanationCount: Int) {
    self.options = options
    self.scenarioCount = scenarioCount
    self.explanationCount = explanationCount
  }

  mutating func add(_ measures: TrialMeasures, to arm: ArmIndex) {
    samples[arm, default: Sample()].add(measures)
  }

  public func sample(_ arm: ArmIndex) -> Sample { samples[arm] ?? Sample() }

  /// The arm that `arm` is compared with: the first scenario under the same explanation.
  public func baseline(of arm: ArmIndex) -> ArmIndex {
    ArmIndex(scenario: 0, explanation: arm.explanation)
  }

  public var arms: [ArmIndex] {
    (0..<scenarioCount).flatMap { scenario in
      (0..<explanationCount).map { ArmIndex(scenario: scenario, explanation: $0) }
    }
  }

  public func isOverloaded(_ arm: ArmIndex) -> Bool {
    Overload.isOverloaded(sample(arm), level: options.confidence)
  }

  /// Asks the stopping rule about all chosen indicators. Levels of overloaded arms do not exist,
  /// so they are not waited for.
  func judged() -> StoppingRule.Verdict {
    let rule = StoppingRule(
      precision: options.precision, relativePrecision: options.relativePrecision,
      confidence: options.confidence, looks: options.looks.count)
    let overloaded = Set(arms.filter(isOverloaded))
    var comparisons: [StoppingRule.Comparison] = []
    for arm in arms where arm.scenario > 0 || scenarioCount == 1 {
      let base = baseline(of: arm)
      for id in options.indicators {
        guard let indicator = Indicator.named(id) else { continue }
        if indicator.isLevel, overloaded.contains(arm) || overloaded.contains(base) { continue }
        let level = RunningMoments(sample(base).defined(id)).mean
        let values =
          scenarioCount == 1
          ? sample(arm).defined(id) : sample(arm).differences(id, from: sample(base))
        comparisons.append(
          .init(indicator: id, unit: indicator.unit, values: values, level: level))
      }
    }
    return rule.judge(comparisons)
  }
}
