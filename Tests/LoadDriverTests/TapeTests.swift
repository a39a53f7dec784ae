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
}
