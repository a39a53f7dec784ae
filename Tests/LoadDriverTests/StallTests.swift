import AppealCore
import AppealService
import Glibc
import LoadDriver
import ResultFiles
import Testing

/// Keeps nothing, and takes two seconds for one commit: the first after so many entries, however
/// few or many commits they took.
private final class StallingLog: DurableLog {
  private let entries: UInt64
  private var hasStalled = false

  init(afterEntries entries: UInt64) { self.entries = entries }

  func commit(_ journal: borrowing JournalBuffer, core: borrowing AppealCore) throws {
    guard !hasStalled, core.entryCount > entries else { return }
    hasStalled = true
    usleep(2_000_000)
  }

  func appeal(withReference reference: UInt64) throws -> AppealNumber? { nil }
}

@Suite("A slow disk")
struct StallTests {
  @Test("A store that stalls for 2 s shows from the intended start, not in the service time")
  func stall() throws {
    let bench = try Bench()
    let policy = bench.plan.policy
    let service = try AppealService(
      OpenedLog(log: StallingLog(afterEntries: 2_000), core: try AppealCore(policy: policy)),
      limits: ServiceLimits(batchSize: 100, queueCapacity: 8_192), clock: .requests,
      reopen: {
        OpenedLog(log: StallingLog(afterEntries: .max), core: try AppealCore(policy: policy))
      })
    let load = LoadPlan(model: .open(), stages: try StageText.parse("hold:200/6s"), seed: 5)
    let tape = try TapeStream(plan: bench.plan, seed: 5)
    defer { tape.cancel() }
    var run = try LoadRun(
      plan: load, tape: tape, target: ServiceTarget(service), clock: MonotonicClock())
    let result = try run.run(commandsPerAccept: 12)
      .result(Bench.settings, plan: load, thresholds: [])
    service.stop()
    let all = try #require(result.operation("all"))
    #expect(all.errors == 0 && all.dropped == 0)
    #expect(result.chainMatches == true)
    // A third of all commands was meant to start within the stall.
    #expect(try #require(all.intended.us(atPercent: 95)) > 1_000_000)
    // Only the batch in the slow commit was in service for two seconds.
    #expect(try #require(all.service.us(atPercent: 98)) < 1_000_000)
    #expect(all.service.maxUs > 1_900_000)
  }
}
