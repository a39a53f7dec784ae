import Experiments
import Foundation
import Indicators
import ResultFiles
import Scenarios
import Synchronization
import Testing

/// Short experiments with the shipped scenarios, through world, core and measures.
struct WorldExperimentTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  private let folder: String
  private static let folders = Atomic(0)

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "huying-\(UInt64.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(
      "short",
      """
      extends: huying:baselines/pingshan-2018.yaml
      id: short
      window: {start: 2018-09-22, days: 12, run_in_days: 5}
      """)
  }

  private func write(_ name: String, _ text: String) throws {
    let titles = "\ntitle: {zh: 短, en: Short}\nsummary: {zh: 短, en: Short}\n"
    try (text + titles).write(
      toFile: "\(folder)/\(name).yaml", atomically: true, encoding: .utf8)
  }

  private func source(_ names: [String], _ explanations: [String]) throws -> ScenarioSource {
    try ScenarioSource(
      library: ScenarioLibrary(folder: Self.root + "/Scenarios"),
      paths: names.map { "\(folder)/\($0).yaml" }, explanations: explanations)
  }

  private func result(_ source: ScenarioSource, threads: Int) throws -> ExperimentResult {
    let options = ExperimentOptions(
      replications: .fixed(3), seed: 5, threads: threads, assumptionDraws: 2,
      assumptionReplications: 1)
    let experiment = try Experiment(source, options: options)
    let comparison = try experiment.compare()
    return ResultAssembler(
      source: source, comparison: comparison, study: try experiment.studyAssumptions(comparison),
      provenance: Provenance(version: "1", toolchain: "t", gslVersion: "2", cpuFeatures: []),
      measured: try MeasuredTable(folder: Self.root + "/Scenarios/tables/pingshan")
    ).result()
  }

  @Test("One thread and three give the same result in every row, and so does a second run")
  func threads() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("more", "extends: [huying:reforms/one-more-dispatcher.yaml, short.yaml]\nid: more")
    let source = try source(["short", "more"], ["congestion", "unit-habit"])
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
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(
      "restated",
      """
      extends: short.yaml
      id: restated
      returns: {limit: 2, escalate_from: 2}
      """)
    let result = try result(try source(["short", "restated"], ["congestion"]), threads: 2)
    #expect(result.differences.count > 15)
    for difference in result.differences {
      #expect(difference.mean == 0, "\(difference.indicator)")
      #expect(difference.noise == Interval(low: 0, high: 0))
    }
    #expect(result.constantIndicators == ExperimentOptions.defaultIndicators)
  }

  @Test("More dispatchers meet the same needs")
  func sameNeeds() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("more", "extends: [huying:reforms/one-more-dispatcher.yaml, short.yaml]\nid: more")
    let source = try source(["short", "more"], ["congestion"])
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
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = try source(["short"], ["congestion"])
    let path = folder + "/journal.sqlite"
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
