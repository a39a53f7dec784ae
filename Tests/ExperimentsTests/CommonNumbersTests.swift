import Experiments
import Foundation
import Indicators
import Scenarios
import Statistics
import Testing

/// Common random numbers make paired differences sharper. Long mode: `HUYING_LONG=1`.
struct CommonNumbersTests {
  static let isLong = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1"

  @Test(
    "One dispatcher more at a busy post: the paired difference in mean wait varies at least 30 % less",
    .enabled(if: isLong, "set HUYING_LONG=1 to run 400 trials"))
  func dispatcher() throws {
    let scenarios = try TemporaryScenarios()
    defer { scenarios.remove() }
    let common = """
      window: {start: 2018-09-22, days: 28, run_in_days: 14}
      dispatch:
        effort_hours:
          {assumed: {lognormal: {mean: 0.175, cv: 0.8}}, range: [0.1, 0.2], neutral: 0}
      """
    try scenarios.write(
      "busy",
      """
      extends: huying:baselines/pingshan-2018.yaml
      id: busy
      \(common)
      staff:
        changes:
          - {id: fewer, post: district-centre, shift: office, heads: -1}
      """)
    try scenarios.write(
      "more", "extends: huying:baselines/pingshan-2018.yaml\nid: more\n\(common)")
    let source = try scenarios.source(["busy", "more"], ["congestion"])
    let options = ExperimentOptions(
      replications: .fixed(200), seed: 11,
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let comparison = try Experiment(source, options: options).compare()
    let samples = (0..<2).map { comparison.sample(ArmIndex(scenario: $0, explanation: 0)) }
    let busiest = samples[0].total?.staff.filter { $0.role == .dispatch }
      .compactMap(\.utilisation).max()
    #expect((busiest ?? 0) >= 0.8)
    let reduction = try VarianceReduction(
      pairs: samples[1].defined("dispatch_wait_hours"), samples[0].defined("dispatch_wait_hours"))
    #expect(reduction.lowerBound > 0.3, "\(reduction)")
  }
}
