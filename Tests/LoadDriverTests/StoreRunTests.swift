import AppealService
import AppealStore
import Foundation
import LoadDriver
import ResultFiles
import Scenarios
import Testing

@Suite("Load on a store")
struct StoreRunTests {
  @Test("What a run leaves on the disk is the trial's state, and opens")
  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "huying-load-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "load.store").path
    let bench = try Bench()
    try create(path, bench)
    let service = try AppealService(path: path, policy: bench.plan.policy, clock: .requests)
    let load = LoadPlan(
      model: .open(), stages: try StageText.parse("ramp:0-200/1s,hold:200/1s"), seed: 3)
    let tape = try TapeStream(plan: bench.plan, seed: 3)
    defer { tape.cancel() }
    let target = ServiceTarget(service) {
      (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? 0
    }
    var run = try LoadRun(
      plan: load, tape: tape, target: target, clock: MonotonicClock(),
      thresholds: [try Threshold("errors > 0")])
    let result = try run.run(commandsPerAccept: 12)
      .result(Bench.settings, plan: load, thresholds: [try Threshold("errors > 0")])
    service.stop()
    #expect(result.chainMatches == true && result.thresholds.map(\.passed) == [true])
    #expect(result.timeline.contains { $0.walBytes > 0 })
    let opened = try AppealStore.open(path: path, policy: bench.plan.policy)
    let accepted = result.operation("submit").map { $0.achieved - $0.refused }
    #expect(opened.core.acceptedAppeals == accepted)
    try opened.store.close()
  }

  private func create(_ path: String, _ bench: borrowing Bench) throws {
    let plan = bench.plan
    try AppealStore.create(
      path: path, policy: plan.policy,
      identity: StoreIdentity(
        scenario: "test", scenarioHash: "0", window: plan.windowStart..<plan.windowEnd,
        zone: "Asia/Shanghai", seed: 3)
    ).close()
  }

  @Test("A document of load becomes a plan")
  func document() throws {
    let load = try Bench.library.loadDocument("huying:loads/rush.yaml")
    let plan = try LoadPlan(load, seed: 1, library: Bench.library)
    #expect(plan.model == .open() && plan.stages.count == 5)
    #expect(plan.stages.map(\.kind) == [.warmUp, .ramp, .step, .spike, .step])
    #expect(plan.stages.map(\.name) == ["warmup-1", "ramp-2", "hold-3", "spike-4", "after"])
    for text in load.failIf { _ = try Threshold(text) }
  }
}
