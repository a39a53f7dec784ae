import AppealCore
import CivicTime
import Testing

@Suite("Supporting units when things change")
struct SupportChangeTests {
  private func desk(_ order: SupportRules.Order) throws -> Desk {
    let desk = try Desk {
      $0.measures.support = SupportRules(order: order)
      $0.measures.tags = .small()
      $0.serviceLevels.nodes = [:]
    }
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    return desk
  }

  @Test("A part follows the rank and the deadline of the appeal; a planned one opens with them")
  func follows() throws {
    let desk = try desk(.serial)
    try desk.bring(2, .rubbish, to: .dispatch, at: "03-05 09:00")
    desk.pass(
      "03-05 09:00", .dispatch(2, to: .urban), .support(1, by: .urban), .support(1, by: .power))
    #expect(desk.core.firstTask(on: .urban)?.appeal == 2)
    try desk.play([
      ("03-05 09:01", .tag(1, .urgent), "tagged 0"),
      ("03-05 09:02", .extend(1, by: .elapsed(.days(1))), "due 03-13 18:00 (extended)"),
    ])
    let first = desk.core.firstTask(on: .urban)
    #expect(first?.appeal == 1 && first?.rank == Rank.urgent && first?.due.text == "03-13 18:00")
    try desk.play([
      ("03-05 09:03", .take(.urban), "#1 side task taken from urban by 7"),
      (
        "03-05 09:03", .finishSupport(1, .urban),
        "support done on urban; support on power, due 03-13 18:00"
      ),
    ])
  }

  @Test("A supporting unit asked in error is withdrawn: waiting, on its list, or in hands")
  func withdrawn() throws {
    let desk = try desk(.serial)
    desk.pass("03-05 09:00", .support(1, by: .urban), .support(1, by: .power))
    try desk.play([
      ("03-05 09:01", .withdrawSupport(1, .power), "support by 2 withdrawn"),
      ("03-05 09:01", .withdrawSupport(1, .power), "refused: unknownSideTask"),
      ("03-05 09:01", .withdrawSupport(1, UnitID(3)), "refused: unknownUnit"),
      ("03-05 09:01", .withdrawSupport(2, .urban), "refused: unknownAppeal"),
      ("03-05 09:02", .support(1, by: .power), "support by 2 planned"),
      (
        "03-05 09:03", .withdrawSupport(1, .urban),
        "support by 0 withdrawn; support on power, due 03-12 18:00"
      ),
      ("03-05 09:03", .take(.urban), "refused: listEmpty"),
      ("03-05 09:04", .take(.power), "#1 side task taken from power by 7"),
      ("03-05 09:05", .handle(1), "refused: supportPending"),
      ("03-05 09:05", .withdrawSupport(1, .power), "support by 2 withdrawn"),
      ("03-05 09:05", .handle(1), "handle done, feedback"),
    ])
  }

  @Test("An extended close earns no credit for being early")
  func credit() throws {
    let desk = try Desk {
      $0.measures.credits = CreditRules(earlyWithin: 50, earlyClose: 3, fiveStars: 0)
      $0.serviceLevels.nodes = [:]
    }
    try desk.bring(1, .blackout, to: .close, at: "03-05 09:00", unit: .power)
    try desk.play([
      ("03-05 09:10", .extend(1, by: .elapsed(.days(1))), "due 03-06 10:00 (extended)"),
      ("03-05 09:20", .close(1), "closed"),
    ])
  }
}
