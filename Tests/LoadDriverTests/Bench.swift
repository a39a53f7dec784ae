import AppealWorld
import Foundation
import LoadDriver
import ResultFiles
import Scenarios

/// A small district, and runs of it in simulated time.
struct Bench {
  let plan: WorldPlan
  let clock = SimulatedClock()

  static let library = ScenarioLibrary(
    folder: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios").path)

  init(_ scenario: String = "baselines/pingshan-2018.yaml") throws {
    plan = try Self.library.load("huying:\(scenario)", explanation: "congestion").plan
  }

  func service(capacity: Int = 8_192, cost: Int64 = 10_000) throws -> SimulatedService {
    try SimulatedService(plan.policy, clock: clock, capacity: capacity, cost: cost)
  }

  func drive(
    _ load: LoadPlan, _ service: SimulatedService, thresholds: [Threshold] = []
  ) throws -> RunOutcome {
    let tape = try TapeStream(plan: plan, seed: load.seed)
    defer { tape.cancel() }
    var run = try LoadRun(
      plan: load, tape: tape, target: service, clock: clock, thresholds: thresholds)
    return try run.run(commandsPerAccept: 12)
  }

  func result(
    _ load: LoadPlan, _ service: SimulatedService, thresholds: [Threshold] = []
  ) throws -> LoadResult {
    try drive(load, service, thresholds: thresholds)
      .result(Self.settings, plan: load, thresholds: thresholds)
  }

  static let settings = LoadSettings(
    scenario: "test", scenarioTitle: BilingualText(zh: "测试", en: "Test"), scenarioHash: "0",
    explanation: nil, model: BilingualText(zh: "开放", en: "open"), preset: nil, seed: 1,
    started: "2026-01-01T00:00:00Z", seconds: 0,
    machine: LoadMachine(cores: 2, system: "test", memoryBytes: 0),
    store: LoadStore(synchronous: "full", batchSize: 1, batchWaitMs: 0, queueCapacity: 1),
    provenance: Provenance(version: "0", toolchain: "0", gslVersion: "0", cpuFeatures: []))
}
