import Experiments
import Foundation
import Indicators
import ResultFiles
import Scenarios
import Testing

/// Short experiments with the shipped scenarios, through world, core and measures.
struct WorldExperimentTests {
  private let scenarios: TemporaryScenarios

  init() throws {
    scenarios = try TemporaryScenarios()
    try scenarios.write(
      "short",
      """
      extends: huying:baselines/pingshan-2018.yaml
      id: short
      window: {start: 2018-09-22, days: 12, run_in_days: 5}
      """)
  }

  private func measures(_ change: (inout ScenarioSource.Setting) -> Void) throws -> TrialMeasures {
    let source = try scenarios.source(["short"], ["congestion"])
    var setting = try source.setting(ArmIndex(scenario: 0, explanation: 0), at: nil)
    change(&setting)
    return try source.run(setting, seed: 3, replication: 0, cancellation: Cancellation())
  }

  @Test("Misreported categories leave the reference limits of the needs as they are")
  func truthOfNeeds() throws {
    defer { scenarios.remove() }
    let counts = try [0, 0.5].map { share in
      try measures {
        for channel in $0.plan.channels.indices {
          $0.plan.channels[channel].misclassification = share
        }
      }.scalars.need.due
    }
    #expect(counts[0] == counts[1] && counts[0] > 500)
  }

  @Test("A wrong unit that keeps an appeal is no right first dispatch")
  func wrongUnits() throws {
    defer { scenarios.remove() }
    let scalars = try measures {
      for unit in $0.plan.units.indices { $0.plan.units[unit].sendsBack = 0 }
    }.scalars
    #expect(scalars.closedByFirstUnit == scalars.dispatched)
    #expect(Double(scalars.rightAtFirst) < 0.95 * Double(scalars.dispatched))
  }

  private func result(_ source: ScenarioSource, threads: Int) throws -> ExperimentResult {
    let options = ExperimentOptions(
      replications: .fixed(3), seed: 5, threads: threads, assumptionDraws: 2,
      assumptionReplications: 1)
    let experiment = try Experiment(source, options: options)
    let comparison = try experiment.compare()
    return ResultAssembler(
      source: source, comparison: comparison,
      study: try experiment.studyAssumptions(beside: comparison),
      provenance: Provenance(version: "1", toolchain: "t", gslVersion: "2", cpuFeatures: []),
      measured: try MeasuredTable(folder: TemporaryScenarios.root + "/Scenarios/tables/pingshan")
    ).result()
  }

  @Test("One thread and three give the same result in every row, and so does a second run")
  func threads() throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "more", "extends: [huying:reforms/one-more-dispatcher.yaml, short.yaml]\nid: more")
    let source = try scenarios.source(["short", "more"], ["congestion", "unit-habit"])
    let single = try result(source, threads: 1)
    #expect(try result(source, threads: 3) == single)
    #expect(try result(source, threads: 1) == single)
    #expect(single.trials.count > 200)
    #expect(single.estimates.contains { $0.assumptions != nil && $0.noise != nil })
    #expect(!single.groups.isEmpty && !single.posts.isEmpty && !single.histograms.isEmpty)
    #expect(single.daily.count == 2 * 2 * 3 * 12)
    #expect(single.decision.en.contains("assumptions"))
  }

  @Test("An overlay that restates its base gives exactly zero differences")
  func restated() throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "restated",
      """
      extends: short.yaml
      id: restated
      returns: {limit: 2, escalate_from: 2}
      """)
    let result = try result(
      try scenarios.source(["short", "restated"], ["congestion"]), threads: 2)
    #expect(result.differences.count > 15)
    for difference in result.differences {
      #expect(difference.mean == 0, "\(difference.indicator)")
      #expect(difference.noise == Interval(low: 0, high: 0))
    }
    #expect(result.constantIndicators == ExperimentOptions.defaultIndicators)
  }

  @Test(
    "Scenarios that start demand on different days are refused, with the key",
    arguments: [
      ("run_in_days: 6", "window.run_in_days is 5 and 6"),
      ("run_in_days: 5, opening_backlog: 40", "window.opening_backlog is 0 and 40"),
    ])
  func differentStarts(window: String, message: String) throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "other",
      """
      extends: short.yaml
      id: other
      window: {start: 2018-09-22, days: 12, \(window)}
      """)
    let error = #expect(throws: ExperimentError.self) {
      try scenarios.source(["short", "other"], ["congestion"])
    }
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    #expect(error?.exitCode == 78)
  }

  @Test("More dispatchers meet the same needs")
  func sameNeeds() throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "more", "extends: [huying:reforms/one-more-dispatcher.yaml, short.yaml]\nid: more")
    let source = try scenarios.source(["short", "more"], ["congestion"])
    let trials = try (0..<2).map { scenario in
      try source.run(
        try source.setting(ArmIndex(scenario: scenario, explanation: 0), at: nil), seed: 5,
        replication: 0, cancellation: goOn)
    }
    #expect(trials[0].scalars.need.due == trials[1].scalars.need.due)
    let firstContacts = trials.map { $0.scalars.submitted - $0.scalars.repeats }
    #expect(firstContacts[0] == firstContacts[1])
    #expect(trials[0].staff != trials[1].staff)
  }

  @Test("The journal holds every entry of the first replication, and every row can be read back")
  func journal() throws {
    defer { scenarios.remove() }
    let source = try scenarios.source(["short"], ["congestion"])
    let path = scenarios.folder + "/journal.sqlite"
    try JournalKeeper(source: source, seed: 5, cancellation: goOn).write(to: path)
    let trial = try source.run(
      try source.setting(ArmIndex(scenario: 0, explanation: 0), at: nil), seed: 5, replication: 0,
      cancellation: goOn)
    let rows = try JournalFile.count(at: path)
    #expect(rows["submitted"] ?? 0 > trial.scalars.submitted)
    #expect(rows.values.reduce(0, +) >= trial.scalars.entries)
    #expect(rows["closed"] ?? 0 > 0 && rows["breached"] ?? 0 > 0)
  }
}
