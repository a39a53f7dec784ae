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
    var trial = try trial(setting, seed: seed, replication: replication)
    var fold = try fold(setting)
    var goesOn = true
    while goesOn {
      try cancellation.check()
      goesOn = trial.advance()
      for truth in trial.truths {
        fold.know(truth.reference, leaf: truth.leaf, unit: truth.unit)
      }
      fold.fold(trial.journal)
      try entries(trial.journal)
      trial.journal.removeAll(keepingCapacity: true)
    }
    return fold.finish(staff: trial.teamTallies().map { StaffTally($0, setting.plan) })
  }

  private static func trial(
    _ setting: ScenarioSource.Setting, seed: UInt64, replication: UInt32
  ) throws(ExperimentError) -> Trial {
    do {
      return try Trial(plan: setting.plan, seed: seed, replication: replication)
    } catch {
      throw setting.refused("\(error)")
    }
  }

  private static func fold(
    _ setting: ScenarioSource.Setting
  ) throws(ExperimentError) -> TrialFold {
    do {
      return try TrialFold(setting.measures)
    } catch {
      throw setting.refused("\(error)")
    }
  }
}

extension ScenarioSource.Setting {
  fileprivate func refused(_ reason: String) -> ExperimentError {
    .refused(scenario: scenario, explanation: explanation, reason: reason)
  }
}

extension StaffTally {
  init(_ tally: TeamTally, _ plan: WorldPlan) {
    let role: Role =
      switch plan.teams[tally.team].role {
      case .dispatch, .desk: .dispatch
      case .unit: .unit
      case .verify: .verify
      }
    self.init(
      role: role, heads: Double(tally.heads), paidHours: tally.paidHours, cost: tally.cost,
      busyHours: tally.busyHours, tasks: tally.tasks, waitHours: tally.waitHours,
      queueMean: tally.meanQueue)
  }
}
