import AppealCore
import CivicTime
import Testing

@Suite("Returns and re-dispatch")
struct ReturnTests {
  @Test("A return goes to the dispatching post, a repeated one to the centre, a third is refused")
  func ladder() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .signIn, at: "03-05 09:00", unit: .roads)
    try desk.play([
      (
        "03-05 09:10", .sendBack(1, .notResponsible),
        "sent back by 1 (notResponsible) to longtianPost"
      ),
      ("03-05 09:11", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:12", .dispatch(1, to: .urban), "dispatched to 0, signIn on urban"),
      ("03-05 09:13", .take(.urban), "#1 taken from urban by 7"),
      ("03-05 09:14", .signIn(1), "signIn done, handle, node due 03-06 10:14"),
      ("03-05 09:15", .sendBack(1, .none), "sent back by 0 (none) to centre"),
      ("03-05 09:16", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:17", .dispatch(1, to: .power), "dispatched to 2, signIn on power"),
      ("03-05 09:18", .take(.power), "#1 taken from power by 7"),
      ("03-05 09:19", .sendBack(1, .insufficientFacts), "refused: returnNotAllowed"),
      ("03-05 09:20", .signIn(1), "signIn done, handle, node due 03-06 10:20"),
    ])
    #expect(desk.core.view(of: 1)?.returns == 2)
    #expect(desk.core.view(of: 1)?.leadUnit == .power)
  }

  @Test("Nobody is responsible between return and dispatch")
  func noLead() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      (
        "03-05 09:10", .sendBack(1, .notResponsible),
        "sent back by 1 (notResponsible) to longtianPost"
      )
    ])
    #expect(desk.core.view(of: 1)?.leadUnit == UnitID.none)
    #expect(desk.core.view(of: 1)?.node == .dispatch)
  }

  @Test("Only from the unit's hands, at sign-in or handling")
  func refused() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:00", .sendBack(1, .none), "refused: wrongNode(dispatch)"),
      ("03-05 09:00", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
      ("03-05 09:00", .sendBack(1, .none), "refused: notInHands"),
      ("03-05 09:00", .take(.roads), "#1 taken from roads by 7"),
      ("03-05 09:00", .signIn(1), "signIn done, handle, node due 03-06 10:00"),
      ("03-05 09:00", .handle(1), "handle done, feedback"),
      ("03-05 09:00", .sendBack(1, .none), "refused: wrongNode(feedback)"),
    ])
  }

  @Test("No returns where the limit is zero; all to the centre where escalation starts at once")
  func rules() throws {
    var policy = try District.policy()
    policy.returns = ReturnRules(limit: 0, escalateFrom: 1)
    let strict = try Desk(policy)
    try strict.bring(1, .noise, to: .signIn, at: "03-05 09:00")
    try strict.play([("03-05 09:00", .sendBack(1, .notResponsible), "refused: returnNotAllowed")])

    policy.returns = ReturnRules(limit: 1, escalateFrom: 1)
    let central = try Desk(policy)
    try central.bring(1, .noise, to: .signIn, at: "03-05 09:00")
    try central.play([
      ("03-05 09:00", .sendBack(1, .notResponsible), "sent back by 1 (notResponsible) to centre")
    ])
  }

  @Test("After hand-over the return goes to the post that dispatched, not to the first")
  func afterHandOver() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:00", .handOver(1, to: .kengziPost), "handed over from longtianPost to kengziPost"),
      ("03-05 09:00", .take(.kengziPost), "#1 taken from kengziPost by 7"),
      ("03-05 09:00", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
      ("03-05 09:00", .take(.roads), "#1 taken from roads by 7"),
      (
        "03-05 09:00", .sendBack(1, .notResponsible),
        "sent back by 1 (notResponsible) to kengziPost"
      ),
    ])
  }
}
