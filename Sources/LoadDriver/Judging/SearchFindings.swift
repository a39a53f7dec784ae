import ResultFiles

/// What the trials of a search came to so far.
package struct SearchFindings {
  package private(set) var trials: [CapacityTrial] = []
  /// Of the last trial that held, of the last at all where none did.
  private var shown: LoadResult?
  /// The first that was wrong; it makes the whole search wrong.
  private var wrong: LoadVerdict?

  package init() {}

  package mutating func add(_ trial: CapacityTrial, _ result: LoadResult) {
    trials.append(trial)
    noteWrong(result)
    if trial.passed || shown.map({ !CapacityTrial.isHeld($0) }) ?? true { shown = result }
  }

  /// The result of a search that was ended during a trial, which counts as none.
  package mutating func interrupted(
    by last: LoadResult, _ search: CapacitySearch
  ) -> LoadResult {
    noteWrong(last)
    var result = shown ?? last
    result.capacity = search.result(trials)
    result.verdict = wrong ?? .interrupted
    return result
  }

  /// The result of a search that came to its end; nil where no trial could be run.
  package func result(_ search: CapacitySearch) -> LoadResult? {
    guard var result = shown else { return nil }
    let capacity = search.result(trials)
    result.capacity = capacity
    if let wrong {
      result.verdict = wrong
    } else if result.verdict.outcome == .ok, let reason = capacity.failure {
      // What is shown is the last trial that held; a search may fail all the same.
      result.verdict =
        search.unmeasurable.map(unmeasured)
        ?? LoadVerdict(outcome: .thresholdFailed, reason: reason)
    }
    return result
  }

  private mutating func noteWrong(_ result: LoadResult) {
    if result.verdict.outcome == .wrong { wrong = wrong ?? result.verdict }
  }

  /// No fault of the service: what held could not be run again.
  private func unmeasured(_ rate: Double) -> LoadVerdict {
    let reason = trials.last { $0.isVoid && $0.rate == rate }?.reason
    return LoadVerdict(
      outcome: .driverLimited,
      reason: reason
        ?? BilingualText(
          zh: "情景带不来这样的负载，无法确认。",
          en: "The scenario could not bring the load again, so nothing was confirmed."))
  }
}

extension CapacityResult {
  /// Why no rate is the answer; nil where one is.
  fileprivate var failure: BilingualText? {
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
