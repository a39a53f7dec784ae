import AppealCore
import CivicTime
import Testing

@Suite("Supervision ladder: what its spans count from, and whom it names")
struct LadderClockTests {
  /// Reminded after half the time; supervised 1 hour, notified 2 and held to account 5 hours late.
  private func desk(_ change: (inout Policy) -> Void = { _ in }) throws -> Desk {
    try Desk {
      $0.measures.supervision = Supervision(
        remindAt: 50, closeRemindAt: 50, supervise: .elapsed(.hours(1)),
        notice: .elapsed(.hours(2)), account: .elapsed(.hours(5)), evidenceThreshold: 0)
      $0.serviceLevels.nodes = [:]
      change(&$0)
    }
  }

  @Test("A rung that is left out silences none above")
  func gap() throws {
    let desk = try desk {
      $0.measures.supervision?.supervise = .none
      $0.measures.supervision?.notice = .none
    }
    desk.pass("03-05 09:00", .submit(1, .blackout))
    try desk.play([
      (
        "03-05 15:00", nil,
        "03-05 09:30 #1 remind longtianPost; 03-05 10:00:00.001 #1 breached; "
          + "#1 account longtianPost"
      )
    ])
    #expect(try desk.view(1).nextRung == nil)
  }

  @Test("Filed under a limit that is past already, the ladder begins at the filing")
  func filing() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .advice), .take(.longtianPost), .accept(1))
    try desk.play([
      (
        "03-05 17:00", .file(1, .blackout),
        "filed as 2, workflow 1, dispatch; due 03-05 10:00 (reclassification); "
          + "remind longtianPost, person 7; breached"
      ),
      ("03-05 17:10", .dispatch(1, to: .power), "dispatched to 2, signIn on power"),
      ("03-05 17:59:59.999", nil, ""),
      ("03-05 18:00", nil, "#1 supervise unit 2"),
      ("03-05 22:00", nil, "03-05 19:00 #1 notice unit 2; #1 account unit 2"),
    ])
    let post = desk.core.ledger(ofList: .longtianPost)
    #expect(post?.breaches == 1 && post?.rungs == 1)
    #expect(desk.core.ledger(of: .power)?.rungs == 3 && desk.core.ledger(of: .power)?.breaches == 0)
    #expect(desk.core.ledger(ofList: .roads) == UnitLedger())
    #expect(
      desk.core.ledger(ofList: .liabilityDesk) == nil && desk.core.ledger(ofList: .none) == nil)
  }

  @Test("While verified, the grid officers are charged")
  func grid() throws {
    let desk = try desk()
    try desk.bring(1, .blackout, to: .feedback, at: "03-05 09:00", unit: .power)
    desk.pass("03-05 09:00", .feedback(1, evidence: true))
    try desk.play([
      ("03-05 10:30", nil, "03-05 09:30 #1 remind longtianGrid; 03-05 10:00:00.001 #1 breached"),
      ("03-05 10:30", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-05 11:00", nil, "#1 supervise longtianGrid, person 7"),
    ])
    #expect(desk.core.ledger(ofList: .longtianGrid)?.breaches == 1)
    #expect(desk.core.ledger(ofList: .longtianGrid)?.rungs == 2)
    #expect(desk.core.ledger(of: .power)?.rungs == 0)
  }

  @Test("Late is late once: filed under another past limit, or migrated to one")
  func once() throws {
    let desk = try Desk { $0.serviceLevels.nodes = [:] }
    desk.pass("03-05 09:00", .submit(1, .blackout), .take(.longtianPost), .accept(1))
    try desk.play([
      (
        "03-05 16:00", .file(1, .rubbish),
        "03-05 10:00:00.001 breached; filed as 0, workflow 0, dispatch; "
          + "due 03-05 15:00 (reclassification)"
      ),
      ("03-06 16:00", nil, ""),
    ])
    #expect(try desk.view(1).isBreached)
    let again = try Desk { $0.serviceLevels.nodes = [:] }
    again.pass("03-05 09:00", .submit(1, .blackout), .take(.longtianPost), .accept(1))
    try again.play([
      (
        "03-05 14:30", .file(1, .rubbish),
        "03-05 10:00:00.001 breached; filed as 0, workflow 0, dispatch; "
          + "due 03-05 15:00 (reclassification)"
      ),
      ("03-05 15:00:00.001", nil, "#1 breached"),
    ])
    let form = try Desk {
      $0.serviceLevels.nodes = [:]
      $0.measures.edition = FormEdition(
        form: $0.form, successors: [.advice, .advice, .advice, .advice, .advice],
        derivesDeadlines: true)
    }
    form.pass("03-05 09:00", .submit(1, .blackout))
    try form.play([
      ("03-05 11:00", .changeForm, "03-05 10:00:00.001 #1 breached; form changed; #1 migrated to 9")
    ])
    #expect(try form.view(1).isBreached)
  }
}

