import AppealWorld
import Foundation
import ResultFiles

extension LoadHost {
  /// How a capacity is searched.
  public struct CapacityPlan: Sendable {
    public var start = 500.0
    public var cap = 100_000.0
    /// Of each trial, after a warm-up of a fifth as long.
    public var seconds = 10.0
    public var tolerance = 0.05
    public var confirmations = 3
    public var needed = 2

    public init() {}

    /// Of a trial at a rate.
    public func stages(at rate: Double) -> [StagePlan] {
      [
        StagePlan(name: "warm-up", kind: .warmUp, level: rate, seconds: seconds / 5),
        StagePlan(name: "trial", kind: .search, level: rate, seconds: seconds),
      ]
    }
  }

  /// Searches for the highest rate that meets the thresholds, each trial in an open model on a
  /// fresh store, which is removed afterwards; the file at `path` is left as it is.
  ///
  /// A trial holds if every threshold is met, nothing is lost, dropped or answered wrongly, at least
  /// 95 % of the offered were answered before the trial's time was up (so that no queue grows
  /// without end), and the driver kept to its schedule. Wrong answers at any rate make the whole
  /// search wrong, also one that is interrupted; confirming runs that stay void make it void.
  ///
  /// Each trial has a seed of its own, counted from `seed`, which the result shows.
  ///
  /// - Returns: the result of the last trial that held (of the last at all where none did), with the
  ///   search in it.
  /// - Parameter onSecond: sees each second of each trial as it ends.
  /// - Throws: as ``run(_:thresholds:onSecond:)``; ``LoadPlanError`` where a window is longer than a
  ///   trial.
  public func searchCapacity(
    _ search: CapacityPlan, seed: UInt64, thresholds: [Threshold],
    onTrial: (CapacityTrial) -> Void = { _ in },
    onSecond: @escaping (LoadSecond) -> Void = { _ in }
  ) throws -> LoadResult {
    guard search.start > 0, search.cap >= search.start, search.seconds >= 1 else {
      throw LoadPlanError(
        "the search starts at \(search.start) a second, up to \(search.cap), for \(search.seconds) "
          + "s each; write a start above 0 and below the cap, and a span of a second at least")
    }
    try thresholds.check(fit: search.stages(at: search.start))
    var machine = CapacitySearch(
      start: search.start, cap: search.cap, tolerance: search.tolerance,
      confirmations: search.confirmations, needed: search.needed)
    var findings = SearchFindings()
    while let step = machine.next {
      let plan = LoadPlan(
        model: .open(), stages: search.stages(at: step.rate),
        seed: seed &+ UInt64(findings.trials.count))
      guard let run = try trial(plan, thresholds, onSecond) else {
        machine.record(.impossible)
        continue
      }
      if stop.isRequested { return findings.interrupted(by: run.result, machine) }
      let trial = CapacityTrial(step, run)
      machine.record(trial.isVoid ? .void : trial.passed ? .held : .failed)
      findings.add(trial, run.result)
      onTrial(trial)
    }
    guard var result = findings.result(machine) else {
      throw LoadPlanError(
        "the scenario cannot bring \(ShortNumber.text(search.start)) accepts a second for "
          + "\(ShortNumber.text(search.seconds)) s; start the search lower")
    }
    result.settings.seed = seed
    if let limit = machine.unmeasurable, machine.found != nil {
      result.notes.append(Self.limit(limit, atLeast: machine.lower ?? 0))
    }
    return result
  }

  /// One rate on a store of its own; nil if the scenario cannot bring so much.
  private func trial(
    _ plan: LoadPlan, _ thresholds: [Threshold], _ onSecond: @escaping (LoadSecond) -> Void
  ) throws -> TrialRun? {
    var host = self
    host.path = path + ".trial"
    let files = ["", "-wal", "-shm"].map { host.path + $0 }
    if let file = files.first(where: { access($0, F_OK) == 0 }) {
      throw LoadPlanError("\(file) is there already; move it away, or name another store")
    }
    guard let material = try host.materialIfAny(for: plan) else { return nil }
    defer { for file in files { unlink(file) } }
    let (outcome, result) = try host.drive(
      plan, on: material, thresholds: thresholds, onSecond: onSecond)
    return TrialRun(
      result: result, seconds: plan.stages[1].seconds, inTime: outcome.inTime(stage: 1))
  }

  private static func limit(_ rate: Double, atLeast lower: Double) -> BilingualText {
    let (limit, least) = (ShortNumber.text(rate), ShortNumber.text(lower))
    return BilingualText(
      zh: "容量至少为每秒 \(least) 件；每秒 \(limit) 件时瓶颈在压测端或情景，再往上无法测量。",
      en: "The capacity is at least \(least) a second; at \(limit) the driver or the scenario was "
        + "the bottleneck, and nothing above could be measured.")
  }
}

/// What a trial gave.
package struct TrialRun {
  package var result: LoadResult
  /// Of the trial itself, without its warm-up.
  package var seconds: Double
  /// What the trial offered, and what of it was answered before its time was up.
  package var inTime: StageCounts

  package init(result: LoadResult, seconds: Double, inTime: StageCounts) {
    self.result = result
    self.seconds = seconds
    self.inTime = inTime
  }
}

extension CapacityTrial {
  package init(_ step: CapacitySearch.Step, _ run: TrialRun) {
    let all = run.result.operation(LoadOperation.all)
    let isSustained = run.inTime.isSustained
    self.init(
      phase: step.phase, rate: step.rate,
      achievedPerSecond: Double(run.inTime.submissions) / run.seconds, seconds: run.seconds,
      passed: Self.isHeld(run.result) && isSustained,
      isVoid: run.result.verdict.outcome == .driverLimited,
      reason: Self.reason(run.result, isSustained),
      p50Us: all?.intended.us(atPercent: 50), p99Us: all?.intended.us(atPercent: 99))
  }

  /// But for what was answered too late.
  static func isHeld(_ result: LoadResult) -> Bool {
    result.verdict.outcome == .ok && result.operation(LoadOperation.all)?.dropped == 0
  }

  private static func reason(_ result: LoadResult, _ isSustained: Bool) -> BilingualText {
    guard result.verdict.outcome == .ok, let all = result.operation(LoadOperation.all) else {
      return result.verdict.reason
    }
    if all.dropped > 0 {
      return BilingualText(
        zh: "\(all.dropped) 条命令因队列无空位被丢弃。",
        en: "\(all.dropped) commands were dropped for want of room.")
    }
    guard isSustained else {
      return BilingualText(
        zh: "按时完成的不足 95%，队列越积越长。",
        en: "Less than 95% of the offered were answered in time: a queue grew.")
    }
    return BilingualText(zh: "全部条件满足。", en: "All conditions were met.")
  }
}
