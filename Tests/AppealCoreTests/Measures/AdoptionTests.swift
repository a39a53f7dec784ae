import AppealCore
import CivicTime
import Testing

@Suite("Adoption of suggestions")
struct AdoptionTests {
  @Test("Received, reviewed, adopted, implemented: in order, open or closed")
  func order() throws {
    let desk = try Desk {
      $0.measures.adoption = true
      $0.windows.adoption = .days(15)
      $0.serviceLevels.nodes = [:]
      $0.serviceLevels.overall[.suggestion] = Target.none
    }
    desk.pass("03-05 09:00", .submit(1, .noise, .suggestion), .submit(2, .noise))
    try desk.play([
      ("03-05 09:00", .adopt(2, .underReview), "refused: notASuggestion"),
      ("03-05 09:00", .adopt(3, .underReview), "refused: unknownAppeal"),
      ("03-05 09:00", .adopt(1, .adopted), "refused: adoptionOutOfOrder(AdoptionState.received)"),
      ("03-05 09:00", .adopt(1, .underReview), "underReview"),
      (
        "03-05 09:00", .adopt(1, .underReview),
        "refused: adoptionOutOfOrder(AdoptionState.underReview)"
      ),
      ("03-05 09:01", .cancel(1, .withdrawn), "cancelled (withdrawn)"),
      ("03-05 09:02", .adopt(1, .partlyAdopted), "partlyAdopted"),
      (
        "03-05 09:03", .adopt(1, .declined),
        "refused: adoptionOutOfOrder(AdoptionState.partlyAdopted)"
      ),
      ("03-20 09:01", .adopt(1, .implemented), "03-12 18:00:00.001 #2 breached; implemented"),
      ("03-20 09:01:00.001", .adopt(1, .implemented), "refused: unknownAppeal"),
    ])
    let off = try Desk()
    off.pass("03-05 09:00", .submit(1, .noise, .suggestion))
    try off.play([("03-05 09:00", .adopt(1, .underReview), "refused: notInForce")])
  }

  @Test("Which state may follow which")
  func states() {
    let follow = AdoptionState.allCases.map { from in
      AdoptionState.allCases.filter { from.leads(to: $0) }
    }
    #expect(
      follow == [
        [.underReview], [.adopted, .partlyAdopted, .declined], [.implemented], [.implemented], [],
        [],
      ])
  }

  @Test("The state stays through close and reopening")
  func kept() throws {
    let desk = try Desk { $0.measures.adoption = true }
    desk.pass(
      "03-05 09:00", .submit(1, .noise, .suggestion), .adopt(1, .underReview), .adopt(1, .declined),
      .take(.longtianPost), .accept(1), .file(1, .noise), .dispatch(1, to: .roads), .take(.roads),
      .signIn(1), .handle(1), .feedback(1, evidence: true), .take(.longtianGrid),
      .verify(1, passed: true), .close(1))
    #expect(try desk.view(1).adoption == .declined && desk.view(1).status == .closed)
    desk.pass("03-05 09:00", .reopen(1, .supervision))
    #expect(try desk.view(1).adoption == .declined && desk.view(1).status == .listed)
    try desk.expectReplay()
  }
}
