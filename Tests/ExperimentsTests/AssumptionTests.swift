import Experiments
import Testing

struct AssumptionTests {
  @Test("Together the points have one value in each narrow cell, a slice one in each wide cell")
  func hypercube() {
    let cube = LatinHypercube(parameters: 5, points: 8, slices: 3, seed: 11)
    for parameter in 0..<5 {
      let all = cube.points.joined().map { Int($0[parameter] * 24) }.sorted()
      #expect(all == Array(0..<24))
      for slice in cube.points {
        #expect(slice.map { Int($0[parameter] * 8) }.sorted() == Array(0..<8))
      }
    }
    #expect(cube == LatinHypercube(parameters: 5, points: 8, slices: 3, seed: 11))
    #expect(cube != LatinHypercube(parameters: 5, points: 8, slices: 3, seed: 12))
  }

  private func points(
    _ answer: (_ explanation: Int, _ places: [Double]) -> Double
  ) -> [DecisiveFactor.Point] {
    let cube = LatinHypercube(parameters: 6, points: 8, slices: 3, seed: 5)
    return cube.points.enumerated().flatMap { explanation, slice in
      slice.map { .init(explanation: explanation, places: $0, answer: answer(explanation, $0)) }
    }
  }

  @Test("The factor that moves the answer is found, and none where none does")
  func decisive() {
    let byThird = DecisiveFactor.find(points { _, places in places[2] + 0.1 * places[4] })
    #expect(byThird?.factor == .parameter(2))
    #expect((byThird?.share ?? 0) > 0.8)
    let byReason = DecisiveFactor.find(points { reason, places in Double(reason) + places[0] })
    #expect(byReason?.factor == .explanation)
    #expect(DecisiveFactor.find(points { _, _ in 1 }) == nil)
    // An answer that follows the points in no visible way.
    let scrambled = points { reason, places in
      let mixed = places.reduce(Double(reason) * 0.37) {
        ($0 * 7.3 + $1 * 911).truncatingRemainder(dividingBy: 1)
      }
      return mixed
    }
    #expect(DecisiveFactor.find(scrambled) == nil)
  }

  private func decision(
    explanations: Int = 3, draws: Int = 8,
    gain: @escaping @Sendable (ArmIndex, AssumptionPoint) -> Double
  ) throws -> (Decision, AssumptionStudy) {
    let source = SyntheticSource(
      scenarioCount: 3, explanationCount: explanations, assumptionKeys: ["a", "b", "c"],
      share: { arm, point in arm.scenario == 0 ? 0.8 : 0.8 + gain(arm, point) }, own: 0.001)
    let options = ExperimentOptions(
      replications: .fixed(6), indicators: ["on_time_share"], seed: 9, assumptionDraws: draws)
    let experiment = try Experiment(source, options: options)
    let study = try experiment.studyAssumptions(beside: try experiment.compare())
    return (
      Decision(study, indicator: "on_time_share", confidence: 0.95, seed: 9), study
    )
  }

  @Test("A gain under every set of assumptions is a decision for the best scenario")
  func better() throws {
    let (decision, study) = try decision { arm, point in
      Double(arm.scenario) * 0.02 + 0.02 * (point["b"] ?? 0.5)
    }
    #expect(study.sets.count == 27)
    #expect(decision.best == 2)
    #expect(decision.outcome == .better)
    #expect(decision.wins == 27)
    #expect(decision.decidedBy?.factor == .parameter(1))
    let gain = try #require(decision.gain)
    #expect(abs(gain.lowerBound - 0.041) < 0.004 && abs(gain.upperBound - 0.059) < 0.004)
  }

  @Test("A gain under one explanation and a loss under another is not decided by the data")
  func undecided() throws {
    let (decision, _) = try decision { arm, _ in
      arm.explanation == 0 ? 0.04 : -0.01 * Double(arm.scenario)
    }
    #expect(decision.outcome == .undecided)
    #expect(decision.wins == 9)
    #expect(decision.losses == 18)
    #expect(decision.decidedBy?.factor == .explanation)
  }

  @Test("A loss everywhere says that nothing beats the baseline; no difference is undecided")
  func worse() throws {
    let (worse, _) = try decision { _, _ in -0.03 }
    #expect(worse.outcome == .worse)
    let (same, _) = try decision { _, _ in 0 }
    #expect(same.outcome == .undecided)
    #expect(same.wins < 6 && same.losses < 6)
  }

  @Test("Where lower is better the sign turns")
  func polarity() throws {
    let source = SyntheticSource(
      scenarioCount: 2, share: { arm, _ in 0.8 + 0.05 * Double(arm.scenario) }, own: 0.001)
    let options = ExperimentOptions(
      replications: .fixed(6), indicators: ["on_time_share"], assumptionDraws: 0)
    let experiment = try Experiment(source, options: options)
    let study = try experiment.studyAssumptions(beside: try experiment.compare())
    let share = Decision(study, indicator: "on_time_share", confidence: 0.95, seed: 1)
    #expect(share.outcome == .better)
    // More on time means fewer deadlines missed: better, though the difference is negative.
    let missed = Decision(study, indicator: "breaches", confidence: 0.95, seed: 1)
    #expect(missed.outcome == .better)
    #expect((missed.gain?.lowerBound ?? 0) > 40)
    let none = Decision(study, indicator: "redo_per_appeal", confidence: 0.95, seed: 1)
    #expect(none.wins == 0 && none.losses == 0)
  }

  @Test("Ranges over the sets hold the mean of every set")
  func ranges() throws {
    let (_, study) = try decision { arm, point in
      0.02 * Double(arm.scenario) * (point["a"] ?? 0.5)
    }
    for explanation in 0..<3 {
      let range = try #require(
        study.differenceRange("on_time_share", scenario: 2, explanation: explanation))
      #expect(range.low < 0.005 && range.high > 0.032 && range.high < 0.045)
      #expect(study.range("on_time_share", scenario: 2, explanation: explanation) != nil)
    }
  }
}
