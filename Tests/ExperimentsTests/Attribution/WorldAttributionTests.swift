import Experiments
import Foundation
import ResultFiles
import Scenarios
import Testing

/// Short attributions of shipped levers, through world, core and measures.
struct WorldAttributionTests {
  private let scenarios: TemporaryScenarios

  init() throws {
    scenarios = try TemporaryScenarios()
    try scenarios.write(
      "short",
      """
      extends: huying:baselines/pingshan-2016.yaml
      id: short
      window: {start: 2018-09-22, days: 20, run_in_days: 4}
      """)
  }

  private static let library = ScenarioLibrary(folder: TemporaryScenarios.root + "/Scenarios")

  private func source(
    _ levers: [String], _ explanations: [String] = ["congestion"], days: Int? = 6
  ) throws -> LeverSource {
    try LeverSource(
      library: Self.library, base: scenarios.folder + "/short.yaml",
      levers: levers.map { "\(TemporaryScenarios.root)/Scenarios/levers/\($0).yaml" },
      explanations: explanations, days: days)
  }

  /// Three levers of this test's own, whatever the shipped ones say: fewer enquiries, shorter
  /// limits, one return.
  private func ownSource(_ names: [String], days: Int? = 6) throws -> LeverSource {
    try scenarios.write(
      "progress",
      """
      kind: lever
      id: progress
      behaviour: {citizens: {repeat_enquiry: {assumed: 0.08, range: [0, 0.15]}}}
      """)
    try scenarios.write(
      "limits",
      """
      kind: lever
      id: limits
      structure: {service_levels: {limits: "huying:baselines/limits-2018.csv", scale: {quoted: 1}}}
      """)
    try scenarios.write(
      "order", "kind: lever\nid: order\nstructure: {dispatch: {order: deadline}}")
    return try LeverSource(
      library: Self.library, base: scenarios.folder + "/short.yaml",
      levers: names.map { "\(scenarios.folder)/\($0).yaml" }, explanations: ["congestion"],
      days: days)
  }

  private func result(
    _ source: LeverSource, _ indicators: [String] = ["on_time_share_reference"],
    replications: Int = 2, threads: Int = 2
  ) throws -> AttributionResult {
    let outcome = try Attribution(
      source,
      options: AttributionOptions(
        indicators: indicators, replications: replications, permutations: 2, seed: 5,
        threads: threads)
    ).run()
    return AttributionAssembler(
      source: source, outcome: outcome,
      provenance: Provenance(version: "1", toolchain: "t", gslVersion: "2", cpuFeatures: [])
    ).result()
  }

  @Test("One thread and three give the same document, byte for byte, and so does a second run")
  func threads() throws {
    defer { scenarios.remove() }
    let levers = [
      "03-one-six-n", "05-form-v1", "07-shorter-limits", "13-progress-bar", "14-result-photos",
    ]
    let source = try source(levers, ["congestion", "unit-habit"])
    let single = try AttributionFolder.json(of: result(source, threads: 1))
    #expect(try AttributionFolder.json(of: result(source, threads: 3)) == single)
    #expect(try AttributionFolder.json(of: result(source, threads: 1)) == single)
  }

