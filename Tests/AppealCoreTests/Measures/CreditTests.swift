import AppealCore
import CivicTime
import Testing

@Suite("Credit points")
struct CreditTests {
  /// 3 points for a close within half of the time, 2 for five stars.
  private func desk() throws -> Desk {
    let desk = try Desk {
      $0.measures.credits = CreditRules(earlyWithin: 50, earlyClose: 3, fiveStars: 2)
      $0.serviceLevels.nodes = [:]
    }
    return desk
  }

  @Test("An early close: the last instant included")
  func early() throws {
    let desk = try desk()
    for number in [1, 2] {
      try desk.bring(UInt64(number), .blackout, to: .close, at: "03-05 09:00", unit: .power)
    }
    try desk.play([
      ("03-05 09:30", .close(1), "closed; unit 2 credited 3 (earlyClose)"),
      ("03-05 09:30:00.001", .close(2), "closed"),
    ])
    #expect(desk.core.ledger(of: .power)?.credits == 3)
  }

  @Test("Five stars in all four dimensions")
  func stars() throws {
    let desk = try desk()
    for number in [1, 2] {
      try desk.bring(UInt64(number), .blackout, to: .close, at: "03-05 09:00", unit: .power)
    }
    desk.pass("03-05 09:40", .close(1), .close(2))
    try desk.play([
      ("03-05 09:41", .five(1), "appraised 4.75"),
      ("03-05 09:41", .appraise(2, .all(5)), "appraised 5.0; unit 2 credited 2 (fiveStars)"),
    ])
    #expect(desk.core.ledger(of: .power)?.credits == 2)
  }

  @Test("None for what has no limit, was reopened, merged, late, answered or cancelled")
  func none() throws {
    let desk = try desk()
    try desk.bring(1, .blackout, to: .close, at: "03-05 09:00", unit: .power)
    desk.pass("03-05 09:00", .submit(2, .blackout), .merge(2, into: 1))
    try desk.play([
      ("03-05 09:10", .close(1), "closed; #2 closed; unit 2 credited 3 (earlyClose)"),
      (
        "03-05 09:10", .reopen(1, .problemReturned),
        "reopened (problemReturned) on power, due 03-05 10:10"
      ),
      ("03-05 09:10", .take(.power), "#1 taken from power by 7"),
      ("03-05 09:10", .handle(1), "handle done, feedback"),
      ("03-05 09:10", .feedback(1, evidence: true), "feedback done, verify on longtianGrid"),
      ("03-05 09:10", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-05 09:10", .verify(1, passed: true), "verify done, close"),
      ("03-05 09:10", .close(1), "closed"),
      ("03-05 09:10", .submit(3, .noise, .thanks), "#3 submitted on longtianPost, due never"),
      ("03-05 09:10", .cancel(3, .withdrawn), "cancelled (withdrawn)"),
    ])
    let unlimited = try Desk {
      $0.measures.credits = CreditRules(earlyWithin: 100, earlyClose: 3, fiveStars: 0)
      $0.measures.knowledge = KnowledgeBase(
        answers: [.init(leaf: .noise, textKey: 0, title: "Quiet hours", natures: [.complaint])],
        answersRepeats: false)
      $0.serviceLevels.overall[.complaint] = Target.none
      $0.serviceLevels.classed = [.petition]
    }
    try unlimited.bring(1, .pothole, to: .close, at: "03-05 09:00")
    try unlimited.play([
      ("03-05 09:01", .close(1), "closed"),
      ("03-05 09:02", .appraise(1, .all(5)), "appraised 5.0"),
      (
        "03-05 09:03", .submit(2, .noise),
        "#2 submitted on longtianPost, due never, node due 03-05 10:03"
      ),
      ("03-05 09:03", .replyInstantly(2, AnswerID(0)), "replied with 0; closed"),
      ("03-05 09:04", .appraise(2, .all(5)), "appraised 5.0"),
    ])
  }

  @Test("None for what was merged, though a unit had it in hands")
  func merged() throws {
    let desk = try desk()
    try desk.bring(1, .blackout, to: .close, at: "03-05 09:00", unit: .power)
    try desk.bring(2, .blackout, to: .handle, at: "03-05 09:00", unit: .power)
    try desk.play([
      ("03-05 09:10", .merge(2, into: 1), "merged into #1"),
      ("03-05 09:10", .close(1), "closed; #2 closed; unit 2 credited 3 (earlyClose)"),
    ])
  }

  @Test("The whole limit: a close at the deadline still counts, a late one does not")
  func whole() throws {
    let desk = try Desk {
      $0.measures.credits = CreditRules(earlyWithin: 100, earlyClose: 1, fiveStars: 0)
      $0.serviceLevels.nodes = [:]
    }
    for number in [1, 2] {
      try desk.bring(UInt64(number), .blackout, to: .close, at: "03-05 09:00", unit: .power)
    }
    try desk.play([
      ("03-05 10:00", .close(1), "closed; unit 2 credited 1 (earlyClose)"),
      ("03-05 10:00:00.001", .close(2), "breached; closed"),
    ])
  }
}
