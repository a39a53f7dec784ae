import Experiments
import Indicators
import Testing

struct StoppingTests {
  private let rule = StoppingRule(precision: 0.005, relativePrecision: 0.05, confidence: 0.95)

  /// Alternates around `mean` by `spread`.
  private func values(_ count: Int, mean: Double, spread: Double) -> [Double] {
    (0..<count).map { mean + ($0.isMultiple(of: 2) ? spread : -spread) }
  }

  private func comparison(
    _ indicator: String, _ unit: Indicator.Unit, _ values: [Double], level: Double = 1
  ) -> StoppingRule.Comparison {
    .init(indicator: indicator, unit: unit, values: values, level: level)
  }

  @Test("Shares are judged by absolute half-width, hours relative to the baseline's level")
  func units() {
    // 20 values ±0.01: standard error 0.0023, half-width 0.0048 alone.
    let share = comparison("share", .share, values(20, mean: 0.1, spread: 0.01))
    #expect(rule.judge([share]).isReached)
    let wide = comparison("share", .share, values(20, mean: 0.1, spread: 0.012))
    #expect(rule.judge([wide]).tooWide == ["share"])
    let hours = comparison("hours", .hours, values(20, mean: 3, spread: 10), level: 100)
    #expect(rule.judge([hours]).isReached)
    let few = comparison("hours", .hours, values(20, mean: 3, spread: 10), level: 50)
    #expect(rule.judge([few]).tooWide == ["hours"])
  }

  @Test("Several differences must be precise together, which takes more than each alone")
  func jointly() {
    let share = comparison("share", .share, values(20, mean: 0.1, spread: 0.01))
    #expect(rule.judge(Array(repeating: share, count: 10)).tooWide == ["share"])
    let precise = comparison("share", .share, values(20, mean: 0.1, spread: 0.006))
    #expect(rule.judge(Array(repeating: precise, count: 10)).isReached)
  }

  @Test("Constant indicators are named and do not make the others wait")
  func constant() {
    let share = comparison("share", .share, values(20, mean: 0.1, spread: 0.01))
    let same = (0..<9).map { _ in
      comparison("paid", .hours, Array(repeating: 40, count: 20), level: 0)
    }
    let verdict = rule.judge(same + [share])
    #expect(verdict.constant == ["paid"])
    #expect(verdict.isReached)
    let once = comparison("paid", .hours, values(20, mean: 1, spread: 1), level: 100)
    #expect(rule.judge(same + [once]).constant.isEmpty)
  }

  @Test("Fewer than two values say nothing: too wide, never constant", arguments: [0, 1])
  func tooFew(count: Int) {
    let verdict = rule.judge([comparison("share", .share, values(count, mean: 0.1, spread: 0))])
    #expect(verdict.tooWide == ["share"])
    #expect(verdict.constant.isEmpty)
    #expect(!verdict.isReached)
  }

  @Test("Each of several looks asks for more than a single one")
  func looks() {
    let share = comparison("share", .share, values(20, mean: 0.1, spread: 0.01))
    var often = rule
    often.looks = 6
    #expect(rule.judge([share]).isReached)
    #expect(often.judge([share]).tooWide == ["share"])
    #expect(
      ExperimentOptions(replications: .auto(first: 20, cap: 500)).looks
        == [20, 40, 80, 160, 320, 500])
  }

  @Test("Auto looks at 20, 40, 80 and stops as soon as it is precise enough, or at the cap")
  func auto() throws {
    func run(own: Double, cap: Int) throws -> (Int, StoppingRule.Verdict) {
      let source = SyntheticSource(own: own)
      let options = ExperimentOptions(
        replications: .auto(first: 20, cap: cap), indicators: ["on_time_share"], seed: 3)
      let comparison = try Experiment(source, options: options).compare()
      return (
        comparison.sample(ArmIndex(scenario: 1, explanation: 0)).replications, comparison.verdict
      )
    }
    // The difference of two noises has a deviation of own·√2. Six looks at 0.05/6 each make the
    // half-width 2.7·own·√2/√n; at 40 replications a single look would be content.
    let precise = try run(own: 0.004, cap: 640)
    #expect(precise.0 == 20)
    #expect(precise.1.isReached)
    let later = try run(own: 0.0095, cap: 640)
    #expect(later.0 == 80)
    #expect(later.1.isReached)
    let capped = try run(own: 0.05, cap: 50)
    #expect(capped.0 == 50)
    #expect(capped.1.tooWide == ["on_time_share"])
  }
}
