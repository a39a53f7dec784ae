import AppealCore
import CivicTime
import Testing

@Suite("Appraisal and reopening")
struct AppraisalTests {
  @Test("Once, with valid scores, within the window, its last instant included")
  func appraisal() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .close, at: "03-05 09:00")
    try desk.bring(2, .noise, to: .close, at: "03-05 09:00")
    let none = Appraisal(speed: 0, result: 5, attitude: 5, system: 5)
    let six = Appraisal(speed: 5, result: 5, attitude: 5, system: 6)
    try desk.play([
      ("03-05 09:00", .five(1), "refused: notClosed"),
      ("03-05 10:00", .close(1), "closed"),
      ("03-05 10:00", .close(2), "closed"),
      ("03-05 11:00", .appraise(1, none), "refused: invalidScore"),
      ("03-05 11:00", .appraise(1, six), "refused: invalidScore"),
      ("03-12 10:00", .five(1), "appraised 4.75"),
      ("03-12 10:00", .five(1), "refused: alreadyAppraised"),
      ("03-12 10:00:00.001", .five(2), "refused: appraisalWindowOver"),
      ("03-12 10:00:00.001", .five(3), "refused: unknownAppeal"),
    ])
  }

  @Test("Reopened at the lead unit, with a new overall clock; the window's last instant included")
  func reopening() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .close, at: "03-05 09:00")
    try desk.bring(2, .noise, to: .close, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:30", .reopen(1, .lowAppraisal), "refused: notClosed"),
      ("03-05 10:00", .close(1), "closed"),
      ("03-05 10:00", .close(2), "closed"),
      ("03-05 11:00", .five(1), "appraised 4.75"),
      ("03-05 11:00", .reopen(1, .replyRejected), "refused: notReplied"),
      ("03-05 11:00", .reopen(1, .callBack), "refused: unknownSideTask"),
      (
        "03-20 10:00", .reopen(1, .lowAppraisal),
        "reopened (lowAppraisal) on roads, due 03-27 18:00, node due 03-21 11:00"
      ),
      ("03-20 10:00", .submit(1, .noise), "refused: duplicateReference(AppealNumber(1))"),
      ("03-20 10:00:00.001", .reopen(2, .lowAppraisal), "refused: unknownAppeal"),
      ("03-20 11:00", .take(.roads), "#1 taken from roads by 7"),
      ("03-20 11:00", .handle(1), "handle done, feedback"),
      ("03-20 11:00", .feedback(1, evidence: false), "feedback done, verify on longtianGrid"),
      ("03-20 11:00", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-20 11:00", .verify(1, passed: true), "verify done, close"),
      ("03-20 12:00", .close(1), "closed"),
      ("03-20 13:00", .five(1), "appraised 4.75"),
    ])
    let view = try desk.view(1)
    #expect(view.reopenings == 1 && view.submittedAt.text == "03-05 09:00")
    #expect(desk.core.closedAppeals == 3)
  }

  @Test("Windows of their own: appraisal longer than reopening")
  func windows() throws {
    var policy = try District.policy()
    policy.windows = Windows(appraisal: .days(2), reopening: .days(1), idempotency: 0)
    let desk = try Desk(policy)
    try desk.bring(1, .noise, to: .close, at: "03-05 09:00")
    try desk.play([
      ("03-05 10:00", .close(1), "closed"),
      ("03-06 10:00:00.001", .reopen(1, .problemReturned), "refused: reopeningWindowOver"),
      ("03-07 10:00", .five(1), "appraised 4.75"),
      ("03-07 10:00:00.001", .five(1), "refused: unknownAppeal"),
    ])
  }
}
