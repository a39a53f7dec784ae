import AppealCore
import AppealService
import AppealStore
import AppealWorld
import CivicTime
import Foundation
import ResultFiles
import Scenarios

/// A scenario and the place of its store: what load is driven against.
///
///     let host = LoadHost(scenario: scenario, path: "load.store", provenance: provenance)
///     let result = try host.run(plan, thresholds: [try Threshold("submit.p99 > 50ms")])
///
/// Each run makes the store anew; the file stays, so that it can be checked afterwards.
public struct LoadHost: Sendable {
  public var scenario: Scenario
  /// Of the store's file; nothing may be there.
  public var path: String
  public var options = StoreOptions()
  public var limits = ServiceLimits()
  public var provenance: Provenance
  public var preset: Preset?
  /// The organisation is at least so many times as large as in the scenario.
  public var leastScale = 1
  /// How the scenario was named, for the store: `huying:baselines/pingshan-2018.yaml`.
  public var document: String

  /// Ends a run, or a search, before its schedule.
  public var stop = LoadStop()

  public init(scenario: Scenario, document: String, path: String, provenance: Provenance) {
    self.scenario = scenario
    self.document = document
    self.path = path
    self.provenance = provenance
  }

  /// A tape that is long enough, and its mix.
  public struct Material: Sendable {
    public var plan: WorldPlan
    public var scale: Int
    public var commandsPerAccept: Double
  }

  /// The scenario at the size that a load needs.
  ///
  /// - Throws: as `material(for:seed:)`.
  public func material(for load: LoadPlan) throws -> Material {
    guard case .closed = load.model else {
      return try material(for: load.wantedAccepts, seed: load.seed)
    }
    let probe = try TapeProbe(plan: scenario.plan, seed: load.seed, accepts: 50_000)
    return try material(
      for: load.mostCommands.map { $0 / probe.commandsPerAccept }, seed: load.seed)
  }

  /// As `material(for:)`, nil if the scenario cannot bring so much.
  func materialIfAny(for load: LoadPlan) throws -> Material? {
    do {
      return try material(for: load)
    } catch let error as LoadPlanError {
      if error == Self.tooMuch(load.wantedAccepts) { return nil }
      throw error
    }
  }

  /// The scenario at the size that so many accepts need.
  ///
  /// - Parameter accepts: that the schedule asks for; nil if that is not known before.
  /// - Throws: `WorldPlanError`, `DemandPlanError`; ``LoadPlanError`` if the scenario cannot be
  ///   scaled so far.
  public func material(for accepts: Double?, seed: UInt64) throws -> Material {
    var scale = leastScale
    if let accepts {
      scale = max(scale, try TapeProbe(plan: scenario.plan, seed: seed).scale(for: accepts))
    }
    guard scale > leastScale else { return try material(scale: scale, accepts, seed) }
    // At its own size the scenario has just run: what fails now, the size makes fail.
    do { return try material(scale: scale, accepts, seed) } catch { throw Self.tooMuch(accepts) }
  }

  private func material(scale: Int, _ accepts: Double?, _ seed: UInt64) throws -> Material {
    let plan = try scenario.plan.scaled(by: scale)
    let probe = try TapeProbe(
      plan: plan, seed: seed, accepts: Int(min(50_000, max(1_000, accepts ?? 50_000))))
    return Material(plan: plan, scale: scale, commandsPerAccept: probe.commandsPerAccept)
  }

  private static func tooMuch(_ accepts: Double?) -> LoadPlanError {
    LoadPlanError(
      "the load asks for \(Int(accepts ?? 0)) accepts, more than this scenario can bring; lower "
        + "the rate or the span")
  }

  /// Makes a store, drives the whole schedule against it, and judges the run.
  ///
  /// - Parameter onSecond: sees each second as it ends, on the caller's thread.
  /// - Throws: ``LoadPlanError``, ``LoadError``, and what store, service and scenario throw.
  public func run(
    _ load: LoadPlan, thresholds: [Threshold] = [],
    onSecond: @escaping (LoadSecond) -> Void = { _ in }
  ) throws -> LoadResult {
    try load.validate()
    let material = try material(for: load)
    return try drive(load, on: material, thresholds: thresholds, onSecond: onSecond).result
  }

