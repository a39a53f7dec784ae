import ResultFiles

/// A made-up result in the size and shape of a real one: five scenarios, three explanations.
///
/// Deterministic, and in canonical order except for `groups`, `posts` and `assumptions`.
package func makeFixtureResult(replications: Int = 20, days: Int = 365) -> ExperimentResult {
  var builder = FixtureBuilder(replications: replications, days: days)
  return builder.build()
}

struct FixtureBuilder {
  let replications: Int
  let days: Int
  var random = FixtureRandom(20_180_922)
  var result: ExperimentResult

  init(replications: Int, days: Int) {
    self.replications = replications
    self.days = days
    result = ExperimentResult(
      settings: ExperimentSettings(
        seed: 20_180_922, replications: replications, precision: 0.005, confidence: 0.95,
        baseline: FixtureSubjects.baseline, windowStart: "2018-09-22", windowEnd: "2019-09-21"),
      stopping: Stopping(mode: .auto, reached: false, cap: 20, tooWide: ["backlog_mean"]),
      provenance: Provenance(
        version: "0.1.0", toolchain: "Swift 6.3.1", gslVersion: "2.7.1",
        cpuFeatures: ["avx2", "fma"]),
      decision: BilingualText(
        zh: "在 3 组解释的每一组下，“改革包四：融智慧·助治理”都使参照时限下的按时率比基线高 2.7–6.2 个百分点；"
          + "起决定作用的参数是 units.crew.effort_hours。",
        en: "Under 3 of 3 explanations, package 4 raises the on-time share against the reference "
          + "limits by 2.7–6.2 points over the baseline; decided by units.crew.effort_hours."))
  }

  mutating func build() -> ExperimentResult {
    result.scenarios = FixtureSubjects.scenarios
    result.explanations = FixtureSubjects.explanations
    result.indicators = FixtureSubjects.indicators
    result.overloaded = [Arm(scenario: "pingshan-2016", explanation: "congestion")]
    result.constantIndicators = ["paid_hours"]
    addTrials()
    addDifferences()
    for scenario in result.scenarios {
      for explanation in result.explanations {
        let arm = Arm(scenario: scenario.id, explanation: explanation.id)
        addDaily(arm)
        addHeat(arm)
        addHistogram(arm)
        addGroups(arm)
        addPosts(arm)
      }
    }
    addAssumptions()
    addReproduction()
    return result
  }

  func factor(_ arm: Arm, _ indicator: Int) -> Double {
    let full = FixtureSubjects.factors[arm.scenario]?[indicator] ?? 1
    let capacity = arm.scenario.hasSuffix("capacity-plus-10")
    let staffing = capacity && FixtureSubjects.indicators[indicator].id.hasPrefix("paid")
    let strength =
      staffing ? 1 : FixtureSubjects.strength(arm.explanation, capacity: capacity)
    return 1 + (full - 1) * strength
  }

  private mutating func addTrials() {
    let noise = (0..<replications).map { _ in random.normal() }
    for scenario in result.scenarios {
      for explanation in result.explanations {
        let arm = Arm(scenario: scenario.id, explanation: explanation.id)
        var byIndicator = Array(repeating: [Double](), count: result.indicators.count)
        for replication in 0..<replications {
          for (position, indicator) in result.indicators.enumerated() {
            let value = draw(arm, position, shared: noise[replication])
            byIndicator[position].append(value)
            result.trials.append(
              TrialValue(
                scenario: arm.scenario, explanation: arm.explanation, replication: replication,
                indicator: indicator.id, value: value))
          }
        }
        for (position, indicator) in result.indicators.enumerated() {
          let (mean, half) = Self.interval(byIndicator[position])
          result.estimates.append(
            Estimate(
              scenario: arm.scenario, explanation: arm.explanation, indicator: indicator.id,
              n: replications, mean: mean, noise: Interval(low: mean - half, high: mean + half),
              assumptions: Interval(low: mean * 0.97 - half, high: mean * 1.02 + half)))
        }
      }
    }
  }

  private mutating func draw(_ arm: Arm, _ position: Int, shared: Double) -> Double {
    let indicator = result.indicators[position]
    let mean = FixtureSubjects.baselineMeans[position] * factor(arm, position)
    switch indicator.unit {
    case .share: return min(0.999, mean + 0.006 * shared + 0.003 * random.normal())
    case .score: return mean + 0.02 * shared + 0.01 * random.normal()
    case .cost: return mean * (1 + 0.001 * random.normal())
    case .hours where indicator.id == "paid_hours": return mean
    case .count where indicator.id == "appeals": return (mean * (1 + 0.01 * shared)).rounded()
    default: return mean * (1 + 0.05 * shared + 0.02 * random.normal())
    }
  }

  private mutating func addDifferences() {
    let index = ResultIndex(result)
    var values: [Arm: [String: [Double]]] = [:]
    for row in result.trials {
      let arm = Arm(scenario: row.scenario, explanation: row.explanation)
      values[arm, default: [:]][row.indicator, default: []].append(row.value)
    }
    for arm in index.arms where arm.scenario != FixtureSubjects.baseline {
      let base = Arm(scenario: FixtureSubjects.baseline, explanation: arm.explanation)
      for indicator in result.indicators {
        let ours = values[arm]?[indicator.id] ?? []
        let theirs = values[base]?[indicator.id] ?? []
        let (mean, half) = Self.interval(zip(ours, theirs).map { $0 - $1 })
        result.differences.append(
          Difference(
            scenario: arm.scenario, baseline: base.scenario, explanation: arm.explanation,
            indicator: indicator.id, n: ours.count, mean: mean,
            noise: Interval(low: mean - half, high: mean + half),
            assumptions: Interval(
              low: mean - abs(mean) * 0.35 - half, high: mean + abs(mean) * 0.25 + half)))
      }
    }
  }

  /// Mean and half-width with Student's 0.975 quantile for 19 degrees of freedom.
  static func interval(_ values: [Double]) -> (mean: Double, half: Double) {
    let n = Double(values.count)
    guard n > 1 else { return (values.first ?? 0, 0) }
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return (mean, 2.093 * (variance / n).squareRoot())
  }
}
