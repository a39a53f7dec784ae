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
      "hold:20/2s", thresholds: ["achieved < 5000", "achieved < 300/s", "p50 > 1h"]
    ) { _, _ in }
    #expect(
      result.verdict.reason.en
        == "achieved < 5000: 480 measured; achieved < 300/s: 240 a second measured.")
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

  @Test("An interrupted run is judged by what it measured", arguments: ["open", "closed"])
  func interrupted(_ model: String) throws {
    let bench = try Bench()
    let load = LoadPlan(
      model: model == "open" ? .open(even: true) : .closed(thinkSeconds: 0.1),
      stages: try StageText.parse("hold:20/60s"), seed: 1)
    let tape = try TapeStream(plan: bench.plan, seed: 1)
    defer { tape.cancel() }
    let windows = ["achieved < 50 over 1s", "achieved < 50 over 30s"]
    var run = try LoadRun(
      plan: load, tape: tape, target: try bench.service(), clock: bench.clock,
      thresholds: try windows.map { try Threshold($0) })
    let stop = run.stop
    run.onSecond = { if $0.second == 2 { stop.request() } }
    let outcome = try run.run(commandsPerAccept: 12)
    func result(_ texts: [String]) throws -> LoadResult {
      outcome.result(Bench.settings, plan: load, thresholds: try texts.map { try Threshold($0) })
    }
    // Not measured yet is no failure of a run that had no time for it.
    let plain = try result(["errors > 0", "reopen.p99 > 1s"])
    #expect(plain.verdict.outcome == .interrupted && plain.verdict.exitCode == 75)
    #expect(plain.settings.seconds >= 3 && plain.settings.seconds < 4 && plain.chainMatches == true)
    #expect(plain.notices.first?.en.hasPrefix("The run was interrupted after 3") == true)
    #expect(try result(["achieved >= 0"]).verdict.outcome == .thresholdFailed)
    // Seconds without load are no seconds of few commands, nor is the one that was cut short.
    let windowed = try result(windows)
    #expect(windowed.verdict.outcome == .interrupted)
    #expect(windowed.thresholds.map(\.state) == [.met, .notMeasured])
  }

  @Test("A command that waits for room when the run is interrupted was not dropped")
  func interruptedBeforeAFullQueue() throws {
    let bench = try Bench()
    let load = LoadPlan(
      model: .open(even: true), stages: try StageText.parse("hold:20/60s"), seed: 1)
    let tape = try TapeStream(plan: bench.plan, seed: 1)
    defer { tape.cancel() }
    let service = try bench.service(capacity: 1, cost: 500_000_000)
    var run = try LoadRun(plan: load, tape: tape, target: service, clock: bench.clock)
    let stop = run.stop
    run.onSecond = { _ in stop.request() }
    let outcome = try run.run(commandsPerAccept: 12)
    let result = outcome.result(Bench.settings, plan: load, thresholds: [])
    let all = try #require(result.operation(LoadOperation.all))
    #expect(all.dropped == 0 && all.offered == all.achieved && all.achieved > 0)
    #expect(result.chainMatches == true && result.verdict.outcome == .interrupted)
  }

  @Test("Memory is judged in the longest stage at one level")
  func memory() throws {
    let result = try result("ramp:0-20/40s,hold:5/50s,spike:40/5s") { _, _ in }
    #expect(result.memory?.window == LoadWindow(from: 40, to: 90))
    let ramp = try self.result("ramp:0-20/60s") { _, _ in }
    #expect(ramp.memory == nil)
  }
}
