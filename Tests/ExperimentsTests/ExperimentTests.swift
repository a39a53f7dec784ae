import Experiments
import Indicators
import Statistics
import Testing

struct ExperimentTests {
  private func options(_ replications: ExperimentOptions.Replications) -> ExperimentOptions {
    ExperimentOptions(replications: replications, indicators: ["on_time_share"], seed: 7)
  }

  @Test("The number of threads changes nothing, though trials finish out of order")
  func threads() throws {
    let source = SyntheticSource(
      explanationCount: 2, assumptionKeys: ["a"],
      work: { $0.isMultiple(of: 3) ? 400_000 : 10 })
    let runs = try [1, 2, 5].map { threads in
      var options = options(.fixed(12))
      options.threads = threads
      let experiment = try Experiment(source, options: options)
      let comparison = try experiment.compare()
      return (comparison, try experiment.studyAssumptions(beside: comparison))
    }
    for (comparison, study) in runs.dropFirst() {
      for arm in comparison.arms {
        #expect(comparison.sample(arm).values == runs[0].0.sample(arm).values)
        #expect(comparison.sample(arm).total == runs[0].0.sample(arm).total)
      }
      #expect(study.sets.map(\.places) == runs[0].1.sets.map(\.places))
      #expect(
        study.sets.map { $0.samples.map(\.values) }
          == runs[0].1.sets.map { $0.samples.map(\.values) })
    }
    #expect(runs[0].0.sample(ArmIndex(scenario: 1, explanation: 1)).replications == 12)
  }

  @Test("Every replication meets the same noise in both scenarios: differences vary less")
  func paired() throws {
    let comparison = try Experiment(SyntheticSource(), options: options(.fixed(50))).compare()
    let base = comparison.sample(ArmIndex(scenario: 0, explanation: 0))
    let other = comparison.sample(ArmIndex(scenario: 1, explanation: 0))
    let differences = other.differences("on_time_share", from: base)
    #expect(differences.count == 50)
    let paired = RunningMoments(differences)
    #expect(abs(paired.mean - 0.05) < 0.005)
    #expect(paired.variance < RunningMoments(base.defined("on_time_share")).variance / 2)
  }

  @Test("The first failure of a trial ends the experiment with its error")
  func failure() throws {
    struct Failing: TrialSource {
      var scenarioCount: Int { 1 }
      var explanationCount: Int { 1 }
      var assumptionKeys: [String] { [] }
      func setting(_ arm: ArmIndex, at point: AssumptionPoint?) -> Int { 0 }
      func run(
        _ setting: Int, seed: UInt64, replication: UInt32, cancellation: Cancellation
      ) throws -> TrialMeasures {
        if replication >= 3 {
          throw ExperimentError.refused(
            scenario: "s", explanation: "e", reason: "replication \(replication)")
        }
        return TrialMeasures()
      }
    }
    var options = options(.fixed(20))
    options.threads = 3
    let experiment = try Experiment(Failing(), options: options)
    #expect(
      throws: ExperimentError.refused(scenario: "s", explanation: "e", reason: "replication 3")
    ) { try experiment.compare() }
  }

  @Test("A request to stop ends with the code that asks to try again")
  func interrupted() throws {
    let cancellation = Cancellation()
    let source = SyntheticSource(work: { replication in
      if replication == 5 { cancellation.request() }
      return 0
    })
    let experiment = try Experiment(
      source, options: options(.fixed(1_000)), cancellation: cancellation)
    #expect(throws: ExperimentError.interrupted) { try experiment.compare() }
    #expect(ExperimentError.interrupted.exitCode == 75)
  }

  @Test("Options that make no sense are refused by name")
  func invalid() {
    var options = ExperimentOptions(replications: .fixed(0))
    #expect(throws: ExperimentError.self) { try options.validate() }
    options = ExperimentOptions(indicators: ["on_time"])
    #expect(
      throws: ExperimentError.unknownIndicator("on_time", known: Indicator.catalogue.map(\.id))
    ) { try options.validate() }
    options = ExperimentOptions(precision: 0)
    #expect(throws: ExperimentError.self) { try options.validate() }
  }

  @Test("Of many replications only the first keep their daily rows")
  func keptReplications() throws {
    let comparison = try Experiment(SyntheticSource(), options: options(.fixed(130))).compare()
    let sample = comparison.sample(ArmIndex(scenario: 0, explanation: 0))
    #expect(sample.replications == 130)
    #expect(sample.daily.count == Sample.keptReplications)
  }

  @Test("The leading indicator of a comparison is one of which more, or less, is better")
  func leading() {
    let options = ExperimentOptions(indicators: ["appeals", "breaches", "cost"])
    #expect(options.leadingIndicator(scenarios: 2) == "breaches")
    #expect(options.leadingIndicator(scenarios: 1) == "appeals")
    let neutral = ExperimentOptions(indicators: ["appeals", "merged"])
    #expect(neutral.leadingIndicator(scenarios: 2) == "on_time_share_reference")
  }

  @Test("A backlog that grows in both last thirds is overload, a passing surge is not")
  func overload() throws {
    func sample(_ backlog: [Int]) throws -> Bool {
      struct Days: TrialSource {
        var backlog: [Int]
        var scenarioCount: Int { 1 }
        var explanationCount: Int { 1 }
        var assumptionKeys: [String] { [] }
        func setting(_ arm: ArmIndex, at point: AssumptionPoint?) -> Int { 0 }
        func run(
          _ setting: Int, seed: UInt64, replication: UInt32, cancellation: Cancellation
        ) -> TrialMeasures {
          var measures = TrialMeasures()
          measures.daily = backlog.enumerated().map { day, open in
            var row = DayRow()
            row.submitted = 100
            row.backlog = open + Int(replication) * (day % 2)
            return row
          }
          return measures
        }
      }
      let comparison = try Experiment(
        Days(backlog: backlog), options: options(.fixed(4))
      ).compare()
      return comparison.isOverloaded(ArmIndex(scenario: 0, explanation: 0))
    }
    #expect(try sample((0..<90).map { 50 + 10 * $0 }))
    // A weekly cycle that is higher on the last day of each third than on its first.
    #expect(try !sample((0..<90).map { [500, 500, 500, 600, 500, 600, 500][$0 % 7] }))
    #expect(try sample((0..<90).map { 10 * $0 + [0, 0, 0, -300, 0, -300, 0][$0 % 7] }))
    #expect(try !sample((0..<27).map { 50 + 10 * $0 }))
    #expect(try !sample(Array(repeating: 50, count: 90)))
    #expect(try !sample((0..<90).map { $0 < 60 ? 50 + 10 * $0 : 650 }))
    #expect(try !sample((0..<90).map { $0 < 30 ? 50 + 10 * $0 : 350 - $0 }))
  }
}
