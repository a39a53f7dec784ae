import Experiments
import Indicators
import Testing

/// When a difference counts as decided, with trials whose noise is known exactly.
struct DecisionTests {
  /// Every second replication lies `spread` above the mean gain, every other one below.
  private struct Alternating: TrialSource {
    var scenarioCount = 2
    var explanationCount = 1
    var assumptionKeys: [String] { [] }
    var gain: @Sendable (ArmIndex) -> Double
    var spread: @Sendable (ArmIndex) -> Double = { _ in 0 }
    /// Backlog on a day of the window.
    var backlog: @Sendable (ArmIndex, Int) -> Int = { _, _ in 0 }

    func setting(_ arm: ArmIndex, at point: AssumptionPoint?) -> ArmIndex { arm }

    func run(
      _ arm: ArmIndex, seed: UInt64, replication: UInt32, cancellation: Cancellation
    ) -> TrialMeasures {
      var measures = TrialMeasures()
      let sign = replication.isMultiple(of: 2) ? 1.0 : -1.0
      let moved = arm.scenario == 0 ? 0 : gain(arm) + sign * spread(arm)
      measures.scalars.own = TimelyCount(
        due: 1_000_000, onTime: Int(((0.5 + moved) * 1_000_000).rounded()))
      measures.scalars.submitted = 8_400 + 10 * arm.scenario
      measures.daily = (0..<84).map { day in
        var row = DayRow()
        (row.submitted, row.backlog) = (100, backlog(arm, day))
        return row
      }
      measures.scalars.windowMilliseconds = 84
      measures.scalars.backlogMilliseconds = measures.daily.reduce(0) { $0 + Int64($1.backlog) }
      return measures
    }
  }

  private func study(_ source: Alternating, replications: Int = 6) throws -> AssumptionStudy {
    let options = ExperimentOptions(replications: .fixed(replications), assumptionDraws: 0)
    let experiment = try Experiment(source, options: options)
    return try experiment.studyAssumptions(beside: try experiment.compare())
  }

  private func decision(
    _ study: AssumptionStudy, by indicator: String = "on_time_share"
  ) -> Decision {
    Decision(study, indicator: indicator, confidence: 0.95, seed: 1)
  }

  @Test("One replication has no noise to judge by: nothing is decided, every explanation is a set")
  func singleReplication() throws {
    let source = Alternating(explanationCount: 3, gain: { _ in 0.2 })
    let single = decision(try study(source, replications: 1))
    #expect(single.outcome == .undecided)
    #expect(single.wins == 0 && single.losses == 0)
    #expect(single.sets == 3)
    #expect(decision(try study(source, replications: 2)).outcome == .better)
  }

  @Test("Nothing is better by an indicator of which neither more nor less is better")
  func neutral() throws {
    let appeals = decision(try study(Alternating(gain: { _ in 0.1 })), by: "appeals")
    #expect(appeals.best == nil)
    #expect(appeals.outcome == .nothingToCompare)
    #expect(appeals.sets == 1)
  }

  @Test("The best of many scenarios must differ by more than the only one")
  func bestOfMany() throws {
    // Standard error 0.0045 with five degrees of freedom: quantile 2.6 at 5 %, 3.8 at 5/4 %.
    let source = Alternating(
      gain: { $0.scenario == 1 ? 0.014 : 0 }, spread: { _ in 0.01 })
    #expect(decision(try study(source)).wins == 1)
    var many = source
    many.scenarioCount = 5
    let best = decision(try study(many))
    #expect(best.best == 1)
    #expect(best.wins == 0)
  }

  @Test("The noise of one explanation does not hide wins under another")
  func noisyExplanation() throws {
    let source = Alternating(
      explanationCount: 2, gain: { $0.explanation == 0 ? 0.01 : 0 },
      spread: { $0.explanation == 0 ? 0.001 : 0.3 })
    let decision = decision(try study(source))
    #expect(decision.sets == 2)
    #expect(decision.wins == 1)
    #expect(decision.losses == 0)
  }

  @Test("Overloaded sets have no levels: neither in ranges nor in the decision")
  func overloaded() throws {
    let source = Alternating(
      explanationCount: 2, gain: { _ in 0.1 },
      backlog: { arm, day in
        arm.explanation == 0 ? 100 - 20 * arm.scenario : 100 + (10 + 5 * arm.scenario) * day
      })
    let study = try study(source)
    #expect(study.range("backlog_mean", scenario: 0, explanation: 1) == nil)
    #expect(study.differenceRange("backlog_mean", scenario: 1, explanation: 1) == nil)
    #expect(study.differenceRange("backlog_mean", scenario: 1, explanation: 0)?.low == -20)
    #expect(study.differenceRange("on_time_share", scenario: 1, explanation: 1) != nil)
    let backlog = decision(study, by: "backlog_mean")
    #expect(backlog.sets == 1)
    #expect(backlog.outcome == .better)
    #expect(decision(study).sets == 2)
  }
}
