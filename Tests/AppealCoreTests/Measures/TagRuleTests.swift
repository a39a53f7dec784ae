import AppealCore
import CivicTime
import Testing

@Suite("Rules that set tags")
struct TagRuleTests {
  private func desk(_ condition: TagRule.Condition, _ change: (inout Policy) -> Void = { _ in })
    throws -> Desk
  {
    try Desk {
      $0.measures.tags = .small((3, condition))
      change(&$0)
    }
  }

  /// Whether a submission is tagged by a rule.
  private func tags(
    _ condition: TagRule.Condition, _ command: Command, at clock: String = "03-05 09:00"
  ) throws -> Bool {
    let desk = try desk(condition)
    desk.pass(clock, command)
    desk.core.audit()
    return try desk.view(1).tags.contains(.plain)
  }

  @Test("Known at submission")
  func atSubmission() throws {
    #expect(try tags(.leaves([.noise, .rubbish]), .submit(1, .noise)))
    #expect(try !tags(.leaves([.noise, .rubbish]), .submit(1, .pothole)))
    #expect(try tags(.nature(.suggestion), .submit(1, .noise, .suggestion)))
    #expect(try !tags(.nature(.suggestion), .submit(1, .noise)))
    #expect(try tags(.channel(.hotline), .submit(1, .noise, via: .hotline)))
    #expect(try !tags(.channel(.hotline), .submit(1, .noise)))
    #expect(try tags(.channel(.weChat), .submit(1, .noise, via: .board)))
    #expect(try tags(.street(.kengzi), .submit(1, .noise, in: .jinsha)))
    #expect(try !tags(.street(.kengzi), .submit(1, .noise)))
    #expect(try tags(.lane(.talent), .submit(1, .noise, telling: .by(0, lane: .talent))))
    #expect(try !tags(.lane(.talent), .submit(1, .noise, telling: .by(0, lane: .deputy))))
    #expect(try tags(.unstructured, .submit(1, .noise, telling: .freeText)))
    #expect(try !tags(.unstructured, .submit(1, .noise)))
    #expect(try tags(.withPhotos, .submit(1, .noise, telling: .by(0, [.photos, .structured]))))
    #expect(try !tags(.withPhotos, .submit(1, .noise)))
    #expect(try tags(.afterHours, .submit(1, .noise), at: "03-05 12:30"))
    #expect(try tags(.afterHours, .submit(1, .noise), at: "03-04 10:00"))
    #expect(try !tags(.afterHours, .submit(1, .noise)))
  }

