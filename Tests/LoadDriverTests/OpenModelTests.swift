import LoadDriver
import ResultFiles
import Testing

@Suite("Open model")
struct OpenModelTests {
  private func steady(_ rate: Double, _ seconds: Double) throws -> LoadPlan {
    LoadPlan(
      model: .open(), stages: try StageText.parse("hold:\(rate)/\(seconds)s"), seed: 7)
  }

  @Test("A run answers as the trial does, command by command and by the chain")
  func followsTheTrial() throws {
    for scenario in ["baselines/pingshan-2018.yaml", "stress/all-measures.yaml"] {
      let bench = try Bench(scenario)
      let result = try bench.result(try steady(1_000, 3), try bench.service())
      let all = try #require(result.operation("all"))
      #expect(result.chainMatches == true)
      #expect(all.errors == 0 && all.dropped == 0)
      #expect(all.offered == all.achieved)
      #expect(abs(Double(all.offered) - 36_000) < 1_000)
      #expect(all.refused > 0)
      let submit = try #require(result.operation("submit"))
      #expect(abs(Double(submit.offered) - 3_000) < 300)
      #expect(result.verdict.outcome == .ok)
      #expect(result.timeline.map(\.offered).reduce(0, +) == all.offered)
      #expect(result.timeline.map(\.achieved).reduce(0, +) == all.achieved)
    }
  }

  @Test("One wrong answer is one error, and the chain still tells the truth about the state")
  func wrongAnswer() throws {
    let bench = try Bench()
    let service = try bench.service()
    service.wrongToken = 500
    let outcome = try bench.result(try steady(200, 1), service)
    #expect(outcome.operation("all")?.errors == 1)
    #expect(outcome.chainMatches == true)
  }

  @Test("An answer that nobody can give ends the comparison")
  func unknownAnswer() throws {
    let bench = try Bench()
    let service = try bench.service()
    service.unknownToken = 500
    let result = try bench.result(try steady(200, 1), service)
    #expect(result.operation("all")?.errors == 1)
    #expect(result.chainMatches == nil)
  }

  @Test("A stall of two seconds shows from the intended start, not in the service time")
  func coordinatedOmission() throws {
    let bench = try Bench()
    let service = try bench.service(capacity: 1 << 16)
    service.stallAt = bench.clock.time + 4_000_000_000
    service.stall = 2_000_000_000
    let result = try bench.result(
      try steady(100, 10), service,
      thresholds: [try Threshold("all.p99 > 1s over 3s"), try Threshold("service.p99.9 > 1ms")])
    let all = try #require(result.operation("all"))
    #expect(all.dropped == 0 && all.errors == 0)
    // A fifth of the commands was meant to start within the stall; their waits are spread evenly.
    #expect(try #require(all.intended.us(atPercent: 99)) > 1_800_000)
    #expect(try #require(all.intended.us(atPercent: 90)) > 900_000)
    #expect(try #require(all.intended.us(atPercent: 75)) < 100_000)
    #expect(try #require(all.service.us(atPercent: 99.99)) < 1_000)
    // Nor is the driver to blame.
    #expect(try #require(all.lateness.us(atPercent: 99)) < 5_000)
    #expect(result.thresholds.map(\.passed) == [false, true])
    let window = try #require(result.thresholds[0].window)
    #expect(window.from >= 3 && window.to <= 9)
    #expect(result.verdict.outcome == .thresholdFailed && result.verdict.exitCode == 2)
  }

  @Test("Beyond its patience a full queue drops, and what follows on a missing appeal with it")
  func drops() throws {
    let bench = try Bench()
    // 10,000 commands a second are too much for 1 ms each.
    let service = try bench.service(capacity: 100, cost: 1_000_000)
    var load = try steady(800, 4)
    load.patience = 0.5
    let result = try bench.result(load, service)
    let all = try #require(result.operation("all"))
    #expect(all.dropped > all.offered / 2)
    #expect(all.offered == all.achieved + all.dropped)
    #expect(all.errors == 0)
    #expect(result.chainMatches == nil)
    #expect(result.notes.contains { $0.en.contains("never submitted") })
    // The rest of the tape still finds appeals to be about.
    #expect(service.carriedOut > 1_000)
    #expect(result.verdict.outcome == .ok)
  }

  @Test("A driver that wakes late makes the run void, whatever the thresholds say")
  func driverLimited() throws {
    let bench = try Bench()
    bench.clock.oversleep = 50_000_000
    let result = try bench.result(
      try steady(20, 3), try bench.service(), thresholds: [try Threshold("all.p50 > 1us")])
    #expect(result.verdict.outcome == .driverLimited)
    #expect(result.verdict.exitCode == 3)
    #expect(result.verdict.reason.en.contains("late by itself"))
  }

  @Test("A driver whose thread is busy all the time makes the run void")
  func busyDriver() throws {
    let all = LoadOperation(
      stage: "all", operation: "all", offered: 1, achieved: 1, refused: 0, dropped: 0, errors: 0,
      lateness: .none, intended: .none, dispatch: .none, service: .none)
    #expect(DriverLimits().fault(all, processorShare: 0.95) != nil)
    #expect(DriverLimits().fault(all, processorShare: 0.5) == nil)
  }
}
