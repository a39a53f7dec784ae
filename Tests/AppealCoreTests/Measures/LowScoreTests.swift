import AppealCore
import CivicTime
import Testing

@Suite("Low scores, call-back and reopening")
struct LowScoreTests {
  /// Low is a mean of two stars and less.
  private func desk(_ answer: LowScoreRules.Answer, appeals: Int = 1) throws -> Desk {
    let desk = try Desk {
      $0.measures.lowScores = LowScoreRules(quarters: 8, answer: answer)
      $0.serviceLevels.nodes = [:]
    }
    for number in 1...appeals {
      try desk.bring(UInt64(number), .noise, to: .close, at: "03-05 09:00")
      desk.pass("03-05 09:00", .close(AppealNumber(number)))
    }
    return desk
  }

  @Test("A low score is called back within the limit; the threshold itself is low")
  func callBack() throws {
    let desk = try desk(.callBack(within: .working(.hours(2))), appeals: 3)
    let above = Appraisal(speed: 2, result: 2, attitude: 2, system: 3)
    try desk.play([
      ("03-05 10:00", .callBack(1, solved: true), "refused: unknownSideTask"),
      ("03-05 10:00", .appraise(1, above), "appraised 2.25"),
      (
        "03-05 10:00", .appraise(2, .all(2)),
        "appraised 2.0; callBack on callBackDesk, due 03-05 12:00"
      ),
      (
        "03-05 10:00", .appraise(3, .all(1)),
        "appraised 1.0; callBack on callBackDesk, due 03-05 12:00"
      ),
      ("03-05 10:01", .callBack(2, solved: true), "refused: notInHands"),
      ("03-05 10:02", .take(.callBackDesk), "#2 side task taken from callBackDesk by 7"),
      ("03-05 10:03", .callBack(2, solved: true), "callBack done on callBackDesk (1)"),
      ("03-05 10:04", .take(.callBackDesk), "#3 side task taken from callBackDesk by 7"),
      (
        "03-05 10:05", .callBack(3, solved: false),
        "callBack done on callBackDesk; reopened (callBack) on roads, due 03-12 18:00"
      ),
    ])
    #expect(try desk.view(2).status == .closed && desk.view(3).status == .listed)
  }

  @Test("Unsolved after the window, or reopened meanwhile: done, and nothing more")
  func late() throws {
    let desk = try desk(.callBack(within: .none), appeals: 2)
    try desk.play([
      ("03-05 10:00", .appraise(1, .all(1)), "appraised 1.0; callBack on callBackDesk, due never"),
      ("03-05 10:00", .appraise(2, .all(1)), "appraised 1.0; callBack on callBackDesk, due never"),
      (
        "03-05 10:01", .reopen(2, .problemReturned),
        "reopened (problemReturned) on roads, due 03-12 18:00"
      ),
      ("03-05 10:02", .take(.callBackDesk), "#1 side task taken from callBackDesk by 7"),
      ("03-05 10:02", .take(.callBackDesk), "#2 side task taken from callBackDesk by 7"),
      ("03-05 10:03", .callBack(2, solved: false), "callBack done on callBackDesk"),
      (
        "03-20 09:00:00.001", .callBack(1, solved: false),
        "03-12 18:00:00.001 #2 breached; callBack done on callBackDesk"
      ),
    ])
  }

  @Test("One call-back at a time, though a reopened appeal is scored low again")
  func once() throws {
    let desk = try desk(.callBack(within: .none))
    desk.pass("03-05 10:00", .appraise(1, .all(1)), .reopen(1, .supervision), .take(.roads))
    desk.pass("03-05 10:01", .handle(1), .feedback(1, evidence: true), .take(.longtianGrid))
    desk.pass("03-05 10:02", .verify(1, passed: true), .close(1))
    try desk.play([("03-05 10:03", .appraise(1, .all(1)), "appraised 1.0")])
    #expect(desk.core.openTasks(on: .callBackDesk) == 1)
  }

  @Test("Reopened at once where the policy says so; not where the window is over")
  func reopen() throws {
    let desk = try desk(.reopen)
    try desk.play([
      (
        "03-05 10:00", .appraise(1, .all(2)),
        "appraised 2.0; reopened (lowAppraisal) on roads, due 03-12 18:00"
      )
    ])
    let short = try Desk {
      $0.measures.lowScores = LowScoreRules(quarters: 8, answer: .reopen)
      $0.windows.reopening = .hours(1)
    }
    try short.bring(1, .noise, to: .close, at: "03-05 09:00")
    short.pass("03-05 09:00", .close(1))
    try short.play([("03-05 10:00:00.001", .appraise(1, .all(1)), "appraised 1.0")])
    let off = try Desk()
    try off.bring(1, .noise, to: .close, at: "03-05 09:00")
    off.pass("03-05 09:00", .close(1))
    try off.play([("03-05 10:00", .appraise(1, .all(1)), "appraised 1.0")])
  }
}
