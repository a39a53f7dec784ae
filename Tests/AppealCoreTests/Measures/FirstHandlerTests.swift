import AppealCore
import CivicTime
import Testing

@Suite("First-handler responsibility and arbitration")
struct FirstHandlerTests {
  private func desk() throws -> Desk {
    let desk = try Desk { $0.measures.firstHandler = FirstHandler() }
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    return desk
  }

  @Test("Relieved: the top post upholds the one return, and another unit leads")
  func upheld() throws {
    let desk = try desk()
    try desk.play([
      ("03-05 09:01", .arbitrate(1, upheld: true), "refused: wrongNode(handle)"),
      ("03-05 09:01", .sendBack(1, .none), "refused: groundRequired"),
      ("03-05 09:01", .sendBack(1, .notResponsible), "sent back by 1 (notResponsible) to centre"),
      ("03-05 09:02", .arbitrate(1, upheld: true), "refused: notInHands"),
      ("03-05 09:02", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:03", .dispatch(1, to: .urban), "refused: awaitsArbitration"),
      ("03-05 09:03", .handOver(1, to: .longtianPost), "refused: awaitsArbitration"),
      ("03-05 09:04", .putBack(1), "put back on centre"),
      ("03-05 09:05", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:06", .arbitrate(1, upheld: true), "1 relieved"),
      ("03-05 09:07", .arbitrate(1, upheld: false), "refused: nothingToArbitrate"),
      ("03-05 09:08", .dispatch(1, to: .urban), "dispatched to 0, signIn on urban"),
      ("03-05 09:09", .take(.urban), "#1 taken from urban by 7"),
      ("03-05 09:10", .sendBack(1, .notResponsible), "refused: returnNotAllowed"),
    ])
    #expect(try desk.view(1).leadUnit == .urban && !desk.view(1).awaitsArbitration)
  }

  @Test("Not relieved: the same unit leads on, and may not ask again")
  func declined() throws {
    let desk = try desk()
    try desk.play([
      (
        "03-05 09:01", .sendBack(1, .insufficientFacts),
        "sent back by 1 (insufficientFacts) to centre"
      ),
      ("03-05 09:02", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:03", .arbitrate(1, upheld: false), "1 leads on; dispatched to 1, signIn on roads"),
      ("03-05 09:04", .take(.roads), "#1 taken from roads by 7"),
      ("03-05 09:05", .sendBack(1, .notResponsible), "refused: returnNotAllowed"),
    ])
    #expect(desk.core.ledger(of: .roads)?.dispatched == 2)
  }

  @Test("The decision overrides the post that alone dispatches to the unit")
  func ownPost() throws {
    let desk = try Desk {
      $0.measures.firstHandler = FirstHandler()
      $0.dispatch.unitPosts = [.none, .longtianPost]
    }
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:01", .sendBack(1, .notResponsible), "sent back by 1 (notResponsible) to centre"),
      ("03-05 09:02", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:03", .arbitrate(1, upheld: false), "1 leads on; dispatched to 1, signIn on roads"),
    ])
  }

  @Test("Reopened, the unit may ask once more; without the measure nobody arbitrates")
  func anew() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:01", .sendBack(1, .notResponsible), .take(.centre), .arbitrate(1, upheld: false),
      .take(.roads), .signIn(1), .handle(1), .feedback(1, evidence: true), .take(.longtianGrid),
      .verify(1, passed: true), .close(1), .reopen(1, .problemReturned), .take(.roads))
    try desk.play([
      ("03-05 09:05", .sendBack(1, .notResponsible), "sent back by 1 (notResponsible) to centre")
    ])
    let off = try Desk()
    try off.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try off.play([
      (
        "03-05 09:01", .sendBack(1, .notResponsible),
        "sent back by 1 (notResponsible) to longtianPost"
      ),
      ("03-05 09:01", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:01", .arbitrate(1, upheld: true), "refused: nothingToArbitrate"),
    ])
  }
}