  func drive(
    _ load: LoadPlan, on material: Material, thresholds: [Threshold],
    onSecond: @escaping (LoadSecond) -> Void
  ) throws -> (outcome: RunOutcome, result: LoadResult) {
    let policy = material.plan.policy
    let service = try service(policy, identity(material.plan, load.seed))
    defer { service.stop() }
    let tape = try TapeStream(plan: material.plan, seed: load.seed)
    defer { tape.cancel() }
    let log = path + "-wal"
    let target = ServiceTarget(service) { FileSize.bytes(of: log) }
    var settings = settings(load)
    settings.started = Self.now
    settings.scale = material.scale
    var run = try LoadRun(
      plan: load, tape: tape, target: target, clock: MonotonicClock(), thresholds: thresholds)
    run.onSecond = onSecond
    run.stop = stop
    let outcome = try run.run(commandsPerAccept: material.commandsPerAccept)
    var result = outcome.result(settings, plan: load, thresholds: thresholds)
    result.driver.commandsPerAccept = material.commandsPerAccept
    if material.scale > leastScale { result.notes.append(Self.scaleNote(material.scale)) }
    return (outcome, result)
  }

  /// A service on a store in which nothing has happened.
  private func service(_ policy: Policy, _ identity: StoreIdentity) throws -> AppealService {
    let store = try AppealStore.create(
      path: path, policy: policy, identity: identity, options: options)
    let (path, options) = (path, options)
    return try AppealService(
      OpenedStore(store: store, core: try AppealCore(policy: policy)), limits: limits,
      clock: .requests
    ) {
      try AppealStore.open(path: path, policy: policy, options: options)
    }
  }

  private func identity(_ plan: WorldPlan, _ seed: UInt64) -> StoreIdentity {
    StoreIdentity(
      scenario: document, scenarioHash: scenario.hash, explanation: scenario.explanation?.id,
      window: plan.windowStart..<plan.windowEnd, zone: Self.zone(plan), seed: seed)
  }

  /// The offset at the window's start: the scenario's zone keeps no name.
  private static func zone(_ plan: WorldPlan) -> String {
    let local = plan.windowStart.iso8601(in: plan.policy.calendar.zone)
    return "UTC" + local.suffix(6)
  }

  private static func scaleNote(_ scale: Int) -> BilingualText {
    BilingualText(
      zh: "为使诉求足够，情景按 \(scale) 倍规模运行（需求与人员同比放大）。",
      en: "The scenario ran at \(scale) times its size, demand and staff alike, to bring enough "
        + "appeals.")
  }
}

// MARK: - Settings

extension LoadHost {
  /// How the run is made, before it is.
  public func settings(_ load: LoadPlan) -> LoadSettings {
    LoadSettings(
      scenario: scenario.id,
      scenarioTitle: BilingualText(zh: scenario.title.zh, en: scenario.title.en),
      scenarioHash: scenario.hash, explanation: scenario.explanation?.id,
      model: load.model.text(load.stages), preset: preset?.rawValue, seed: load.seed,
      patienceSeconds: load.patience, started: "",
      seconds: load.stages.seconds, machine: .current,
      store: LoadStore(
        synchronous: "\(options.synchronous)", batchSize: limits.batchSize,
        batchWaitMs: Double(limits.batchWait.components.seconds) * 1_000
          + Double(limits.batchWait.components.attoseconds) / 1e15,
        queueCapacity: limits.queueCapacity),
      provenance: provenance)
  }

  /// The machine's civil time, ISO 8601 in UTC, to the second.
  private static var now: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1_000).description
  }
}

extension LoadMachine {
  /// This machine.
  public static var current: LoadMachine {
    var names = utsname()
    uname(&names)
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return LoadMachine(
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: "\(text(names.sysname)) \(text(names.release)) \(text(names.machine))",
      memoryBytes: Int(ProcessInfo.processInfo.physicalMemory))
  }
}

/// Sizes of files.
enum FileSize {
  /// 0 where there is none.
  static func bytes(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
