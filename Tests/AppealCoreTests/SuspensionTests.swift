import AppealCore
import CivicTime
import Testing

@Suite("Suspension")
struct SuspensionTests {
  @Test("What is left is kept in working time")
  func workingBudget() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      ("03-05 09:30", .suspend(1, .awaitingCitizen), "suspended (awaitingCitizen)"),
      ("03-05 09:31", .take(.longtianPost), "refused: listEmpty"),
      ("03-07 16:00", .resume(1), "resumed, due 03-08 10:30, node due 03-07 16:30"),
      ("03-07 16:30", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-07 16:30:00.001", nil, "#1 accept breached"),
      ("03-08 12:00", nil, "03-08 10:30:00.001 #1 breached"),
    ])
  }

  @Test("What is left of an elapsed limit is kept in elapsed time")
  func elapsedBudget() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 20:00", .submit(1, .blackout),
        "#1 submitted on longtianPost, due 03-05 21:00, node due 03-06 10:00"
      ),
      ("03-05 20:20", .suspend(1, .weather), "suspended (weather)"),
      ("03-05 23:00", .resume(1), "resumed, due 03-05 23:40, node due 03-06 10:00"),
      ("03-05 23:45", nil, "03-05 23:40:00.001 #1 breached"),
    ])
  }

  @Test("The task leaves the holder's hands and returns to its list")
  func fromHands() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      ("03-05 10:00", .suspend(1, .awaitingThirdParty), "suspended (awaitingThirdParty)"),
      ("03-05 10:00", .handle(1), "refused: suspended"),
      ("03-05 10:00", .suspend(1, .weather), "refused: suspended"),
      ("03-05 10:00", .putBack(1), "refused: suspended"),
      ("03-05 10:00", .sendBack(1, .none), "refused: suspended"),
      ("03-05 10:00", .extend(1, by: .elapsed(1)), "refused: suspended"),
      ("03-05 10:00", .close(1), "refused: suspended"),
      ("03-12 10:00", .resume(1), "resumed, due 03-19 18:00, node due 03-13 10:00"),
      ("03-12 10:00", .handle(1), "refused: notInHands"),
      ("03-12 10:00", .resume(1), "refused: notSuspended"),
      ("03-12 10:01", .take(.roads), "#1 taken from roads by 7"),
      ("03-12 10:02", .handle(1), "handle done, feedback"),
    ])
    #expect(desk.core.view(of: 1)?.isSuspended == false)
  }

  @Test("Nothing rings meanwhile; a deadline missed before stays missed")
  func missed() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      (
        "03-05 14:59", .suspend(1, .litigation),
        "03-05 10:00:00.001 accept breached; suspended (litigation)"
      ),
      ("03-20 09:00", .resume(1), "resumed, due 03-20 09:01, node due 03-05 10:00"),
      ("03-20 09:00:59", .suspend(1, .litigation), "suspended (litigation)"),
      ("03-21 09:00", .resume(1), "resumed, due 03-21 09:00:01, node due 03-05 10:00"),
      (
        "03-21 09:01", .suspend(1, .litigation),
        "03-21 09:00:01.001 breached; suspended (litigation)"
      ),
      ("03-22 09:00", .resume(1), "resumed, due 03-21 09:00:01, node due 03-05 10:00"),
      ("03-22 18:00", nil, ""),
    ])
  }

  @Test("Suspended at the very end of the limit, it is due at the next opening")
  func nothingLeft() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 11:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 17:00, node due 03-05 12:00"
      ),
      (
        "03-05 17:00", .suspend(1, .weather),
        "03-05 12:00:00.001 accept breached; suspended (weather)"
      ),
      ("03-05 19:00", .resume(1), "resumed, due 03-06 09:00, node due 03-05 12:00"),
      ("03-06 09:00:00.001", nil, "#1 breached"),
    ])
  }

  @Test("A suspended appeal may be cancelled; one without limits may be suspended")
  func others() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, .thanks),
        "#1 submitted on longtianPost, due never, node due 03-05 10:00"
      ),
      ("03-05 09:00", .suspend(1, .weather), "suspended (weather)"),
      ("03-05 09:30", .resume(1), "resumed, due never, node due 03-05 10:30"),
      ("03-05 10:00", .suspend(1, .weather), "suspended (weather)"),
      ("03-05 11:00", .cancel(1, .withdrawn), "cancelled (withdrawn)"),
      ("03-05 11:00", .resume(1), "refused: alreadyClosed"),
      ("03-05 11:00", .resume(2), "refused: unknownAppeal"),
    ])
  }

  @Test("No resumption past the end of the calendar")
  func pastTheCalendar() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:00", .suspend(1, .weather), "suspended (weather)"),
      ("12-31 17:00", .resume(1), "refused: outsideCalendar"),
    ])
  }
}
