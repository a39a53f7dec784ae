import AppealWorld

/// One timed trial whose journal nobody folds.
struct WorldRun {
  var seconds = 0.0
  var counters = TrialCounters()
  /// Mean number of open appeals, over batches of entries in the second half of the run.
  var openAppeals = 0

  var rate: Double { Double(counters.appeals) / seconds }

  init() {}

  init(plan: WorldPlan, seed: UInt64) throws {
    var trial = try Trial(plan: plan, seed: seed, replication: 0)
    var levels: [Int] = []
    seconds = Stopwatch.seconds {
      while trial.advance() {
        levels.append(trial.openAppeals)
        trial.journal.removeAll(keepingCapacity: true)
      }
    }
    counters = trial.counters
    let second = levels.suffix((levels.count + 1) / 2)
    openAppeals = second.reduce(0, +) / max(second.count, 1)
  }
}
