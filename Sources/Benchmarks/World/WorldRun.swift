import AppealWorld

/// One timed trial whose journal nobody folds.
struct WorldRun {
  var seconds = 0.0
  var counters = TrialCounters()
  var openAppeals = 0

  var rate: Double { Double(counters.appeals) / seconds }

  init() {}

  init(plan: WorldPlan, seed: UInt64) throws {
    var trial = try Trial(plan: plan, seed: seed, replication: 0)
    seconds = Stopwatch.seconds {
      while trial.advance() { trial.journal.removeAll(keepingCapacity: true) }
    }
    counters = trial.counters
    openAppeals = trial.openAppeals
  }
}
