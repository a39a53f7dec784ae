import AppealCore
import CivicTime
import Testing

@Suite("Knowledge base and instant reply")
struct InstantReplyTests {
  /// Answers: 0 to wording 11 about noise, 1 to anything about noise, 2 to wording 11 about rubbish.
  private func desk(repeats: Bool = true, _ change: (inout Policy) -> Void = { _ in }) throws
    -> Desk
  {
    let words: Set<Nature> = [.complaint, .enquiry]
    return try Desk {
      $0.measures.knowledge = KnowledgeBase(
        answers: [
          .init(leaf: .noise, textKey: 11, title: "Night work", natures: words),
          .init(leaf: .noise, textKey: 0, title: "Quiet hours", natures: words),
          .init(leaf: .rubbish, textKey: 11, title: "Collection days", natures: words),
        ], answersRepeats: repeats)
      $0.measures.duplicates = DuplicateRules(window: .days(1), merges: false)
      $0.serviceLevels.nodes = [:]
      change(&$0)
    }
  }

  @Test("Looked up by wording, then by leaf, then as a repeat")
  func lookup() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .submit(1, .noise, telling: .by(1, text: 11)),
      .submit(2, .noise, telling: .by(2, text: 12)), .submit(3, .noise),
      .submit(4, .rubbish, telling: .by(4, text: 11)), .submit(5, .rubbish, telling: .by(4)),
      .submit(6, .rubbish), .submit(7, .noise, telling: .by(2, text: 12)))
    let found = (1...8).map { desk.core.answer(for: AppealNumber(rawValue: $0)) }
    #expect(
      found == [
        AnswerID(0), AnswerID(1), AnswerID(1), AnswerID(2), .original, nil, AnswerID(1), nil,
      ])
    let none = try self.desk(repeats: false)
    none.pass(
      "03-05 09:00", .submit(1, .pothole, telling: .by(1)), .submit(2, .pothole, telling: .by(1)))
    #expect(none.core.answer(for: 2) == nil)
  }

  @Test("A fitting answer closes what nobody has filed")
  func replies() throws {
    let desk = try desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, telling: .by(1, text: 11)),
        "#1 submitted on longtianPost, due 03-12 18:00; "
          + "#1 described: citizen 1, text 11, common"
      ),
      ("03-05 09:00", .replyInstantly(1, AnswerID(3)), "refused: unknownAnswer"),
      ("03-05 09:00", .replyInstantly(1, AnswerID(2)), "refused: answerDoesNotFit"),
      ("03-05 09:00", .replyInstantly(1, .original), "refused: answerDoesNotFit"),
      ("03-05 09:00", .replyInstantly(1, AnswerID(0)), "replied with 0; closed"),
      ("03-05 09:00", .replyInstantly(1, AnswerID(0)), "refused: alreadyClosed"),
      (
        "03-05 09:01", .submit(2, .noise, telling: .by(2, text: 12)),
        "#2 submitted on longtianPost, due 03-12 18:00; "
          + "#2 described: citizen 2, text 12, common"
      ),
      ("03-05 09:01", .replyInstantly(2, AnswerID(0)), "refused: answerDoesNotFit"),
      ("03-05 09:01", .take(.longtianPost), "#2 taken from longtianPost by 7"),
      ("03-05 09:01", .accept(2), "accept done, file"),
      ("03-05 09:01", .replyInstantly(2, AnswerID(1)), "replied with 1; closed"),
      ("03-05 09:02", .appraise(2, .all(4)), "appraised 4.0"),
    ])
    #expect(desk.core.closedAppeals == 2 && desk.core.openAppeals == 0)
  }

  @Test("An answer is for enquiries unless it says for what else: words repair nothing")
  func natures() throws {
    let desk = try desk {
      $0.measures.knowledge?.answers = [
        .init(leaf: .noise, textKey: 0, title: "Quiet hours"),
        .init(leaf: .noise, textKey: 11, title: "Thanks", natures: [.thanks]),
      ]
    }
    desk.pass(
      "03-05 09:00", .submit(1, .noise), .submit(2, .noise, .enquiry),
      .submit(3, .noise, .thanks, telling: .by(3, text: 11)),
      .submit(4, .noise, .enquiry, telling: .by(4, text: 11)))
    #expect(
      (1...4).map { desk.core.answer(for: AppealNumber(rawValue: $0)) }
        == [nil, AnswerID(0), AnswerID(1), AnswerID(0)])
    try desk.play([
      ("03-05 09:00", .replyInstantly(1, AnswerID(0)), "refused: answerDoesNotFit"),
      ("03-05 09:00", .replyInstantly(4, AnswerID(1)), "refused: answerDoesNotFit"),
      ("03-05 09:00", .replyInstantly(4, AnswerID(0)), "replied with 0; closed"),
      ("03-05 09:00", .replyInstantly(3, AnswerID(1)), "replied with 1; closed"),
    ])
  }

  @Test("Not once it is filed, nor while suspended, nor without a knowledge base")
  func refused() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .file, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:00", .suspend(1, .weather), "suspended (weather)"),
      ("03-05 09:00", .replyInstantly(1, AnswerID(1)), "refused: suspended"),
      ("03-05 09:00", .resume(1), "resumed, due 03-12 18:00"),
      ("03-05 09:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:00", .file(1, .noise), "filed as 3, workflow 1, dispatch"),
      ("03-05 09:00", .replyInstantly(1, AnswerID(1)), "refused: wrongNode(dispatch)"),
    ])
    let off = try Desk()
    off.pass("03-05 09:00", .submit(1, .noise))
    try off.play([("03-05 09:00", .replyInstantly(1, AnswerID(0)), "refused: notInForce")])
  }

  @Test("A repeat is answered with the state of its original; merged ones close with it")
  func repeats() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .submit(1, .rubbish, telling: .by(4)), .submit(2, .rubbish, telling: .by(4)),
      .submit(3, .rubbish), .merge(3, into: 2))
    try desk.play([
      ("03-05 09:01", .replyInstantly(1, .original), "refused: answerDoesNotFit"),
      ("03-05 09:01", .replyInstantly(2, .original), "replied as the original; closed; #3 closed"),
      ("03-05 09:02", .rejectReply(3), "refused: notReplied"),
    ])
    let silent = try self.desk(repeats: false)
    silent.pass(
      "03-05 09:00", .submit(1, .rubbish, telling: .by(4)), .submit(2, .rubbish, telling: .by(4)))
    try silent.play([("03-05 09:01", .replyInstantly(2, .original), "refused: answerDoesNotFit")])
  }

  @Test("Rejected, it opens again at its post from the first node, and is handled by people")
  func rejected() throws {
    let desk = try desk()
    try desk.bring(1, .pothole, to: .close, at: "03-05 09:00")
    desk.pass("03-05 09:00", .submit(2, .noise), .replyInstantly(2, AnswerID(1)))
    try desk.play([
      ("03-05 09:01", .rejectReply(1), "refused: notClosed"),
      ("03-05 09:01", .close(1), "closed"),
      ("03-05 09:01", .rejectReply(1), "refused: notReplied"),
      ("03-05 09:01", .rejectReply(9), "refused: unknownAppeal"),
      ("03-05 09:01", .rejectReply(2), "reopened (replyRejected) on longtianPost, due 03-12 18:00"),
      ("03-05 09:01", .rejectReply(2), "refused: notClosed"),
      ("03-05 09:02", .take(.longtianPost), "#2 taken from longtianPost by 7"),
      ("03-05 09:02", .replyInstantly(2, AnswerID(1)), "refused: replyRejected"),
      (
        "03-20 09:02:00.001", .rejectReply(1),
        "03-12 18:00:00.001 #2 breached; refused: unknownAppeal"
      ),
    ])
  }

  @Test("The window of reopening is the window of rejecting")
  func window() throws {
    let desk = try desk { $0.windows.reopening = .hours(1) }
    desk.pass("03-05 09:00", .submit(1, .noise), .replyInstantly(1, AnswerID(1)))
    #expect(try desk.view(1).isReplied)
    try desk.play([("03-05 10:00:00.001", .rejectReply(1), "refused: reopeningWindowOver")])
  }
}
