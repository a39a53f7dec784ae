import AppealCore
import AppealWorld
import CivicTime
import Foundation
import Scenarios

/// Short trials of the shipped scenarios, and what their journals say.
enum WorldFixture {
  static let library = ScenarioLibrary()

  /// The shipped plan over six weeks of autumn 2018.
  static func plan(
    _ scenario: String = "baselines/pingshan-2018", explanation: String = "congestion"
  ) throws -> WorldPlan {
    var plan = try library.load("huying:\(scenario).yaml", explanation: explanation).plan
    plan.window = Window(
      start: try CivilDate(year: 2018, month: 10, day: 8), days: 42, runInDays: 14,
      openingBacklog: 0)
    return plan
  }

  /// All entries of one trial.
  static func journal(_ plan: WorldPlan, seed: UInt64 = 1) throws -> [JournalEntry] {
    var trial = try Trial(plan: plan, seed: seed, replication: 0)
    var entries: [JournalEntry] = []
    var goesOn = true
    while goesOn {
      goesOn = trial.advance()
      for index in 0..<trial.journal.count { entries.append(trial.journal[index]) }
      trial.journal.removeAll(keepingCapacity: true)
    }
    return entries
  }

  static func submissions(_ journal: [JournalEntry]) -> [Submission] {
    journal.compactMap { entry in
      if case .submitted(let submission, _, _, _) = entry.change { submission } else { nil }
    }
  }
}
