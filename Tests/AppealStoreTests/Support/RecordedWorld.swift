import AppealCore
import AppealStore
import AppealWorld
import CivicTime
import Foundation
import Scenarios

/// The commands that a world with every measure gave its core, to be given to a core with a store.
final class RecordedWorld: Sendable {
  let scenario: Scenario
  let policy: Policy
  let steps: [CommandTape.Step]
  let end: Instant

  static let shared = Result { try RecordedWorld() }

  private init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let library = ScenarioLibrary(folder: root.appending(path: "Scenarios").path)
    scenario = try library.load("huying:stress/all-measures.yaml", explanation: "congestion")
    var window = scenario.plan.window
    window.days = 28
    let plan = try scenario.plan.over(window)
    policy = plan.policy
    var trial = try Trial(plan: plan, seed: 3, replication: 0)
    trial.tape.isRecording = true
    while trial.advance() { trial.journal.removeAll(keepingCapacity: true) }
    var steps: [CommandTape.Step] = []
    for position in 0..<trial.tape.count { steps.append(trial.tape[position]) }
    self.steps = steps
    end = trial.windowEnd
  }

  var identity: StoreIdentity {
    StoreIdentity(
      scenario: "huying:stress/all-measures.yaml", scenarioHash: scenario.hash,
      explanation: "congestion",
      window: (steps.first?.at ?? end)..<end, zone: policy.calendar.zone.name, seed: 3)
  }
}

/// A core that is driven by the recorded commands and committed to a store.
struct Driver: ~Copyable {
  let world: RecordedWorld
  var core: AppealCore
  var journal = JournalBuffer()
  var position = 0

  init(_ world: RecordedWorld) throws {
    self.world = world
    core = try AppealCore(policy: world.policy)
  }

  /// Gives so many more commands; a refusal is part of the play.
  mutating func advance(by count: Int) {
    for step in world.steps[position..<min(position + count, world.steps.count)] {
      do throws(Refusal) { try core.apply(step.command, at: step.at, into: &journal) } catch {}
    }
    position = min(position + count, world.steps.count)
  }

  /// Commits what was journalled since the last commit.
  mutating func commit(to store: AppealStore) throws {
    try store.commit(journal, core: core)
    journal.removeAll(keepingCapacity: true)
  }

  /// Gives `commands` commands, committing after each `batch`.
  mutating func play(_ commands: Int, batch: Int, to store: AppealStore) throws {
    var left = commands
    while left > 0 {
      advance(by: min(batch, left))
      try commit(to: store)
      left -= batch
    }
  }
}
