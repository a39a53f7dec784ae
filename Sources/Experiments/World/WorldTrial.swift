import AppealCore
import AppealWorld
import Indicators

/// One trial of the world, folded as it runs.
enum WorldTrial {
  /// - Parameter entries: sees every batch of the journal before it is dropped.
  /// - Throws: `ExperimentError.refused` with the reason of the world or of the measures.
  static func run(
    _ setting: ScenarioSource.Setting, seed: UInt64, replication: UInt32,
    cancellation: Cancellation, entries: (borrowing JournalBuffer) throws -> Void = { _ in }
  ) throws -> TrialMeasures {
    var trial: Trial
    var fold: TrialFold
    do {
      trial = try Trial(plan: setting.plan, seed: seed, replication: replication)
      fold = try TrialFold(setting.measures)
    } catch {
      throw ExperimentError.refused(
        scenario: setting.scenario, explanation: setting.explanation, reason: "\(error)")
    }
    var goesOn = true
    while goesOn {
      try cancellation.check()
      goesOn = trial.advance()
      fold.fold(trial.journal)
      try entries(trial.journal)
      trial.journal.removeAll(keepingCapacity: true)
    }
    return fold.finish(staff: trial.teamTallies().map { StaffTally($0, setting.plan) })
  }
}

extension StaffTally {
  init(_ tally: TeamTally, _ plan: WorldPlan) {
    let role: Role =
      switch plan.teams[tally.team].role {
      case .dispatch: .dispatch
      case .unit: .unit
      case .verify: .verify
      }
    self.init(
      role: role, heads: Double(tally.heads), paidHours: tally.paidHours, cost: tally.cost,
      busyHours: tally.busyHours, tasks: tally.tasks, waitHours: tally.waitHours,
      queueMean: tally.meanQueue)
  }
}
