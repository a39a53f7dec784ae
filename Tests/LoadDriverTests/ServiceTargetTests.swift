import AppealCore
import AppealService
import LoadDriver
import ResultFiles
import Testing

/// Keeps nothing: for tests of what lies in front of a log.
private final class ForgetfulLog: DurableLog {
  func commit(_ journal: borrowing JournalBuffer, core: borrowing AppealCore) throws {}
  func appeal(withReference reference: UInt64) throws -> AppealNumber? { nil }
}

@Suite("The real service as target")
struct ServiceTargetTests {
  @Test("A run against the threaded service in real time follows the trial to the last command")
  func follows() throws {
    let bench = try Bench()
    let policy = bench.plan.policy
    let service = try AppealService(
      OpenedLog(log: ForgetfulLog(), core: try AppealCore(policy: policy)), clock: .requests,
      reopen: { OpenedLog(log: ForgetfulLog(), core: try AppealCore(policy: policy)) })
    let load = LoadPlan(model: .open(), stages: try StageText.parse("hold:300/2s"), seed: 5)
    let tape = try TapeStream(plan: bench.plan, seed: 5)
    defer { tape.cancel() }
    var run = try LoadRun(
      plan: load, tape: tape, target: ServiceTarget(service), clock: MonotonicClock())
    let outcome = try run.run(commandsPerAccept: 12)
    let result = outcome.result(Bench.settings, plan: load, thresholds: [])
    service.stop()
    let all = try #require(result.operation("all"))
    #expect(result.chainMatches == true)
    #expect(all.errors == 0 && all.achieved + all.dropped == all.offered)
    #expect(abs(all.offered - 7_200) < 600)
    #expect(result.timeline.contains { ($0.batchMean ?? 0) >= 1 })
    #expect(result.timeline.allSatisfy { $0.residentBytes > 1_000_000 })
  }
}
