import AppealCore
import CivicTime
import Testing

@Suite("Repair first, settle liability later")
struct RepairFirstTests {
  private func desk() throws -> Desk {
    try Desk {
      $0.measures.repairFirst = RepairFirst(leaves: [.noise], settle: .working(.hours(4)))
    }
  }

  @Test("The unit repairs while the case runs beside; the case outlives the close")
  func dispute() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .signIn, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:01", .sendBack(1, .notResponsible), "refused: repairFirst"),
      ("03-05 09:01", .settleLiability(1, liable: .urban), "refused: unknownSideTask"),
      ("03-05 09:01", .dispute(1), "disputed by 1; liability on liabilityDesk, due 03-05 15:01"),
      ("03-05 09:01", .dispute(1), "refused: alreadyDisputed"),
      ("03-05 09:01", .signIn(1), "signIn done, handle, node due 03-06 10:01"),
      ("03-05 09:01", .handle(1), "handle done, feedback"),
      ("03-05 09:01", .feedback(1, evidence: true), "feedback done, verify on longtianGrid"),
      ("03-05 09:01", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-05 09:01", .verify(1, passed: true), "verify done, close"),
      ("03-05 09:01", .close(1), "closed"),
      ("03-05 09:02", .settleLiability(1, liable: .urban), "refused: notInHands"),
      ("03-05 09:03", .take(.liabilityDesk), "#1 side task taken from liabilityDesk by 7"),
      ("03-05 09:04", .settleLiability(1, liable: UnitID(3)), "refused: unknownUnit"),
      ("03-05 09:04", .callBack(1, solved: true), "refused: unknownSideTask"),
      ("03-05 09:04", .putBackSide(1, .liabilityDesk), "side task put back on liabilityDesk"),
      ("03-05 09:05", .take(.liabilityDesk), "#1 side task taken from liabilityDesk by 7"),
      ("03-05 09:06", .settleLiability(1, liable: .power), "liability done on liabilityDesk (2)"),
      ("03-05 09:06", .settleLiability(1, liable: .power), "refused: unknownSideTask"),
    ])
  }

  @Test("Returns for other grounds stand; only listed leaves, in the unit's hands")
  func refusals() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:01", .dispute(1), "refused: wrongNode(dispatch)"),
      ("03-05 09:01", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
      ("03-05 09:01", .dispute(1), "refused: notInHands"),
      ("03-05 09:01", .take(.roads), "#1 taken from roads by 7"),
      (
        "03-05 09:01", .sendBack(1, .insufficientFacts),
        "sent back by 1 (insufficientFacts) to longtianPost"
      ),
    ])
    try desk.bring(2, .pothole, to: .handle, at: "03-05 09:01", unit: .urban)
    try desk.play([
      ("03-05 09:01", .dispute(2), "refused: notInForce"),
      (
        "03-05 09:01", .sendBack(2, .notResponsible),
        "sent back by 0 (notResponsible) to longtianPost"
      ),
    ])
  }

  @Test("One case at a time, however often the appeal comes back; cancelled, it is settled too")
  func oneCase() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    desk.pass(
      "03-05 09:01", .dispute(1), .handle(1), .feedback(1, evidence: true), .take(.longtianGrid),
      .verify(1, passed: true), .close(1), .reopen(1, .problemReturned), .take(.roads))
    try desk.play([
      ("03-05 09:02", .dispute(1), "refused: alreadyDisputed"),
      ("03-05 09:03", .take(.liabilityDesk), "#1 side task taken from liabilityDesk by 7"),
      ("03-05 09:03", .settleLiability(1, liable: .roads), "liability done on liabilityDesk (1)"),
      ("03-05 09:04", .dispute(1), "disputed by 1; liability on liabilityDesk, due 03-05 15:04"),
      ("03-05 09:05", .cancel(1, .withdrawn), "cancelled (withdrawn)"),
      (
        "03-25 09:05", .submit(9, .pothole),
        "#2 submitted on longtianPost, due 03-30 18:00, node due 03-26 10:00"
      ),
      ("03-25 09:06", .take(.liabilityDesk), "#1 side task taken from liabilityDesk by 7"),
      ("03-25 09:06", .settleLiability(1, liable: .urban), "liability done on liabilityDesk"),
    ])
    #expect(desk.core.view(of: 1) == nil)
  }
}