@Suite("Evidence: who is to blame")
struct BlameTests {
  private func desk(_ threshold: UInt16 = 0, _ change: (inout Policy) -> Void = { _ in }) throws
    -> Desk
  {
    try Desk {
      $0.measures.supervision = Supervision(
        remindAt: 100, closeRemindAt: 100, supervise: .none, notice: .none, account: .none,
        evidenceThreshold: threshold)
      $0.serviceLevels.nodes = [:]
      $0.returns = ReturnRules(limit: 9, escalateFrom: 9)
      change(&$0)
    }
  }

  /// Sends appeal 1 to a unit and has it sent back.
  private func bounce(_ desk: Desk, _ unit: UnitID) -> String {
    desk.pass(
      "03-05 09:00", .take(.longtianPost), .dispatch(1, to: unit),
      .take(desk.core.list(ofUnit: unit)))
    return desk.perform(.sendBack(1, .notResponsible), at: Instant("03-05 09:00"))
  }

  @Test(
    "Ping-pong: a unit that returned it before, or that the form names; not who got it in error")
  func pingPong() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    desk.pass("03-05 09:00", .putBack(1))
    let back = "to longtianPost"
    #expect(bounce(desk, .roads) == "sent back by 1 (notResponsible) \(back)")
    #expect(bounce(desk, .power) == "sent back by 2 (notResponsible) \(back)")
    #expect(
      bounce(desk, .roads) == "pingPong unit 1, person 7; sent back by 1 (notResponsible) \(back)")
    #expect(
      bounce(desk, .urban) == "pingPong unit 0, person 7; sent back by 0 (notResponsible) \(back)")
    #expect(desk.core.ledger(of: .power)?.pingPongs == 0)
    try desk.expectReplay()
  }

  @Test("Untouched: nobody has taken it since it came; put back or suspended is not untouched")
  func untouched() throws {
    let desk = try desk { $0.serviceLevels.nodes = [.handle: .elapsed(.hours(2))] }
    for number in 1...3 {
      try desk.bring(UInt64(number), .rubbish, to: .dispatch, at: "03-05 09:00")
    }
    desk.pass("03-05 09:00", .dispatch(1, to: .urban), .take(.urban), .putBack(1))
    desk.pass("03-05 09:00", .dispatch(2, to: .roads), .dispatch(3, to: .power), .take(.power))
    desk.pass("03-05 10:00", .suspend(3, .weather), .resume(3))
    try desk.play([
      (
        "03-05 11:00:00.001", nil,
        "#1 handle breached; #2 handle breached; #2 untouched unit 1; #3 handle breached"
      )
    ])
  }

  @Test("A post and grid officers that let it lie are named, and held to account")
  func posts() throws {
    let desk = try desk(1) {
      $0.serviceLevels.nodes = [.accept: .elapsed(.hours(1)), .verify: .elapsed(.hours(1))]
    }
    try desk.bring(1, .noise, to: .feedback, at: "03-05 09:00")
    desk.pass("03-05 09:00", .feedback(1, evidence: true), .submit(2, .noise))
    try desk.play([
      (
        "03-05 10:00:00.001", nil,
        "#1 verify breached; #1 untouched longtianGrid; #1 held to account longtianGrid; "
          + "#2 accept breached; #2 untouched longtianPost; #2 held to account longtianPost"
      )
    ])
    #expect(desk.core.ledger(ofList: .longtianGrid)?.isHeldToAccount == true)
    #expect(desk.core.ledger(ofList: .longtianPost)?.untouched == 1)
  }
}
