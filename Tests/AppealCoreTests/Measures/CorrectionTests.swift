import AppealCore
import CivicTime
import Testing

@Suite("Filing that corrects the leaf, and what a duplicate does not do")
struct CorrectionTests {
  /// Blackouts are sensitive; noise and blackouts are body 0's, potholes body 1's. Two of noise are a
  /// burst, and three an emergency. Tag 1 for noise, 2 for the campaign on potholes, 3 for alerts.
  private func desk(_ change: (inout Policy) -> Void = { _ in }) throws -> Desk {
    try Desk {
      $0.measures.alerts = AlertRules(
        count: 2, window: .hours(1), classOfLeaf: [0, 1, 2, 3, 4],
        sensitive: [.blackout, .pothole],
        bodies: ["Emergency", "Roads"],
        bodyOfLeaf: [.noise: OversightID(0), .blackout: OversightID(0), .pothole: OversightID(1)])
      $0.measures.tags = .small(
        (1, .leaves([.noise])), (2, .campaign(CampaignID(0))), (3, .alert(.sensitive)))
      $0.measures.campaigns = [
        Campaign(
          name: "Potholes", from: Instant("03-01 00:00"), until: Instant("04-01 00:00"),
          leaves: [.pothole])
      ]
      $0.measures.duplicates = DuplicateRules(window: .days(1), merges: false)
      $0.serviceLevels.nodes = [:]
      $0.serviceLevels.overall[.thanks] = Target.none
      change(&$0)
    }
  }

  private func file(_ desk: Desk, _ number: AppealNumber, _ leaf: LeafID) -> String {
    desk.pass("03-05 09:00", .take(.longtianPost), .accept(number))
    return desk.perform(.file(number, leaf), at: Instant("03-05 09:00"))
  }

  @Test("The alert, the letter and the tags of the leaf and its campaign follow")
  func filing() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .noise, .thanks))
    #expect(try desk.view(1).tags == TagSet(.priority))
    #expect(
      file(desk, 1, .pothole)
        == "filed as 1, workflow 1, dispatch; joined campaign 0; alert (sensitive); untagged 1; "
        + "tagged 2 3; letter to 1")
    try desk.expectReplay()
  }

  @Test("One letter an appeal and body: of two alerts at once, and of a burst and a correction")
  func letters() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .blackout, .thanks))
    try desk.play([
      (
        "03-05 09:00", .submit(2, .blackout, .thanks),
        "#2 submitted on longtianPost, due never; #2 alert (sensitive); #2 alert (burst); "
          + "#2 tagged 3; #2 letter to 0"
      )
    ])
    let burst = try self.desk()
    burst.pass("03-05 09:00", .submit(1, .noise, .thanks), .take(.longtianPost))
    burst.pass("03-05 09:00", .submit(2, .noise, .thanks))
    #expect(
      file(burst, 2, .blackout)
        == "filed as 2, workflow 1, dispatch; alert (sensitive); untagged 1; tagged 3")
  }

  @Test("A duplicate counts neither for a burst nor for an emergency, nor keeps one going")
  func duplicates() throws {
    let desk = try desk {
      $0.measures.tags = TagRegistry()
      $0.measures.emergency = EmergencyRules(
        leaves: [.noise], target: .none, post: .none, trigger: 3, window: .hours(1),
        quiet: .hours(2))
    }
    func noise(_ number: UInt64, by citizen: UInt64) -> Command {
      .submit(number, .noise, .thanks, telling: .by(citizen))
    }
    desk.pass("03-05 09:00", noise(1, by: 5))
    try desk.play([
      (
        "03-05 09:10", noise(2, by: 5),
        "#2 submitted on longtianPost, due never; #2 described: citizen 5, text 0, common; "
          + "#2 duplicate of #1"
      ),
      (
        "03-05 09:20", noise(3, by: 6),
        "#3 submitted on longtianPost, due never; #3 described: citizen 6, text 0, common; "
          + "#3 alert (burst); #3 letter to 0"
      ),
      (
        "03-05 09:30", noise(4, by: 7),
        "#4 submitted on longtianPost, due never; #4 described: citizen 7, text 0, common; "
          + "#0 emergency in 0 by itself"
      ),
      (
        "03-05 10:30", noise(5, by: 7),
        "#5 submitted on longtianPost, due never; #5 described: citizen 7, text 0, common; "
          + "#5 duplicate of #4"
      ),
      ("03-05 11:30", nil, "#0 peacetime in 0 by itself"),
    ])
  }

  @Test("A rejected answer is not given again, not after another reopening either")
  func replies() throws {
    let desk = try Desk {
      $0.measures.knowledge = KnowledgeBase(
        answers: [.init(leaf: .noise, textKey: 0, title: "Quiet hours")], answersRepeats: false)
      $0.serviceLevels.nodes = [:]
    }
    desk.pass("03-05 09:00", .submit(1, .noise, .enquiry))
    #expect(desk.core.answer(for: 1) == AnswerID(0))
    desk.pass("03-05 09:00", .replyInstantly(1, AnswerID(0)), .rejectReply(1))
    #expect(desk.core.answer(for: 1) == nil)
    try desk.play([("03-05 09:01", .replyInstantly(1, AnswerID(0)), "refused: replyRejected")])
    desk.pass(
      "03-05 09:01", .take(.longtianPost), .accept(1), .file(1, .noise), .dispatch(1, to: .urban),
      .take(.urban), .signIn(1), .handle(1), .feedback(1, evidence: true), .take(.longtianGrid),
      .verify(1, passed: true), .close(1))
    desk.pass("03-05 09:02", .reopen(1, .problemReturned))
    #expect(try desk.view(1).status == .listed && desk.core.answer(for: 1) == nil)
  }

  @Test("A repair-first leaf is not sent back by giving no ground")
  func ground() throws {
    let desk = try Desk {
      $0.measures.repairFirst = RepairFirst(leaves: [.noise], settle: .none)
      $0.serviceLevels.nodes = [:]
    }
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:00", .sendBack(1, .none), "refused: repairFirst"),
      (
        "03-05 09:00", .sendBack(1, .insufficientFacts),
        "sent back by 1 (insufficientFacts) to longtianPost"
      ),
    ])
  }
}
