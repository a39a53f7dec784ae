import LoadDriver
import ResultFiles
import Testing

@Suite("Verdicts")
struct VerdictTests {
  private func result(
    _ stages: String, thresholds: [String] = [], spoil: (inout RunOutcome, SimulatedService) -> Void
  ) throws -> LoadResult {
    let bench = try Bench()
    let load = LoadPlan(
      model: .open(even: true), stages: try StageText.parse(stages), seed: 1)
    let thresholds = try thresholds.map { try Threshold($0) }
    let service = try bench.service()
    var outcome = try bench.drive(load, service, thresholds: thresholds)
    spoil(&outcome, service)
    return outcome.result(Bench.settings, plan: load, thresholds: thresholds)
  }

  @Test("A store that lost or doubled commands fails the run, whatever else it was")
  func chain() throws {
    let result = try result("hold:20/2s", thresholds: ["p50 > 1h"]) { outcome, _ in
      outcome.chainMatches = false
      // Void says less.
      outcome.processorShare = 1
    }
    #expect(result.verdict.outcome == .wrong && result.verdict.exitCode == 70)
    #expect(result.verdict.reason.en.contains("lost, doubled or out of order"))
    #expect(result.verdict.reason.zh.hasSuffix("。"))
  }

  @Test("A void run is neither passed nor failed")
  func void() throws {
    let result = try result("hold:20/2s", thresholds: ["p50 > 1us"]) { outcome, _ in
      outcome.processorShare = 0.95
    }
    #expect(result.verdict.outcome == .driverLimited && result.verdict.exitCode == 3)
    #expect(result.driver.processorShare == 0.95 && result.driver.processorShareLimit == 0.9)
  }

  @Test("A condition that could not be measured fails the run, with that reason")
  func unmeasured() throws {
    let result = try result("hold:20/2s", thresholds: ["p50 > 1h", "reopen.p99 > 1ms"]) { _, _ in }
    #expect(result.verdict.outcome == .thresholdFailed && result.verdict.exitCode == 2)
    #expect(result.verdict.reason.en == "reopen.p99 > 1ms: nothing was measured.")
    #expect(result.thresholds.map(\.state) == [.met, .notMeasured])
  }

  @Test("A condition that held is told with what was measured")
  func failed() throws {
    let result = try result(
      "hold:20/2s", thresholds: ["achieved < 5000", "submit.achieved < 30/s", "p50 > 1h"]
    ) { _, _ in }
    #expect(
      result.verdict.reason.en
        == "achieved < 5000: 480 measured; submit.achieved < 30/s: 20 a second measured.")
    #expect(result.verdict.reason.zh.hasPrefix("achieved < 5000：实测 480；"))
  }

  @Test("A tape that ends early is said before the numbers, and rates are of its seconds")
  func early() throws {
    let result = try result("hold:20/4s") { outcome, _ in
      outcome.isTapeOver = true
      outcome.seconds = 2
    }
    #expect(result.settings.seconds == 2 && result.measuredSeconds == 2)
    #expect(
      result.notices.first?.en.hasPrefix("The scenario's window ended after 2 s of 4 s") == true)
    #expect(result.timeline.map(\.stage).suffix(2) == [LoadSecond.drain, LoadSecond.drain])
  }

  @Test("Memory is judged in the longest stage at one level")
  func memory() throws {
    let result = try result("ramp:0-20/40s,hold:5/50s,spike:40/5s") { _, _ in }
    #expect(result.memory?.window == LoadWindow(from: 40, to: 90))
    let ramp = try self.result("ramp:0-20/60s") { _, _ in }
    #expect(ramp.memory == nil)
  }
}
