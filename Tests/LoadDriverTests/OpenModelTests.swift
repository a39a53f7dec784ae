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

  @Test("After an unknown outcome appeals keep the numbers that the service gives them")
  func renumbers() throws {
    let bench = try Bench()
    let (clean, service) = (try bench.service(), try bench.service())
    _ = try bench.result(try steady(400, 3), clean)
    service.unknownAppeal = 100
    let result = try bench.result(try steady(400, 3), service)
    #expect(result.operation("all")?.errors == 1)
    // Were the numbers after it off by one, nearly all that follows would be refused.
    #expect(service.carriedOut > clean.carriedOut * 97 / 100)
    #expect(result.notes.contains { $0.en.contains("1 appeals never came") })
  }

  @Test("Beyond its patience a full queue drops, and what follows on a missing appeal with it")
  func drops() throws {
    let bench = try Bench()
    // 10,000 commands a second are too much for 1 ms each.
    let service = try bench.service(capacity: 100, cost: 1_000_000)
    var load = try steady(800, 4)
    load.patience = 0.5
    let texts = [
      "p99 > 10s", "p99 > 10s over 2s", "max > 1h", "p99 < 1s", "dispatch.max > 10s",
      "all.service.p99 > 10ms", "dropped < 1",
    ]
    let result = try bench.result(load, service, thresholds: try texts.map { try Threshold($0) })
    let all = try #require(result.operation("all"))
    #expect(all.dropped > all.offered / 2)
    #expect(all.offered == all.achieved + all.dropped)
    #expect(all.errors == 0)
    #expect(result.chainMatches == nil)
    #expect(result.notes.contains { $0.en.contains("never came into the system") })
    // The rest of the tape still finds appeals to be about, and what cannot is not given.
    #expect(service.carriedOut > 1_000)
    #expect(service.refused < service.carriedOut / 3)
    // Those that were answered were so within a second: the others wait for ever.
    #expect(all.intended.maxUs < 1_000_000)
    #expect(
      result.thresholds.map(\.passed) == [false, false, false, true, false, true, true],
      "\(result.thresholds)")
    #expect(result.thresholds[0].isAtLeast && result.thresholds[0].measured == 500_000)
    #expect(result.verdict.outcome == .thresholdFailed)
  }

  @Test("A trial that leaves its answers to a later time did not hold, though all came at last")
  func sustained() throws {
    let bench = try Bench()
    // 1,200 commands a second against 1,000.
    let load = LoadPlan(
      model: .open(even: true), stages: try StageText.parse("warmup:10/1s,hold:100/4s"), seed: 7)
    let outcome = try bench.drive(load, try bench.service(capacity: 1 << 16, cost: 1_000_000))
    let run = TrialRun(
      result: outcome.result(Bench.settings, plan: load, thresholds: []), seconds: 4,
      inTime: outcome.inTime(stage: 1))
    let trial = CapacityTrial(.init(phase: .double, rate: 100), run)
    #expect(!trial.passed && trial.reason.en.contains("in time"))
    #expect(trial.achievedPerSecond < 90)
    let all = try #require(run.result.operation("all"))
    #expect(all.achieved == all.offered)
    let slower = try bench.drive(load, try bench.service(capacity: 1 << 16, cost: 800_000))
    #expect(slower.inTime(stage: 1).isSustained)
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

  @Test("A full queue is no excuse for a driver that oversleeps")
  func lateBeforeAFullQueue() throws {
    let bench = try Bench()
    bench.clock.oversleep = 50_000_000
    let result = try bench.result(
      try steady(200, 3), try bench.service(capacity: 20, cost: 500_000))
    #expect(result.verdict.outcome == .driverLimited)
    #expect(try #require(result.operation("all")).lateness.count > 500)
  }

  private func sums(lateness: Latency = .none, intended: Latency = .none) -> LoadOperation {
    LoadOperation(
      stage: "all", operation: "all", offered: 1, achieved: 1, refused: 0, dropped: 0, errors: 0,
      lateness: lateness, intended: intended, dispatch: .none, service: .none)
  }

  private func latency(_ p99: Int, _ p999: Int, count: Int = 1_000_000) -> Latency {
    Latency(
      count: count, meanUs: Double(p99) / 10, maxUs: 2 * p999,
      percentiles: [.init(percent: 99, us: p99), .init(percent: 99.9, us: p999)])
  }

  @Test("A driver whose thread is busy all the time makes the run void")
  func busyDriver() throws {
    #expect(DriverLimits().fault(sums(), processorShare: 0.95) != nil)
    #expect(DriverLimits().fault(sums(), processorShare: 0.5) == nil)
  }

  @Test("Lateness that makes up the tail of the latency makes the run void; a little does not")
  func lateTail() {
    let limits = DriverLimits()
    func fault(_ own: Latency, _ felt: Latency) -> String? {
      limits.fault(sums(lateness: own, intended: felt), processorShare: 0.1)?.en
    }
    #expect(fault(latency(89, 2_080), latency(3_200, 5_400)) == nil)
    #expect(fault(latency(253, 19_500), latency(30_000, 242_000)) == nil)
    #expect(fault(latency(4_000, 6_000), latency(8_000, 20_000))?.contains("p99 ") == true)
    #expect(fault(latency(100, 25_000), latency(3_000, 40_000))?.contains("p99.9") == true)
    // A few commands make no tail.
    #expect(fault(latency(100, 25_000, count: 5_000), latency(3_000, 40_000)) == nil)
  }
}
