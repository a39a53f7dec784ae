import AppealCore
import CivicTime
import Testing

@Suite("The citizen's progress view")
struct ProgressTests {
  /// The progress of an appeal by the desk's journal.
  private func progress(_ desk: Desk, of appeal: AppealNumber = 1) -> Progress {
    var progress = Progress()
    for position in 0..<desk.journal.count where desk.journal[position].appeal == appeal {
      progress.fold(desk.journal[position])
    }
    return progress
  }

  @Test("A plain appeal shows the five steps, and what is still to come")
  func plain() throws {
    let desk = try Desk {
      $0.workflows[0].nodes.removeAll { $0 == .file || $0 == .handle || $0 == .dispatch }
    }
    desk.pass("03-05 09:00", .submit(1, .rubbish))
    #expect(progress(desk).remaining == [.accepted, .dispatched, .closed, .appraised])
    let usual = try Desk()
    try usual.bring(1, .rubbish, to: .handle, at: "03-05 09:00")
    #expect(progress(usual).remaining == [.closed, .appraised])
    usual.pass("03-05 10:00", .handle(1))
    usual.pass("03-05 10:10", .close(1))
    usual.pass("03-05 10:20", .five(1))
    #expect(
      progress(usual).steps.map(\.node)
        == [.received, .accepted, .registered, .dispatched, .handled, .closed, .appraised])
    #expect(progress(usual).remaining.isEmpty)
    #expect(progress(usual).steps.last?.at == Instant("03-05 10:20"))
    #expect(Progress.plain.count == 5 && ProgressNode.allCases.count == 13)
  }

  @Test("Dispatch, handling and feedback show up to thirteen, each once with its last instant")
  func full() throws {
    let desk = try Desk {
      $0.measures.support = SupportRules(order: .parallel)
      $0.serviceLevels.nodes = [:]
    }
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    desk.pass("03-05 09:10", .sendBack(1, .notResponsible), .take(.longtianPost))
    desk.pass("03-05 09:20", .dispatch(1, to: .roads), .take(.roads), .signIn(1))
    desk.pass("03-05 09:30", .support(1, by: .urban), .take(.urban), .finishSupport(1, .urban))
    desk.pass("03-05 09:40", .suspend(1, .weather), .resume(1), .take(.roads), .handle(1))
    desk.pass("03-05 09:50", .feedback(1, evidence: true), .take(.longtianGrid))
    desk.pass("03-05 10:00", .verify(1, passed: false), .take(.roads), .handle(1))
    desk.pass("03-05 10:10", .feedback(1, evidence: true), .take(.longtianGrid))
    desk.pass("03-05 10:20", .verify(1, passed: true), .close(1), .five(1))
    let steps = progress(desk).steps
    #expect(
      steps.map(\.node) == [
        .received, .accepted, .registered, .dispatched, .signedIn, .rerouted, .supported, .paused,
        .handled, .reported, .checked, .closed, .appraised,
      ])
    #expect(steps[3].at == Instant("03-05 09:20") && steps[8].at == Instant("03-05 10:00"))
    #expect(steps[10].at == Instant("03-05 10:20"))
  }

  @Test("A reopened appeal starts anew; a hand-over shows, what is internal does not")
  func anew() throws {
    let desk = try Desk { $0.measures.tags = .small() }
    desk.pass("03-05 09:00", .submit(1, .noise), .tag(1, .plain), .take(.longtianPost))
    desk.pass("03-05 09:01", .handOver(1, to: .centre))
    #expect(progress(desk).steps.map(\.node) == [.received, .rerouted])
    desk.pass("03-05 09:02", .cancel(1, .withdrawn))
    #expect(progress(desk).steps.map(\.node) == [.received, .rerouted, .closed])
    try desk.bring(2, .pothole, to: .close, at: "03-05 09:03")
    desk.pass("03-05 09:04", .close(2), .reopen(2, .supervision))
    #expect(progress(desk, of: 2).steps.map(\.node) == [.received])
  }
}
