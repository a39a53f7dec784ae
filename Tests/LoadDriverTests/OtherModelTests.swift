import CivicTime
import LoadDriver
import ResultFiles
import Testing

@Suite("Closed, shaped and traced models")
struct OtherModelTests {
  @Test("Users wait for their answers: N users never have more than N commands under way")
  func closed() throws {
    let bench = try Bench()
    let load = LoadPlan(
      model: .closed(thinkSeconds: 0.01), stages: try StageText.parse("hold:10/5s"), seed: 7)
    let result = try bench.result(load, try bench.service(cost: 1_000_000))
    let all = try #require(result.operation("all"))
    // The law of response times for one server: N / (think + response), the server's rate at most.
    #expect(all.achieved > 4_000 && all.achieved < 5_001)
    #expect(try #require(all.intended.us(atPercent: 100)) < 12_000)
    #expect(result.chainMatches == true)
    #expect(all.errors == 0 && all.dropped == 0)
  }

  @Test("Users do not wait for ever before a queue that stays full")
  func givesUp() throws {
    let bench = try Bench()
    let service = try bench.service(capacity: 2)
    service.stallAt = bench.clock.time
    service.stall = 1_000_000_000_000
    let load = LoadPlan(
      model: .closed(thinkSeconds: 0.01), stages: try StageText.parse("hold:5/600s"), seed: 7)
    #expect(throws: LoadError.unanswered(2, seconds: 60)) { try bench.drive(load, service) }
  }

  @Test("Users who think dominate the rate where the service is quick")
  func thinking() throws {
    let bench = try Bench()
    let load = LoadPlan(
      model: .closed(thinkSeconds: 1), stages: try StageText.parse("hold:100/20s"), seed: 7)
    let all = try #require(
      try bench.result(load, try bench.service()).operation("all"))
    #expect(abs(Double(all.achieved) - 2_100) < 200)
  }

  @Test("A ramp of users raises the rate")
  func ramp() throws {
    let bench = try Bench()
    let load = LoadPlan(
      model: .closed(thinkSeconds: 0.5), stages: try StageText.parse("ramp:0-100/10s,hold:20/5s"),
      seed: 7)
    let timeline = try bench.result(load, try bench.service()).timeline
    #expect(timeline[9].achieved > 3 * timeline[1].achieved)
    #expect(timeline[13].achieved < timeline[9].achieved / 2)
  }

  @Test("Shaped: commands start at their virtual instants, so many times faster")
  func shaped() throws {
    let bench = try Bench()
    let stage = StagePlan(name: "day", kind: .shaped, level: 1, seconds: 20)
    let load = LoadPlan(model: .shaped(compression: 8_640), stages: [stage], seed: 7)
    let result = try bench.result(load, try bench.service())
    // Ten seconds are a day: some seconds are night, and the staff's are not.
    let offered = result.timeline.prefix(20).map(\.offered)
    #expect(result.chainMatches == true)
    #expect(try #require(offered.max()) > 5 * (offered.min() ?? 0))
    #expect(result.operation("all")?.errors == 0)
  }

  @Test("Traced: the rate follows the trace's arrivals")
  func traced() throws {
    let bench = try Bench()
    // 100 a second for ten seconds, then 400 a second, in virtual seconds 100 times as long.
    var instants: [Instant] = []
    for step in 0..<1_000 { instants.append(Instant(milliseconds: Int64(step) * 1_000)) }
    for step in 0..<2_000 {
      instants.append(Instant(milliseconds: 1_000_000 + Int64(step) * 250))
    }
    let trace = try TraceIntensity(instants: instants.reversed(), speed: 100)
    let stage = StagePlan(name: "trace", kind: .shaped, level: 1, seconds: trace.seconds)
    let load = LoadPlan(model: .trace(trace, speed: 100), stages: [stage], seed: 7)
    let result = try bench.result(load, try bench.service())
    let offered = result.timeline.map(\.offered)
    #expect(abs(offered[4] - 1_200) <= 1)
    #expect(abs(offered[12] - 4_800) <= 1)
    #expect(result.notes.contains { $0.en.contains("not its rows") })
    #expect(load.wantedAccepts == 2_999)
    let cut = LoadPlan(
      model: load.model, stages: LoadPlan.shapedStage("trace", 5), seed: 7)
    #expect(cut.wantedAccepts == 500)
  }

  @Test("A scenario that ends before the schedule makes the run void")
  func tapeOver() throws {
    let bench = try Bench()
    let stage = StagePlan(name: "years", kind: .shaped, level: 1, seconds: 100)
    let load = LoadPlan(model: .shaped(compression: 8_640_000), stages: [stage], seed: 7)
    let result = try bench.result(load, try bench.service(cost: 100))
    #expect(result.verdict.outcome == .driverLimited)
    #expect(result.verdict.reason.en.contains("window ended"))
  }
}
