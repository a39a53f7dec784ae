import AppealCore
import CivicTime
import Testing

@Suite("The next edition of the form")
struct FormEditionTests {
  /// Leaves 5 and 6: litter follows rubbish, pothole and noise; outage all others. Litter is a
  /// complaint of class 3, 48 hours; outage of class 0, 4 working hours.
  private func desk(derives: Bool, _ change: (inout Policy) -> Void = { _ in }) throws -> Desk {
    var policy = try District.policy()
    let old = policy.form.leaves
    var (litter, outage) = (old[1], old[2])
    (litter.level3, litter.limitClass, litter.evidence) = ("Litter", 3, true)
    (outage.level3, outage.limitClass, outage.simple) = ("Outage", 0, false)
    policy.measures.edition = FormEdition(
      form: Form(
        version: "3", leaves: [litter, outage],
        owners: [[.urban, .roads], [.power, .power]]),
      successors: [LeafID(0), LeafID(0), LeafID(1), LeafID(0), LeafID(1)],
      derivesDeadlines: derives)
    policy.serviceLevels.nodes = [:]
    change(&policy)
    return try Desk(policy)
  }

  private static let litter = LeafID(5)
  private static let outage = LeafID(6)

  @Test("Open appeals follow the map and keep their deadlines; what comes later is in the new form")
  func keeps() throws {
    let desk = try desk(derives: false)
    try desk.play([
      ("03-05 09:00", .submit(1, Self.litter), "refused: unknownLeaf"),
      ("03-05 09:00", .submit(1, .noise), "#1 submitted on longtianPost, due 03-12 18:00"),
      ("03-05 09:00", .submit(2, .blackout), "#2 submitted on longtianPost, due 03-05 10:00"),
      ("03-05 09:00", .changeForm, "form changed; #1 migrated to 5; #2 migrated to 6"),
      ("03-05 09:00", .changeForm, "refused: notInForce"),
      ("03-05 09:01", .submit(3, .noise), "#3 submitted on longtianPost, due 03-07 09:01"),
      ("03-05 09:01", .submit(4, Self.outage), "#4 submitted on longtianPost, due 03-05 15:01"),
      ("03-05 09:01", .submit(5, LeafID(7)), "refused: unknownLeaf"),
    ])
    #expect(try desk.view(1).leaf == Self.litter && desk.view(3).leaf == Self.litter)
    #expect(try desk.view(2).rank == Rank.normal)
    let isInForce = desk.core.isNextEditionInForce
    #expect(isInForce)
    #expect(desk.core.suggestedUnit(for: 1) == .urban)
  }

  @Test("Deadlines are derived anew where the policy says so, unless a ground had changed them")
  func derives() throws {
    let desk = try desk(derives: true)
    desk.pass(
      "03-05 09:00", .submit(1, .noise), .submit(2, .blackout), .submit(3, .noise),
      .extend(3, by: .working(.hours(1))), .submit(4, .noise), .suspend(4, .weather),
      .submit(5, .noise), .submit(6, .noise), .merge(6, into: 5), .submit(7, .rubbish, .thanks))
    try desk.play([
      (
        "03-05 09:30", .changeForm,
        "form changed; #1 migrated to 5; #1 due 03-07 09:00 (migration); #2 migrated to 6; "
          + "#2 due 03-05 15:00 (migration); #3 migrated to 5; #4 migrated to 5; "
          + "#5 migrated to 5; #5 due 03-07 09:00 (migration); #6 migrated to 5; #7 migrated to 5"
      ),
      ("03-05 09:40", .resume(4), "resumed, due 03-13 09:40"),
    ])
  }

  @Test("An open appeal keeps the workflow it began; filing puts it under the new leaf's")
  func workflow() throws {
    let desk = try desk(derives: false)
    try desk.bring(1, .rubbish, to: .handle, at: "03-05 09:00")
    desk.pass("03-05 09:00", .submit(2, .rubbish), .take(.longtianPost), .accept(2))
    desk.pass("03-05 09:00", .changeForm)
    try desk.play([
      ("03-05 09:01", .handle(1), "handle done, close"),
      ("03-05 09:01", .close(1), "refused: evidenceRequired"),
      ("03-05 09:01", .close(1, evidence: true), "closed"),
      ("03-05 09:02", .file(2, .rubbish), "filed as 5, workflow 1, dispatch"),
    ])
    #expect(try desk.view(2).leaf == Self.litter)
  }

  @Test("A closed appeal is reopened under the successor of its leaf, with the new limit")
  func reopened() throws {
    let desk = try desk(derives: false)
    try desk.bring(1, .noise, to: .close, at: "03-05 09:00")
    desk.pass("03-05 09:00", .close(1), .changeForm)
    try desk.play([
      ("03-05 09:10", .five(1), "appraised 4.75"),
      (
        "03-05 09:10", .reopen(1, .problemReturned),
        "reopened (problemReturned) on roads, due 03-07 09:10"
      ),
      ("03-05 09:10", .take(.roads), "#1 taken from roads by 7"),
      ("03-05 09:10", .handle(1), "handle done, feedback"),
      ("03-05 09:10", .feedback(1, evidence: false), "refused: evidenceRequired"),
    ])
    #expect(try desk.view(1).leaf == Self.litter)
  }

  @Test("A repeat is found across the change, and merged; other old leaves were no repeats before")
  func repeats() throws {
    let desk = try desk(derives: false) {
      $0.measures.duplicates = DuplicateRules(window: .days(1), merges: true)
    }
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, telling: .by(5)),
        "#1 submitted on longtianPost, due 03-12 18:00; "
          + "#1 described: citizen 5, text 0, common"
      ),
      (
        "03-05 09:00", .submit(2, .rubbish, telling: .by(5)),
        "#2 submitted on longtianPost, due 03-05 15:00; "
          + "#2 described: citizen 5, text 0, common"
      ),
      (
        "03-05 09:00", .submit(3, .blackout, telling: .by(6)),
        "#3 submitted on longtianPost, due 03-05 10:00; "
          + "#3 described: citizen 6, text 0, common"
      ),
      (
        "03-05 09:01", .changeForm,
        "form changed; #1 migrated to 5; #2 migrated to 5; #3 migrated to 6"
      ),
      (
        "03-05 09:02", .submit(4, .pothole, telling: .by(5)),
        "#4 submitted on longtianPost, due 03-07 09:02; "
          + "#4 described: citizen 5, text 0, common; #4 duplicate of #2; #4 merged into #2"
      ),
      (
        "03-05 09:02", .submit(5, Self.outage, telling: .by(6)),
        "#5 submitted on longtianPost, due 03-05 15:02; "
          + "#5 described: citizen 6, text 0, common; #5 duplicate of #3; #5 merged into #3"
      ),
      (
        "03-05 09:02", .submit(6, .noise, telling: .by(6)),
        "#6 submitted on longtianPost, due 03-07 09:02; "
          + "#6 described: citizen 6, text 0, common"
      ),
    ])
  }

  @Test("Without a next edition there is nothing to change to")
  func none() throws {
    let desk = try Desk()
    try desk.play([("03-05 09:00", .changeForm, "refused: notInForce")])
  }
}
