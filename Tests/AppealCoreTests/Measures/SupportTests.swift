import AppealCore
import CivicTime
import Testing

@Suite("Several units at one appeal")
struct SupportTests {
  private func desk(_ order: SupportRules.Order, limit: UInt8 = 8) throws -> Desk {
    let desk = try Desk { $0.measures.support = SupportRules(order: order, limit: limit) }
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    return desk
  }

  @Test("Parallel: all parts at once; the lead handles meanwhile, and reports when all have joined")
  func parallel() throws {
    let desk = try desk(.parallel)
    try desk.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:01", .support(1, by: .power), "support on power, due 03-12 18:00"),
      ("03-05 09:02", .take(.urban), "#1 side task taken from urban by 7"),
      ("03-05 09:03", .handle(1), "handle done, feedback"),
      ("03-05 09:04", .feedback(1, evidence: true), "refused: supportPending"),
      ("03-05 09:05", .finishSupport(1, .urban), "support done on urban"),
      ("03-05 09:06", .feedback(1, evidence: true), "refused: supportPending"),
      ("03-05 09:07", .finishSupport(1, .power), "refused: notInHands"),
      ("03-05 09:08", .take(.power), "#1 side task taken from power by 7"),
      ("03-05 09:09", .putBackSide(1, .power), "side task put back on power"),
      ("03-05 09:10", .take(.power), "#1 side task taken from power by 7"),
      ("03-05 09:11", .finishSupport(1, .power), "support done on power"),
      ("03-05 09:12", .finishSupport(1, .power), "refused: unknownSideTask"),
      ("03-05 09:13", .feedback(1, evidence: true), "feedback done, verify on longtianGrid"),
    ])
  }

  @Test("Serial: one part after another in the order of asking, the lead's own last")
  func serial() throws {
    let desk = try desk(.serial)
    try desk.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:01", .support(1, by: .power), "support by 2 planned"),
      ("03-05 09:02", .take(.power), "refused: listEmpty"),
      ("03-05 09:02", .take(.urban), "#1 side task taken from urban by 7"),
      ("03-05 09:03", .handle(1), "refused: supportPending"),
      ("03-05 09:03", .putBackSide(1, .power), "refused: notInHands"),
      (
        "03-05 09:04", .finishSupport(1, .urban),
        "support done on urban; support on power, due 03-12 18:00"
      ),
      ("03-05 09:05", .handle(1), "refused: supportPending"),
      ("03-05 09:06", .take(.power), "#1 side task taken from power by 7"),
      ("03-05 09:07", .finishSupport(1, .power), "support done on power"),
      ("03-05 09:08", .handle(1), "handle done, feedback"),
    ])
  }

  @Test("Who may support: a unit that neither leads nor supports, up to the limit, while handled")
  func refusals() throws {
    let desk = try desk(.parallel, limit: 1)
    try desk.play([
      ("03-05 09:01", .support(1, by: UnitID(3)), "refused: unknownUnit"),
      ("03-05 09:01", .support(1, by: .roads), "refused: cannotSupport"),
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:01", .support(1, by: .urban), "refused: cannotSupport"),
      ("03-05 09:01", .support(1, by: .power), "refused: cannotSupport"),
      ("03-05 09:01", .finishSupport(1, UnitID(3)), "refused: unknownUnit"),
      ("03-05 09:01", .finishSupport(1, .power), "refused: unknownSideTask"),
      ("03-05 09:01", .putBackSide(1, .urban), "refused: notInHands"),
      ("03-05 09:01", .putBackSide(1, .power), "refused: unknownSideTask"),
      ("03-05 09:01", .handle(1), "handle done, feedback"),
      ("03-05 09:01", .support(1, by: .power), "refused: wrongNode(feedback)"),
      ("03-05 09:01", .suspend(1, .weather), "suspended (weather)"),
      ("03-05 09:01", .support(1, by: .power), "refused: suspended"),
    ])
    let two = try self.desk(.parallel, limit: 2)
    try two.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:01", .support(1, by: .urban), "refused: cannotSupport"),
    ])
    let early = try Desk { $0.measures.support = SupportRules(order: .parallel) }
    try early.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    try early.play([("03-05 09:01", .support(1, by: .urban), "refused: wrongNode(dispatch)")])
    let off = try Desk()
    try off.bring(1, .noise, to: .signIn, at: "03-05 09:00")
    try off.play([("03-05 09:01", .support(1, by: .urban), "refused: notInForce")])
  }

  @Test("Without feedback and verification the close waits for all; handling, before verification")
  func waits() throws {
    let simple = try Desk { $0.measures.support = SupportRules(order: .parallel) }
    try simple.bring(1, .rubbish, to: .handle, at: "03-05 09:00")
    try simple.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-05 15:00"),
      ("03-05 09:02", .handle(1), "handle done, close"),
      ("03-05 09:03", .close(1), "refused: supportPending"),
      ("03-05 09:04", .take(.urban), "#1 side task taken from urban by 7"),
      ("03-05 09:05", .finishSupport(1, .urban), "support done on urban"),
      ("03-05 09:06", .close(1), "closed"),
    ])
    let silent = try Desk {
      $0.measures.support = SupportRules(order: .parallel)
      $0.workflows[1].nodes.removeAll { $0 == .feedback }
    }
    try silent.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try silent.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:02", .handle(1), "refused: supportPending"),
    ])
  }

  @Test("Parts end with the appeal: cancelled, returned, merged, listed or in hands")
  func dropped() throws {
    let returned = try desk(.serial)
    try returned.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:01", .support(1, by: .power), "support by 2 planned"),
      (
        "03-05 09:01", .sendBack(1, .notResponsible),
        "sent back by 1 (notResponsible) to longtianPost"
      ),
      ("03-05 09:01", .take(.urban), "refused: listEmpty"),
      ("03-05 09:01", .finishSupport(1, .urban), "refused: unknownSideTask"),
    ])
    #expect(try returned.view(1).pendingSupports == 0)
    let cancelled = try desk(.parallel)
    try cancelled.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:01", .take(.urban), "#1 side task taken from urban by 7"),
      ("03-05 09:01", .cancel(1, .withdrawn), "cancelled (withdrawn)"),
      ("03-05 09:01", .finishSupport(1, .urban), "refused: unknownSideTask"),
    ])
    let merged = try desk(.parallel)
    merged.pass("03-05 09:00", .submit(2, .noise))
    try merged.play([
      ("03-05 09:01", .support(1, by: .urban), "support on urban, due 03-12 18:00"),
      ("03-05 09:01", .merge(1, into: 2), "merged into #2"),
      ("03-05 09:01", .take(.urban), "refused: listEmpty"),
    ])
  }

  @Test("A part lies on its unit's list by the rank and deadline of the appeal")
  func order() throws {
    let desk = try desk(.parallel)
    try desk.bring(2, .blackout, to: .handle, at: "03-05 09:00", unit: .power)
    try desk.bring(3, .rubbish, to: .dispatch, at: "03-05 09:00")
    desk.pass(
      "03-05 09:01", .dispatch(3, to: .urban), .support(1, by: .urban), .support(2, by: .urban))
    let first = desk.core.firstTask(on: .urban)
    #expect(first?.appeal == 2 && first?.work == .side(.support))
    #expect(first?.due == Instant("03-05 10:00") && first?.rank == Rank.urgent)
    try desk.play([
      ("03-05 09:02", .take(.urban), "#2 side task taken from urban by 7"),
      ("03-05 09:02", .take(.urban), "#3 taken from urban by 7"),
      ("03-05 09:02", .take(.urban), "#1 side task taken from urban by 7"),
    ])
  }
}
