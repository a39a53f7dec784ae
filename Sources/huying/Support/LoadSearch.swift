import Foundation
import LoadDriver
import Reporting
import ResultFiles

/// Runs of a scenario at one rate after another, until the highest that holds is confirmed.
struct LoadSearch {
  var driven: DrivenScenario
  var language: ReportLanguage

  /// What a rate must meet where the user says nothing.
  static let usualConditions = ["submit.p99 > 100ms", "errors > 0", "dropped > 0"]

  /// The last run at the rate that was found, with the search; the last of all where none held.
  ///
  /// - Throws: as `DrivenScenario.run`.
  func run() throws -> LoadResult {
    let given = driven.arguments.failIf
    let conditions = try (given.isEmpty ? Self.usualConditions : given).map { try Threshold($0) }
    var search = CapacitySearch(start: driven.arguments.rate ?? LoadArguments.usualRate)
    var trials: [CapacityTrial] = []
    var best: LoadResult?
    var last: LoadResult?
    while let step = search.next {
      let result = try trial(at: step.rate, conditions)
      let isHeld = result.verdict.outcome == .ok
      trials.append(Self.record(result, step))
      announce(step, result)
      search.record(passed: isHeld)
      if isHeld { best = result }
      last = result
    }
    return try closed(search, trials, search.found == nil ? last : best ?? last)
  }

  private func trial(at rate: Double, _ conditions: [Threshold]) throws -> LoadResult {
    let seconds = try driven.arguments.trialDuration
    let plan = LoadPlan(
      model: .open(),
      stages: [
        StagePlan(name: "warm-up", kind: .warmUp, from: 0, to: rate, seconds: seconds / 5),
        StagePlan(name: "search", kind: .search, level: rate, seconds: seconds * 4 / 5),
      ], seed: driven.arguments.seed)
    defer { driven.place.clear() }
    return try driven.run(plan, language: language, thresholds: conditions)
  }

  private static func record(_ result: LoadResult, _ step: CapacitySearch.Step) -> CapacityTrial {
    let all = result.operation(LoadOperation.all)
    let submitted = result.operation("submit")?.achieved ?? 0
    return CapacityTrial(
      phase: step.phase, rate: step.rate,
      achievedPerSecond: Double(submitted) / result.measuredSeconds,
      seconds: result.settings.seconds, passed: result.verdict.outcome == .ok,
      reason: result.verdict.reason, p50Us: all?.intended.us(atPercent: 50),
      p99Us: all?.intended.us(atPercent: 99))
  }

  /// One line a trial, on a terminal.
  private func announce(_ step: CapacitySearch.Step, _ result: LoadResult) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let rate = NumberText(language: language).decimal(step.rate, digits: 0)
    let line = "\(rate)/s  \(result.verdict.reason[language])\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  private func closed(
    _ search: CapacitySearch, _ trials: [CapacityTrial], _ shown: LoadResult?
  ) throws -> LoadResult {
    guard var result = shown else {
      throw CommandError(sentence: "the search has run no trial.", code: 70)
    }
    result.capacity = search.result(trials)
    if search.found == nil, result.verdict.outcome == .ok {
      result.verdict.outcome = .thresholdFailed
    }
    if let interval = search.confidence {
      result.notes.append(Self.confidence(interval.low, interval.high, search))
    }
    return result
  }

  private static func confidence(
    _ low: Double, _ high: Double, _ search: CapacitySearch
  ) -> BilingualText {
    func percent(_ share: Double) -> String { String(format: "%.0f%%", 100 * share) }
    return BilingualText(
      zh: """
        找到的速率再次成立的概率，按 \(search.confirming) 次确认中成立 \(search.confirmed) 次估计，\
        95% 区间为 \(percent(low)) 至 \(percent(high))（Wilson）。
        """,
      en: """
        The chance that the found rate holds in one more run, from \(search.confirmed) of \
        \(search.confirming) confirming runs: 95 % interval \(percent(low)) to \(percent(high)) \
        (Wilson).
        """)
  }
}