  @Test("Known from what came before: repeat, emergency, campaign, alert")
  func before() throws {
    let repeats = try desk(.isRepeat) {
      $0.measures.duplicates = DuplicateRules(window: .days(1), merges: false)
    }
    try repeats.play([
      (
        "03-05 09:00", .submit(1, .noise, telling: .by(5)),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#1 described: citizen 5, text 0, common"
      ),
      (
        "03-05 09:00", .submit(2, .noise, telling: .by(5)),
        "#2 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#2 described: citizen 5, text 0, common; #2 duplicate of #1; #2 tagged 3"
      ),
    ])
    let war = try desk(.inEmergency) {
      $0.measures.emergency = EmergencyRules(
        leaves: [], target: .none, post: .none, trigger: 0, window: 0, quiet: 1)
    }
    try war.play([
      ("03-05 09:00", .setMode(.longtian, .emergency), "emergency in 0"),
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00; #1 tagged 3"
      ),
      (
        "03-05 09:00", .submit(2, .noise, in: .jinsha),
        "#2 submitted on kengziPost, due 03-12 18:00, node due 03-05 10:00"
      ),
    ])
    let alerts = try desk(.alert(.sensitive)) {
      $0.measures.alerts = AlertRules(
        count: 0, window: 0, classOfLeaf: [0, 0, 0, 0, 0], sensitive: [.noise])
      $0.measures.tags.rules.append(TagRule(tag: .key, condition: .alert(.burst)))
    }
    try alerts.play([
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#1 alert (sensitive); #1 tagged 3"
      )
    ])
  }

  @Test("Set in the course of things: returned, redone, reopened as often as the rule says")
  func counted() throws {
    let desk = try desk(.returned(times: 2)) {
      $0.measures.tags.rules += [
        TagRule(tag: .urgent, condition: .redone(times: 1)),
        TagRule(tag: .key, condition: .reopened(times: 1)),
      ]
    }
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      (
        "03-05 09:00", .sendBack(1, .notResponsible),
        "sent back by 1 (notResponsible) to longtianPost"
      ),
      ("03-05 09:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:00", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
      ("03-05 09:00", .take(.roads), "#1 taken from roads by 7"),
      (
        "03-05 09:00", .sendBack(1, .notResponsible),
        "sent back by 1 (notResponsible) to centre; tagged 3"
      ),
    ])
    try desk.bring(2, .pothole, to: .verify, at: "03-05 09:00", unit: .urban)
    try desk.play([
      (
        "03-05 09:00", .verify(2, passed: false),
        "redone by 0 on urban, node due 03-06 10:00; tagged 0"
      ),
      ("03-05 09:00", .take(.urban), "#2 taken from urban by 7"),
      ("03-05 09:00", .handle(2), "handle done, feedback"),
      ("03-05 09:00", .feedback(2, evidence: true), "feedback done, verify on longtianGrid"),
      ("03-05 09:00", .take(.longtianGrid), "#2 taken from longtianGrid by 7"),
      ("03-05 09:00", .verify(2, passed: true), "verify done, close"),
      ("03-05 09:00", .close(2), "closed"),
      (
        "03-05 09:00", .reopen(2, .supervision),
        "reopened (supervision) on urban, due 03-12 18:00, node due 03-06 10:00; tagged 2"
      ),
    ])
    #expect(try desk.view(2).rank == Rank.urgent)
  }

  @Test("Extended, overdue, a rung, several units, disputed")
  func course() throws {
    let desk = try desk(.extended) {
      $0.measures.tags.rules += [
        TagRule(tag: .urgent, condition: .overdue),
        TagRule(tag: .priority, condition: .rung(.remind)),
        TagRule(tag: .key, condition: .supported),
      ]
      $0.measures.supervision = Supervision(
        remindAt: 50, closeRemindAt: 50, supervise: .none, notice: .none, account: .none,
        evidenceThreshold: 0)
      $0.measures.support = SupportRules(order: .serial)
    }
    try desk.bring(1, .advice, to: .handle, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:00", .extend(1, by: .elapsed(.hours(2))), "due 03-07 11:00 (extended); tagged 3"),
      ("03-05 09:00", .support(1, by: .urban), "support on urban, due 03-07 11:00; tagged 2"),
      ("03-06 10:00", nil, "#1 remind unit 1, person 7; #1 tagged 1"),
      (
        "03-07 12:00", nil,
        "03-06 10:00:00.001 #1 handle breached; 03-07 11:00:00.001 #1 breached; "
          + "03-07 11:00:00.001 #1 tagged 0"
      ),
    ])
    let dispute = try self.desk(.disputed) {
      $0.measures.repairFirst = RepairFirst(leaves: [.noise], settle: .none)
    }
    try dispute.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try dispute.play([
      ("03-05 09:00", .dispute(1), "disputed by 1; liability on liabilityDesk, due never; tagged 3")
    ])
    let rungs = try self.desk(.rung(.account)) {
      $0.measures.tags.rules += [
        TagRule(tag: .urgent, condition: .rung(.supervise)),
        TagRule(tag: .priority, condition: .rung(.notice)),
      ]
      $0.measures.supervision = Supervision(
        remindAt: 100, closeRemindAt: 100, supervise: .elapsed(1), notice: .elapsed(1),
        account: .elapsed(1), evidenceThreshold: 0)
    }
    try rungs.bring(1, .blackout, to: .handle, at: "03-05 09:00")
    try rungs.play([
      (
        "03-05 11:00", nil,
        "03-05 10:00 #1 remind unit 1, person 7; 03-05 10:00:00.001 #1 breached; "
          + "03-05 10:00:00.001 #1 supervise unit 1, person 7; 03-05 10:00:00.001 #1 tagged 0; "
          + "03-05 10:00:00.001 #1 notice unit 1, person 7; 03-05 10:00:00.001 #1 tagged 1; "
          + "03-05 10:00:00.001 #1 account unit 1, person 7; 03-05 10:00:00.001 #1 tagged 3"
      )
    ])
  }
}
