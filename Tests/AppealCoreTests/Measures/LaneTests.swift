import AppealCore
import CivicTime
import Testing

@Suite("Dedicated lanes and their chaser")
struct LaneTests {
  /// Deputies: priority, chased after half the time. Talents: urgent, never chased.
  private func desk(_ change: (inout Policy) -> Void = { _ in }) throws -> Desk {
    try Desk {
      $0.measures.lanes = [
        .deputy: LaneRule(rank: Rank.priority, chaseAt: 50),
        .talent: LaneRule(rank: Rank.urgent, chaseAt: nil),
      ]
      $0.serviceLevels.nodes = [:]
      change(&$0)
    }
  }

  private func advice(_ reference: UInt64, _ lane: Lane) -> Command {
    .submit(reference, .advice, telling: .by(0, lane: lane))
  }

  @Test("The lane's rank leads on the lists, and a lane without a rule is common")
  func rank() throws {
    let desk = try desk()
    try desk.play([
      ("03-05 09:00", advice(1, .common), "#1 submitted on longtianPost, due 03-07 09:00"),
      (
        "03-05 09:00", advice(2, .vulnerable),
        "#2 submitted on longtianPost, due 03-07 09:00; "
          + "#2 described: citizen 0, text 0, vulnerable"
      ),
      (
        "03-05 09:00", advice(3, .deputy),
        "#3 submitted on longtianPost, due 03-07 09:00; "
          + "#3 described: citizen 0, text 0, deputy"
      ),
      (
        "03-05 09:00", advice(4, .talent),
        "#4 submitted on longtianPost, due 03-07 09:00; "
          + "#4 described: citizen 0, text 0, talent"
      ),
    ])
    #expect(desk.core.firstTask(on: .longtianPost)?.appeal == 4)
    let ranks = try (1...4).map { try desk.view(AppealNumber(rawValue: $0)).rank }
    #expect(ranks == [2, 2, 1, 0])
  }

  @Test("The chaser steps in once, when the part of the limit has passed")
  func chase() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", advice(1, .deputy), advice(2, .talent), advice(3, .vulnerable))
    try desk.play([
      ("03-06 08:59:59.999", nil, ""),
      ("03-06 09:00", .chase(1), "chase on chasers, due 03-07 09:00; refused: notInHands"),
      ("03-06 09:01", .take(.chasers), "#1 side task taken from chasers by 7"),
      ("03-06 09:02", .putBackSide(1, .chasers), "side task put back on chasers"),
      ("03-06 09:02", .take(.chasers), "#1 side task taken from chasers by 7"),
      ("03-06 09:03", .chase(1), "chase done on chasers"),
      ("03-06 09:04", .chase(1), "refused: unknownSideTask"),
      ("03-06 09:05", .extend(1, by: .elapsed(.days(9))), "due 03-16 09:00 (extended)"),
      (
        "03-20 09:00", nil,
        "03-07 09:00:00.001 #2 breached; 03-07 09:00:00.001 #3 breached; "
          + "03-16 09:00:00.001 #1 breached"
      ),
    ])
    #expect(desk.core.openTasks(on: .chasers) == 0)
  }

  @Test("When it steps in follows the deadline, until it has")
  func deadline() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", advice(1, .deputy))
    try desk.play([
      ("03-05 10:00", .extend(1, by: .elapsed(.hours(4))), "due 03-07 13:00 (extended)"),
      ("03-06 10:59:59.999", nil, ""),
      ("03-06 11:00", nil, "#1 chase on chasers, due 03-07 13:00"),
    ])
  }

  @Test("The chase ends with the appeal, outlives a return, and begins anew when it is reopened")
  func ends() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", advice(1, .deputy), .take(.longtianPost), .accept(1), .file(1, .advice),
      .dispatch(1, to: .roads), .take(.roads))
    try desk.play([
      (
        "03-06 09:00", .sendBack(1, .notResponsible),
        "chase on chasers, due 03-07 09:00; sent back by 1 (notResponsible) to longtianPost"
      ),
      ("03-06 09:01", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-06 09:01", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
      ("03-06 09:01", .take(.roads), "#1 taken from roads by 7"),
      ("03-06 09:01", .signIn(1), "signIn done, handle"),
      ("03-06 09:01", .handle(1), "handle done, feedback"),
      ("03-06 09:01", .feedback(1, evidence: true), "feedback done, verify on longtianGrid"),
      ("03-06 09:01", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-06 09:01", .verify(1, passed: true), "verify done, close"),
      ("03-06 09:01", .close(1), "closed"),
      ("03-06 09:02", .take(.chasers), "refused: listEmpty"),
      (
        "03-06 10:00", .reopen(1, .problemReturned),
        "reopened (problemReturned) on roads, due 03-08 10:00"
      ),
      ("03-07 10:00", nil, "#1 chase on chasers, due 03-08 10:00"),
    ])
    #expect(try desk.view(1).lane == .deputy && desk.view(1).rank == Rank.priority)
  }

  @Test("No limit, no chase; merged and suspended ones are not chased")
  func none() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .submit(1, .noise, .thanks, telling: .by(0, lane: .deputy)),
      advice(2, .deputy), .suspend(2, .weather), advice(3, .common), advice(4, .deputy),
      .merge(4, into: 3))
    try desk.play([("03-06 12:00", nil, "")])
  }
}
