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
  /// 95 % of the offered were answered, and the driver kept to its schedule. Wrong answers at any
  /// rate make the whole search wrong.
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
    var trials: [CapacityTrial] = []
    var shown: LoadResult?
    var wrong: LoadVerdict?
    while let step = machine.next {
      let plan = LoadPlan(
        model: .open(), stages: search.stages(at: step.rate), seed: seed &+ UInt64(trials.count))
      let result = try trial(plan, thresholds, onSecond)
      if stop.isRequested {
        var last = shown ?? result
        last.capacity = machine.result(trials)
        last.verdict = wrong ?? .interrupted
        return last
      }
      let trial = CapacityTrial(step, result, seconds: search.seconds)
      machine.record(passed: trial.passed)
      trials.append(trial)
      onTrial(trial)
      if result.verdict.outcome == .wrong { wrong = wrong ?? result.verdict }
      if trial.passed || shown.map({ !CapacityTrial.isHeld($0) }) ?? true { shown = result }
    }
    guard var result = shown else { throw LoadPlanError("the search has no trial; raise its cap") }
    result.capacity = machine.result(trials)
    result.settings.seed = seed
    if let wrong { result.verdict = wrong }
    if result.verdict.outcome == .ok, let reason = result.capacity?.failure {
      // What is shown is the last trial that held; a search may fail all the same.
      result.verdict = LoadVerdict(outcome: .thresholdFailed, reason: reason)
    }
    return result
  }

  private func trial(
    _ plan: LoadPlan, _ thresholds: [Threshold], _ onSecond: @escaping (LoadSecond) -> Void
  ) throws -> LoadResult {
    var host = self
    host.path = path + ".trial"
    for ending in ["", "-wal", "-shm"] { unlink(host.path + ending) }
    defer { for ending in ["", "-wal", "-shm"] { unlink(host.path + ending) } }
    return try host.run(plan, thresholds: thresholds, onSecond: onSecond)
  }
}

extension CapacityResult {
  /// Why no rate is the answer; nil where one is.
  var failure: BilingualText? {
    guard found == nil else { return nil }
    if trials.allSatisfy({ !$0.passed }) {
      return BilingualText(
        zh: "试过的速率没有一个达到全部条件。", en: "No rate that was tried met all conditions.")
    }
    return BilingualText(
      zh: "有速率达到过全部条件，但没有一个在重复时得到确认。",
      en: "Some rates met all conditions once, and none was confirmed when it was run again.")
  }
}

extension CapacityTrial {
  init(_ step: CapacitySearch.Step, _ result: LoadResult, seconds: Double) {
    let all = result.operation(LoadOperation.all)
    let submit = result.operation(OperationKind.submit.name)
    self.init(
      phase: step.phase, rate: step.rate,
      achievedPerSecond: Double(submit?.achieved ?? 0) / seconds, seconds: seconds,
      passed: Self.isHeld(result), isVoid: result.verdict.outcome == .driverLimited,
      reason: Self.reason(result),
      p50Us: all?.intended.us(atPercent: 50), p99Us: all?.intended.us(atPercent: 99))
  }

  static func isHeld(_ result: LoadResult) -> Bool {
    guard result.verdict.outcome == .ok, let all = result.operation(LoadOperation.all) else {
      return false
    }
    return all.dropped == 0 && isAnswered(all)
  }

  private static func isAnswered(_ all: LoadOperation) -> Bool {
    Double(all.achieved) >= 0.95 * Double(all.offered)
  }

  private static func reason(_ result: LoadResult) -> BilingualText {
    guard result.verdict.outcome == .ok, let all = result.operation(LoadOperation.all) else {
      return result.verdict.reason
    }
    if all.dropped > 0 {
      return BilingualText(
        zh: "\(all.dropped) 条命令因队列无空位被丢弃。",
        en: "\(all.dropped) commands were dropped for want of room.")
    }
    guard isAnswered(all) else {
      return BilingualText(zh: "完成不足 95%。", en: "Less than 95% of the offered were answered.")
    }
    return BilingualText(zh: "全部条件满足。", en: "All conditions were met.")
  }
}
