import AppealCore
import CivicTime
import Testing

@Suite("Emergency: who dispatches, what moves, which deadline holds")
struct EmergencyDispatchTests {
  /// Each post dispatches to one unit; noise is listed, due in 3 hours; lists merge at the centre.
  private func desk(
    _ handOvers: Set<DispatchTree.HandOver> = Set(DispatchTree.HandOver.allCases)
  ) throws -> Desk {
    try Desk {
      $0.dispatch.unitPosts = [.longtianPost, .kengziPost, .centre]
      $0.dispatch.handOvers = handOvers
      $0.measures.emergency = EmergencyRules(
        leaves: [.noise], target: .elapsed(.hours(3)), post: .centre, trigger: 0,
        window: .hours(1), quiet: .hours(2))
      $0.serviceLevels.nodes = [:]
    }
  }

  @Test("The post that dispatches for a street in emergency reaches that street's units itself")
  func dispatch() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .setMode(.longtian, .emergency), .submit(1, .advice), .take(.centre),
      .accept(1), .file(1, .advice), .submit(2, .advice, via: .hotline, in: .jinsha),
      .take(.centre), .accept(2), .file(2, .advice))
    #expect(desk.core.mayDispatch(1, to: .urban) && !desk.core.mayDispatch(2, to: .urban))
    #expect(!desk.core.mayDispatch(1, to: UnitID(3)) && !desk.core.mayDispatch(9, to: .urban))
    try desk.play([
      ("03-05 09:00", .dispatch(2, to: .urban), "refused: unitOfAnotherPost(ListID(1))"),
      ("03-05 09:00", .dispatch(1, to: .urban), "dispatched to 0, signIn on urban"),
    ])
  }

  @Test("What was escalated or handed over stays, before and after")
  func stays() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .submit(1, .advice), .take(.longtianPost), .handOver(1, to: .kengziPost),
      .submit(2, .advice), .setMode(.longtian, .emergency))
    #expect(try desk.view(1).list == .kengziPost && desk.view(2).list == .centre)
    desk.pass("03-05 09:01", .setMode(.longtian, .peacetime))
    #expect(try desk.view(1).list == .kengziPost && desk.view(2).list == .longtianPost)
    try desk.expectReplay()
  }

  @Test("A deadline that the mode shortened follows another leaf; what was granted is kept")
  func filing() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .submit(1, .noise), .submit(2, .noise), .submit(3, .advice),
      .extend(3, by: .elapsed(.days(20))), .take(.longtianPost), .take(.longtianPost),
      .take(.longtianPost), .accept(1), .accept(2), .accept(3))
    desk.pass("03-05 13:00", .setMode(.longtian, .emergency))
    try desk.play([
      // Filed under what is not listed: the usual limit, neither the mode's nor the longer of both.
      (
        "03-05 14:00", .file(1, .rubbish),
        "filed as 0, workflow 0, dispatch; due 03-05 15:00 (reclassification)"
      ),
      ("03-05 14:10", .file(3, .pothole), "filed as 1, workflow 1, dispatch"),
      (
        "03-05 14:20", .file(2, .advice),
        "filed as 4, workflow 1, dispatch; due 03-07 09:00 (reclassification)"
      ),
    ])
  }

  @Test("Filed under another listed leaf, the mode's hours go on counting from the change of mode")
  func listed() throws {
    let desk = try Desk {
      $0.measures.emergency = EmergencyRules(
        leaves: [.noise, .pothole], target: .elapsed(.hours(3)), post: .none, trigger: 0,
        window: 0, quiet: .hours(2))
      $0.serviceLevels.nodes = [:]
    }
    desk.pass("03-05 09:00", .submit(1, .noise), .take(.longtianPost), .accept(1))
    try desk.play([
      ("03-06 09:00", .setMode(.longtian, .emergency), "emergency in 0; #1 due 03-06 12:00 (mode)"),
      ("03-06 10:00", .file(1, .pothole), "filed as 1, workflow 1, dispatch"),
    ])
  }
}