  @Test("All levers together are what the scenario with all of them says, trial for trial")
  func asCompared() throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "both",
      """
      extends: short.yaml
      id: both
      dispatch: {order: deadline}
      citizens: {repeat_enquiry: {assumed: 0.08, range: [0, 0.15]}}
      """)
    let comparison = try Experiment(
      try scenarios.source(["short", "both"], ["congestion"]),
      options: ExperimentOptions(replications: .fixed(2), seed: 5)
    ).compare()
    let attribution = try result(
      try ownSource(["order", "progress"], days: nil))
    let total = try #require(
      attribution.totals.first { $0.response == .middle })
    let means = (0..<2).map { scenario in
      let values = comparison.sample(ArmIndex(scenario: scenario, explanation: 0))
        .defined("on_time_share_reference")
      return values.reduce(0, +) / Double(values.count)
    }
    #expect(total.without == means[0] && total.with == means[1])
    #expect(means[0] != means[1])
    #expect(attribution.settings.windowStart == "2018-09-22")
  }

  @Test(
    "A range that reaches past the value without the lever is refused, with the value to end it")
  func backwards() throws {
    defer { scenarios.remove() }
    for (range, isRefused) in [("[0, 0.2]", true), ("[0, 0.15]", false)] {
      let file = isRefused ? "far" : "near"
      try scenarios.write(
        file,
        """
        kind: lever
        id: enquiries
        behaviour: {citizens: {repeat_enquiry: {assumed: 0.08, range: \(range)}}}
        """)
      var said = ""
      do {
        _ = try LeverSource(
          library: Self.library, base: scenarios.folder + "/short.yaml",
          levers: ["\(scenarios.folder)/\(file).yaml"], explanations: ["congestion"], days: 6)
      } catch {
        said = "\(error)"
      }
      #expect(
        said
          == (isRefused
            ? "The range of citizens.repeat_enquiry in the lever enquiries reaches 0.2, past 0.15, "
              + "which it is without the lever, so that the low end would respond the other way; "
              + "end the range at 0.15." : ""))
    }
  }

  @Test("Structure only leaves behaviour as it was: a lever of behaviour alone brings nothing")
  func structureOnly() throws {
    defer { scenarios.remove() }
    let result = try result(try ownSource(["progress", "order"]))
    let bare = result.values.filter { $0.lever == "progress" && $0.response == .none }
    #expect(bare.count == 3)
    for value in bare {
      #expect(value.estimate.mean == 0 && value.estimate.interval == Interval(low: 0, high: 0))
    }
    let full = result.values.filter { $0.lever == "progress" && $0.response == .high }
    #expect(full.count == 1 && full[0].estimate.mean != 0)
    let effect = try #require(result.levers.first { $0.id == "progress" }?.effects.first)
    #expect([effect.without, effect.low, effect.middle, effect.high] == [0.15, 0.15, 0.08, 0])
  }

  @Test("A lever that is already in force brings exactly nothing")
  func nothing() throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "same",
      """
      kind: lever
      id: same
      structure: {returns: {limit: 10, escalate_from: 10}}
      behaviour: {citizens: {response: {assumed: 0.1, range: [0.1, 0.1]}}}
      """)
    let source = try LeverSource(
      library: Self.library, base: scenarios.folder + "/short.yaml",
      levers: [
        scenarios.folder + "/same.yaml",
        TemporaryScenarios.root + "/Scenarios/levers/07-deadline-order.yaml",
      ], explanations: ["congestion"], days: 6)
    let result = try result(source)
    let values = result.values.filter { $0.lever == "same" }
    #expect(values.count == 8)
    for value in values { #expect(value.estimate.mean == 0, "\(value.response)") }
    #expect(result.values.contains { $0.lever == "deadline-order" && $0.estimate.mean != 0 })
  }

  @Test("By own limits a lever that changes them has no value; by the reference limits it has")
  func ownLimits() throws {
    defer { scenarios.remove() }
    let result = try result(
      try ownSource(["limits", "order"]),
      ["on_time_share", "on_time_share_reference"])
    func values(_ lever: String, _ indicator: String) -> Int {
      result.values.filter { $0.lever == lever && $0.indicator == indicator }.count
    }
    #expect(values("limits", "on_time_share") == 0)
    #expect(values("limits", "on_time_share_reference") == 3)
    #expect(values("order", "on_time_share") == 3)
    let lever = try #require(result.levers.first { $0.id == "limits" })
    #expect(result.isWithheld(lever, "on_time_share"))
    #expect(result.sentence.en.hasPrefix("Attribution within the model (On time, own limits): "))
    #expect(result.sentence.zh.hasPrefix("模型内归因（"))
  }

  @Test("An end of a range is taken from the last lever that sets the parameter")
  func ends() throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "first",
      "kind: lever\nid: first\nbehaviour: {citizens: {response: {assumed: 0.3, range: [0.2, 0.5]}}}"
    )
    try scenarios.write(
      "second",
      """
      kind: lever
      id: second
      needs: [first]
      behaviour: {citizens: {response: {assumed: 0.4, range: [0.35, 0.6]}}}
      """)
    try scenarios.write(
      "third",
      "kind: lever\nid: third\nneeds: [first]\nstructure: {citizens: {response: {quoted: 0.7}}}")
    let source = try LeverSource(
      library: Self.library, base: scenarios.folder + "/short.yaml",
      levers: ["first", "second", "third"].map { "\(scenarios.folder)/\($0).yaml" },
      explanations: [], days: 6)
    for (response, values) in zip(
      AssumedResponse.allCases,
      [[0.1, 0.1, 0.7], [0.2, 0.35, 0.7], [0.3, 0.4, 0.7], [0.5, 0.6, 0.7]])
    {
      for (places, wanted) in zip([[0], [0, 1], [0, 1, 2]], values) {
        let found = try source.setting(Coalition.of(places), response, explanation: 0)
          .plan.citizens.response
        #expect(found == wanted, "\(places) at \(response)")
      }
    }
  }

  @Test("Groups are printed, and the last days of the window are measured")
  func groups() throws {
    defer { scenarios.remove() }
    let result = try result(try source(["05-form-v1", "07-deadline-order", "05-form-v2"]))
    #expect(result.groups == [["form-v1", "form-v2"]])
    #expect(result.settings.windowStart == "2018-10-06")
    #expect(result.settings.windowEnd == "2018-10-11")
    #expect(result.settings.orders == nil && result.settings.trials > 0)
  }

  @Test("Levers that do not fit together are refused before anything runs, by name")
  func unfit() throws {
    defer { scenarios.remove() }
    try scenarios.write(
      "posts", "kind: lever\nid: posts\nstructure: {dispatch: {structure: one-six-n}}")
    let error = #expect(throws: (any Error).self) {
      try LeverSource(
        library: Self.library, base: scenarios.folder + "/short.yaml",
        levers: [scenarios.folder + "/posts.yaml"], explanations: ["congestion"])
    }
    let sentence = "\(String(describing: error))"
    #expect(sentence.contains("short + posts") && sentence.contains("congestion"), "\(sentence)")
    #expect((error as? ExperimentError)?.exitCode == 78)
    for days in [0, 21] {
      let refused = #expect(throws: ExperimentError.self) {
        try source(["07-deadline-order"], days: days)
      }
      #expect(refused?.description.contains("--days") == true)
    }
  }
}
