import AppealCore
import AppealService
import AppealStore
import AppealWorld
import CivicTime
import Foundation
import LoadDriver
import Reporting
import ResultFiles
import Scenarios

/// A scenario as the load driver plays it, and what it is played against.
struct DrivenScenario {
  var path: String
  var scenario: Scenario
  var arguments: LoadArguments
  var place: StorePlace

  /// Drives one plan against a new store.
  ///
  /// - Throws: `LoadError`, `StoreError`, `ServiceError`, `WorldPlanError`.
  func run(
    _ plan: LoadPlan, language: ReportLanguage,
    thresholds: [Threshold]? = nil
  ) throws -> LoadResult {
    let thresholds = try thresholds ?? arguments.thresholds
    let (world, probe) = try sized(for: plan)
    let limits = try arguments.limits
    try create(world.policy)
    let service = try AppealService(
      path: place.path, policy: world.policy, options: arguments.storeOptions, limits: limits,
      clock: .requests)
    defer { service.stop() }
    let tape = try TapeStream(plan: world, seed: plan.seed)
    defer { tape.cancel() }
    let target = ServiceTarget(service) { [place] in place.walBytes }
    var run = try LoadRun(
      plan: plan, tape: tape, target: target, clock: MonotonicClock(), thresholds: thresholds)
    let display = LoadDisplay(language: language, total: plan.stages.seconds)
    run.onSecond = { display.show($0) }
    let settings = settings(plan, started: ServiceClock.wall.now ?? .distantPast)
    let outcome = try run.run(commandsPerAccept: probe.commandsPerAccept)
    display.end()
    return outcome.result(settings, plan: plan, thresholds: thresholds)
  }

  /// The organisation at a size that brings the accepts of the plan, and its tape's mix.
  private func sized(for plan: LoadPlan) throws -> (WorldPlan, TapeProbe) {
    let probe = try TapeProbe(plan: scenario.plan, seed: plan.seed)
    let factor = arguments.scale ?? plan.wantedAccepts.map(probe.scale) ?? 1
    guard factor > 1 else { return (scenario.plan, probe) }
    return (try scenario.plan.scaled(by: factor), probe)
  }

  private func create(_ policy: Policy) throws {
    let plan = scenario.plan
    let store = try AppealStore.create(
      path: place.path, policy: policy,
      identity: StoreIdentity(
        scenario: path, scenarioHash: scenario.hash, explanation: scenario.explanation?.id,
        window: plan.windowStart..<plan.windowEnd, zone: plan.policy.calendar.zone.name,
        seed: arguments.seed),
      options: arguments.storeOptions)
    try store.close()
  }

  private func settings(_ plan: LoadPlan, started: Instant) -> LoadSettings {
    LoadSettings(
      scenario: scenario.id,
      scenarioTitle: BilingualText(zh: scenario.title.zh, en: scenario.title.en),
      scenarioHash: scenario.hash, explanation: scenario.explanation?.id,
      model: plan.model.text(plan.stages), preset: presetName, seed: plan.seed,
      started: started.iso8601(), seconds: 0, machine: .current,
      store: LoadStore(
        synchronous: arguments.synchronous.rawValue, batchSize: arguments.batch,
        batchWaitMs: (SpanText.seconds(arguments.batchWait) ?? 0) * 1_000,
        queueCapacity: arguments.queue),
      provenance: .current)
  }

  private var presetName: String? {
    let hasStages = arguments.stages != nil || arguments.stagesFile != nil || arguments.capacity
    return hasStages ? nil : (arguments.preset ?? .load).rawValue
  }
}

extension LoadMachine {
  /// This machine.
  static var current: LoadMachine {
    let process = ProcessInfo.processInfo
    var names = utsname()
    uname(&names)
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return LoadMachine(
      cores: process.activeProcessorCount,
      system: [text(names.sysname), text(names.release), text(names.machine)]
        .joined(separator: " "),
      memoryBytes: Int(process.physicalMemory))
  }
}
