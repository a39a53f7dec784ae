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
  /// the offered were answered before the trial's time was up (so that no queue grows without end),
  /// and the driver kept to its schedule.
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
      guard
        let run = try trial(step, search.seconds, seed: seed &+ UInt64(trials.count), thresholds)
      else {
        machine.record(.impossible)
        continue
      }
      let trial = CapacityTrial(step, run)
      machine.record(trial.outcome(run.result))
      trials.append(trial)
      onTrial(trial)
      if trial.passed || shown.map({ !CapacityTrial.isHeld($0) }) ?? true { shown = run.result }
    }
    guard var result = shown else {
      throw LoadPlanError(
        "the scenario cannot bring \(search.start) accepts a second; start the search lower")
    }
    result.capacity = machine.result(trials)
    result.notes += Self.notes(machine)
    return result
  }

  /// One rate on a store of its own; nil if the scenario cannot bring so much.
  private func trial(
    _ step: CapacitySearch.Step, _ seconds: Double, seed: UInt64, _ thresholds: [Threshold]
  ) throws -> TrialRun? {
    var host = self
    host.path = path + ".trial"
    let files = ["", "-wal", "-shm"].map { host.path + $0 }
    if let file = files.first(where: { access($0, F_OK) == 0 }) {
      throw LoadPlanError("\(file) is there already; move it away, or name another store")
    }
    let stages = [
      StagePlan(name: "warm-up", kind: .warmUp, level: step.rate, seconds: seconds / 5),
      StagePlan(name: "trial", kind: .search, level: step.rate, seconds: seconds),
    ]
    let load = LoadPlan(model: .open(), stages: stages, seed: seed)
    guard let material = try host.materialIfAny(for: load) else { return nil }
    defer { for file in files { unlink(file) } }
    let (outcome, result) = try host.drive(
      load, on: material, thresholds: thresholds, onSecond: { _ in })
    return TrialRun(result: result, seconds: seconds, inTime: outcome.inTime(stage: 1))
  }

  private static func notes(_ search: CapacitySearch) -> [BilingualText] {
    var notes: [BilingualText] = []
    if let found = search.found, let confidence = search.confidence {
      let (low, high) = (percent(confidence.low), percent(confidence.high))
      let (held, ran, rate) = (search.confirmed, search.confirming, text(found))
      notes.append(
        BilingualText(
          zh: "每秒 \(rate) 件选定之后又独立运行 \(ran) 次，通过 \(held) 次；再次运行通过的概率 95 % 区间为 "
            + "\(low)–\(high)（Wilson）。",
          en: "after \(rate) a second was decided on, \(held) of \(ran) fresh runs held: a further "
            + "one holds with a probability of \(low) to \(high) (Wilson, 95 %)"))
    }
    if let limit = search.unmeasurable {
      let least = search.lower.map { text($0) } ?? "0"
      notes.append(
        BilingualText(
          zh: "容量至少为每秒 \(least) 件：从每秒 \(text(limit)) 件起瓶颈在压测端或情景，无法测量。",
          en: "the capacity is at least \(least) a second: at \(text(limit)) the driver or the "
            + "scenario was the bottleneck, and nothing above could be measured"))
    }
    return notes
  }

  private static func text(_ rate: Double) -> String {
    rate.formatted(.number.grouping(.never).precision(.fractionLength(0...1)))
  }

  private static func percent(_ share: Double) -> String { String(format: "%.0f%%", 100 * share) }
}

/// What a trial gave.
struct TrialRun {
  var result: LoadResult
  /// Of the trial itself, without its warm-up.
  var seconds: Double
  /// Answers that came before the trial's time was up, to what it had offered.
  var inTime: StageCounts
}

extension CapacityTrial {
  init(_ step: CapacitySearch.Step, _ run: TrialRun) {
    let all = run.result.operation(LoadOperation.all)
    let isSustained = run.inTime.isSustained
    self.init(
      phase: step.phase, rate: step.rate,
      achievedPerSecond: Double(run.inTime.submissions) / run.seconds, seconds: run.seconds,
      passed: Self.isHeld(run.result) && isSustained,
      reason: Self.reason(run.result, isSustained: isSustained),
      p50Us: all?.intended.us(atPercent: 50), p99Us: all?.intended.us(atPercent: 99))
  }

  func outcome(_ result: LoadResult) -> CapacitySearch.Outcome {
    result.verdict.outcome == .driverLimited ? .void : passed ? .held : .failed
  }

  static func isHeld(_ result: LoadResult) -> Bool {
    guard result.verdict.outcome == .ok, let all = result.operation(LoadOperation.all) else {
      return false
    }
    return all.dropped == 0 && all.errors == 0
  }

  private static func reason(_ result: LoadResult, isSustained: Bool) -> BilingualText {
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
    if !isSustained {
      return BilingualText(
        zh: "按时完成不足 95 %，队列越积越长",
        en: "less than 95 % of the offered were answered in time: a queue grew")
    }
    return BilingualText(zh: "全部条件满足", en: "all conditions were met")
  }
}
