import AppealCore
import Testing

@Suite("Evidence, verification and redo")
struct VerificationTests {
  @Test("A failed verification goes back to the lead unit, as often as it fails")
  func redo() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .verify, at: "03-05 09:00", unit: .urban, in: .jinsha)
    try desk.play([
      ("03-05 10:00", .verify(1, passed: false), "redone by 0 on urban, node due 03-06 11:00"),
      ("03-05 10:00", .handle(1), "refused: notInHands"),
      ("03-05 10:10", .take(.urban), "#1 taken from urban by 7"),
      ("03-05 10:20", .handle(1), "handle done, feedback"),
      ("03-05 10:30", .feedback(1, evidence: false), "feedback done, verify on kengziGrid"),
      ("03-05 10:40", .take(.kengziGrid), "#1 taken from kengziGrid by 7"),
      ("03-05 10:50", .verify(1, passed: false), "redone by 0 on urban, node due 03-06 11:50"),
      ("03-05 11:00", .take(.urban), "#1 taken from urban by 7"),
      (
        "03-05 11:10", .sendBack(1, .notResponsible),
        "sent back by 0 (notResponsible) to kengziPost"
      ),
    ])
    #expect(desk.core.view(of: 1)?.redos == 2)
  }

  @Test("No feedback without evidence where the leaf requires it")
  func evidence() throws {
    let desk = try Desk()
    try desk.bring(1, .pothole, to: .feedback, at: "03-05 09:00")
    try desk.play([
      ("03-05 10:00", .feedback(1, evidence: false), "refused: evidenceRequired"),
      ("03-05 10:01", .feedback(1, evidence: true), "feedback done, verify on longtianGrid"),
    ])
  }

  @Test("Where no node asks for feedback, no close without evidence; elsewhere it was there before")
  func evidenceAtClose() throws {
    let desk = try Desk { $0.form.leaves[LeafID.rubbish.index].evidence = true }
    try desk.bring(1, .rubbish, to: .close, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:30", .close(1), "refused: evidenceRequired"),
      ("03-05 09:31", .close(1, evidence: true), "closed"),
    ])
    try desk.bring(2, .pothole, to: .close, at: "03-05 10:00")
    try desk.play([("03-05 10:00", .close(2), "closed")])
    let other = try Desk()
    try other.bring(1, .rubbish, to: .close, at: "03-05 09:00")
    try other.play([("03-05 09:30", .close(1), "closed")])
  }

  @Test("Whoever verified closes, and may put the task back before")
  func closing() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .verify, at: "03-05 09:00")
    try desk.play([
      ("03-05 10:00", .verify(1, passed: true), "verify done, close"),
      ("03-05 10:01", .putBack(1), "put back on longtianGrid"),
      ("03-05 10:02", .close(1), "refused: notInHands"),
      ("03-05 10:03", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-05 10:04", .close(1), "closed"),
      ("03-05 10:05", .close(1), "refused: alreadyClosed"),
    ])
    let view = desk.core.view(of: 1)
    #expect(view?.closedAt?.text == "03-05 10:04")
    #expect(view?.status == .closed && view?.isOpen == false && view?.leadUnit == .roads)
    #expect(desk.core.closedAppeals == 1 && desk.core.openAppeals == 0)
  }
}
