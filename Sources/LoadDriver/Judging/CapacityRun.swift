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
  }

  /// Searches for the highest rate that meets the thresholds, each trial in an open model on a
  /// fresh store, which is removed afterwards; the file at `path` is left as it is.
  ///
  /// A trial holds if no threshold fails, nothing is dropped or answered wrongly, at least 95 % of
  /// the offered were answered, and the driver kept to its schedule.
  ///
  /// - Returns: the result of the last trial that held (of the last at all where none did), with the
  ///   search in it.
  /// - Throws: as ``run(_:thresholds:onSecond:)``.
  public func searchCapacity(
    _ search: CapacityPlan, seed: UInt64, thresholds: [Threshold],
    onTrial: (CapacityTrial) -> Void = { _ in }
  ) throws -> LoadResult {
    guard search.start > 0, search.cap >= search.start, search.seconds >= 1 else {
      throw LoadPlanError(
        "the search starts at \(search.start) a second, up to \(search.cap), for \(search.seconds) "
          + "s each; write a start above 0 and below the cap, and a span of a second at least")
    }
    var machine = CapacitySearch(
      start: search.start, cap: search.cap, tolerance: search.tolerance,
      confirmations: search.confirmations, needed: search.needed)
    var trials: [CapacityTrial] = []
    var shown: LoadResult?
    while let step = machine.next {
      let result = try trial(step, search.seconds, seed: seed + UInt64(trials.count), thresholds)
      let trial = CapacityTrial(step, result, seconds: search.seconds)
      machine.record(passed: trial.passed)
      trials.append(trial)
      onTrial(trial)
      if trial.passed || shown.map({ !CapacityTrial.isHeld($0) }) ?? true { shown = result }
    }
    guard var result = shown else { throw LoadPlanError("the search has no trial; raise its cap") }
    result.capacity = machine.result(trials)
    result.notes += Self.notes(machine)
    return result
  }

  private func trial(
    _ step: CapacitySearch.Step, _ seconds: Double, seed: UInt64, _ thresholds: [Threshold]
  ) throws -> LoadResult {
    var host = self
    host.path = path + ".trial"
    for ending in ["", "-wal", "-shm"] { unlink(host.path + ending) }
    defer { for ending in ["", "-wal", "-shm"] { unlink(host.path + ending) } }
    let stages = [
      StagePlan(name: "warm-up", kind: .warmUp, level: step.rate, seconds: seconds / 5),
      StagePlan(name: "trial", kind: .search, level: step.rate, seconds: seconds),
    ]
    return try host.run(
      LoadPlan(model: .open(), stages: stages, seed: seed), thresholds: thresholds)
  }

  private static func notes(_ search: CapacitySearch) -> [BilingualText] {
    guard search.found != nil, let confidence = search.confidence else { return [] }
    let (low, high) = (percent(confidence.low), percent(confidence.high))
    let (held, ran) = (search.confirmed, search.confirming)
    return [
      BilingualText(
        zh: "复核 \(ran) 次通过 \(held) 次，再次运行通过的概率 95% 区间为 \(low)–\(high)（Wilson）。",
        en: "\(held) of \(ran) confirming runs held, so that a further one holds with a "
          + "probability of \(low) to \(high) (Wilson, 95%).")
    ]
  }

  private static func percent(_ share: Double) -> String { String(format: "%.0f%%", 100 * share) }
}

extension CapacityTrial {
  init(_ step: CapacitySearch.Step, _ result: LoadResult, seconds: Double) {
    let all = result.operation(LoadOperation.all)
    let submit = result.operation(OperationKind.submit.name)
    self.init(
      phase: step.phase, rate: step.rate,
      achievedPerSecond: Double(submit?.achieved ?? 0) / seconds, seconds: seconds,
      passed: Self.isHeld(result), reason: Self.reason(result),
      p50Us: all?.intended.us(atPercent: 50), p99Us: all?.intended.us(atPercent: 99))
  }

  static func isHeld(_ result: LoadResult) -> Bool {
    guard result.verdict.outcome == .ok, let all = result.operation(LoadOperation.all) else {
      return false
    }
    return all.dropped == 0 && all.errors == 0
      && Double(all.achieved) >= 0.95 * Double(all.offered)
  }

  private static func reason(_ result: LoadResult) -> BilingualText {
    guard result.verdict.outcome == .ok, let all = result.operation(LoadOperation.all) else {
      return result.verdict.reason
    }
    if all.dropped > 0 {
      return BilingualText(
        zh: "\(all.dropped) 条命令因队列无空位被丢弃",
        en: "\(all.dropped) commands were dropped for want of room")
    }
    if all.errors > 0 {
      return BilingualText(zh: "\(all.errors) 个错误答复", en: "\(all.errors) wrong answers")
    }
    if !isHeld(result) {
      return BilingualText(zh: "完成不足 95 %", en: "less than 95 % of the offered were answered")
    }
    return BilingualText(zh: "全部条件满足", en: "all conditions were met")
  }
}
