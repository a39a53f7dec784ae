import AppealCore
import AppealWorld
import LoadDriver
import Scenarios
import Testing

@Suite("Tape")
struct TapeTests {
  @Test("The probe knows the mix and the window, and how large the scenario must be")
  func probe() throws {
    let plan = try Bench().plan
    let probe = try TapeProbe(plan: plan, seed: 1)
    var trial = try Trial(plan: plan, seed: 1, replication: 0)
    while trial.advance() { trial.journal.removeAll(keepingCapacity: true) }
    #expect(probe.accepts == trial.counters.appeals && probe.commands == trial.counters.commands)
    #expect(probe.commandsPerAccept > 8 && probe.commandsPerAccept < 20)
    #expect(probe.scale(for: 1) == 1)
    #expect(probe.scale(for: Double(probe.accepts)) == 2)
    let part = try TapeProbe(plan: plan, seed: 1, accepts: 1_000)
    #expect(part.accepts >= 1_000 && part.accepts < 3_000)
  }

  @Test("A tape records from the first command, those of an opening backlog included")
  func opening() throws {
    var plan = try Bench().plan
    plan.window.openingBacklog = 20
    let late = try Trial(plan: plan, seed: 1, replication: 0)
    let whole = try Trial(plan: plan, seed: 1, replication: 0, recording: true)
    // Those that come by a batch of the hotline are registered later.
    let count = whole.tape.count
    try #require(count > 0 && count <= 20)
    #expect(late.tape.count == 0)
    #expect(whole.tape.answer(at: count - 1).chain == whole.coreChain)
    #expect(whole.tape.answer(at: count - 1).accepted.index == whole.openAppeals)
  }

  @Test("Each take says whose task it took, a side task's too")
  func taken() throws {
    let scenario = try Bench.library.load(
      "huying:stress/all-measures.yaml", explanation: "congestion")
    var window = scenario.plan.window
    window.days = 14
    let plan = try scenario.plan.over(window)
    var trial = try Trial(plan: plan, seed: 1, replication: 0, recording: true)
    while trial.advance() { trial.journal.removeAll(keepingCapacity: true) }
    var core = try AppealCore(policy: plan.policy)
    var journal = JournalBuffer()
    var (main, side) = (0, 0)
    for position in 0..<trial.tape.count {
      let (step, answer) = (trial.tape[position], trial.tape.answer(at: position))
      journal.removeAll(keepingCapacity: true)
      do throws(Refusal) { try core.apply(step.command, at: step.at, into: &journal) } catch {}
      guard case .take(_, let staff) = step.command, answer.refusal == nil else {
        #expect(answer.taken == .none)
        continue
      }
      let view = core.view(of: answer.taken)
      #expect(view != nil)
      let isMain = (0..<journal.count).contains {
        if case .taken(_, by: staff) = journal[$0].change { true } else { false }
      }
      if isMain { main += 1 } else { side += 1 }
      #expect((0..<journal.count).contains { journal[$0].appeal == answer.taken })
    }
    #expect(main > 1_000 && side > 10)
  }
}
