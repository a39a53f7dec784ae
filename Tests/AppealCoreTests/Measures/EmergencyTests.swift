import AppealCore
import CivicTime
import Testing

@Suite("Peacetime and emergency")
struct EmergencyTests {
  /// Blackout, noise and pothole are listed, due in 3 hours; lists are merged at the centre.
  private func desk(
    trigger: UInt8 = 0, post: ListID = .centre, _ change: (inout Policy) -> Void = { _ in }
  ) throws -> Desk {
    try Desk {
      $0.measures.emergency = EmergencyRules(
        leaves: [.blackout, .noise, .pothole], target: .elapsed(.hours(3)), post: post,
        trigger: trigger, window: .hours(1), quiet: .hours(2))
      $0.serviceLevels.nodes = [:]
      change(&$0)
    }
  }

  @Test("By command: who may, once each way")
  func command() throws {
    let desk = try desk()
    try desk.play([
      ("03-05 09:00", .setMode(.longtian, .peacetime), "refused: alreadyInMode"),
      ("03-05 09:00", .setMode(StreetID(2), .emergency), "refused: unknownStreet"),
      ("03-05 09:00", .setMode(.longtian, .emergency), "emergency in 0"),
      ("03-05 09:00", .setMode(.longtian, .emergency), "refused: alreadyInMode"),
      ("03-06 09:00", .setMode(.longtian, .peacetime), "peacetime in 0"),
    ])
    let off = try Desk()
    try off.play([("03-05 09:00", .setMode(.longtian, .emergency), "refused: notInForce")])
  }

  @Test("Listed categories of the area are due sooner, never later, and stay so afterwards")
  func deadlines() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .submit(1, .noise), .submit(2, .blackout), .submit(3, .noise, in: .jinsha),
      .submit(4, .rubbish), .submit(5, .noise, .thanks), .submit(6, .pothole), .submit(7, .noise),
      .suspend(7, .weather))
    try desk.play([
      (
        "03-05 09:30", .setMode(.longtian, .emergency),
        "emergency in 0; #1 due 03-05 12:30 (mode); #5 due 03-05 12:30 (mode); "
          + "#6 due 03-05 12:30 (mode)"
      ),
      ("03-05 09:40", .submit(8, .noise), "#8 submitted on centre, due 03-05 12:40"),
      ("03-05 09:40", .submit(9, .blackout), "#9 submitted on centre, due 03-05 10:40"),
      (
        "03-05 09:40", .submit(10, .noise, in: .jinsha),
        "#10 submitted on kengziPost, due 03-12 18:00"
      ),
      ("03-05 09:40", .submit(11, .advice), "#11 submitted on centre, due 03-07 09:40"),
      ("03-05 09:50", .setMode(.longtian, .peacetime), "peacetime in 0"),
      ("03-05 09:51", .submit(12, .noise), "#12 submitted on longtianPost, due 03-12 18:00"),
    ])
    #expect(try desk.view(1).due.text == "03-05 12:30" && desk.view(7).due.text == "03-12 18:00")
  }

  @Test("Listed categories are urgent while it lasts")
  func rank() throws {
    let desk = try desk(post: .none)
    desk.pass("03-05 09:00", .submit(1, .rubbish), .submit(2, .noise), .submit(3, .advice))
    #expect(try desk.view(2).rank == Rank.normal)
    desk.pass("03-05 09:00", .setMode(.longtian, .emergency), .submit(4, .noise))
    #expect(try desk.view(2).rank == Rank.urgent && desk.view(4).rank == Rank.urgent)
    #expect(try desk.view(1).rank == Rank.normal && desk.view(2).list == .longtianPost)
    #expect(desk.core.firstTask(on: .longtianPost)?.appeal == 2)
    desk.pass("03-05 09:00", .setMode(.longtian, .peacetime))
    desk.core.audit()
    #expect(try desk.view(2).rank == Rank.normal)
  }

  @Test("The area's lists are merged, and what waits there goes home afterwards")
  func lists() throws {
    let desk = try desk { $0.dispatch.unclear = .kengziPost }
    desk.pass(
      "03-05 09:00", .submit(1, .noise), .submit(2, .advice), .submit(3, .advice, in: .jinsha),
      .submit(4, .noise, telling: .freeText), .submit(5, .advice), .suspend(5, .weather),
      .submit(6, .rubbish), .take(.longtianPost))
    #expect(try desk.view(6).holder == StaffID(rawValue: 7))
    desk.pass("03-05 09:00", .setMode(.longtian, .emergency))
    func lists(_ numbers: ClosedRange<UInt32>) throws -> [String] {
      desk.core.audit()
      return try numbers.map { try desk.view(AppealNumber(rawValue: $0)).list.name }
    }
    #expect(
      try lists(1...6)
        == ["centre", "centre", "kengziPost", "centre", "centre", "longtianPost"])
    try desk.play([
      (
        "03-05 09:01", .submit(7, .noise, telling: .freeText),
        "#7 submitted on centre, due 03-05 12:01; "
          + "#7 described: citizen 0, text 0, common, free text"
      ),
      (
        "03-05 09:01", .submit(8, .advice, in: .jinsha),
        "#8 submitted on kengziPost, due 03-07 09:01"
      ),
      ("03-05 09:01", .submit(9, .advice), "#9 submitted on centre, due 03-07 09:01"),
      ("03-05 09:02", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:03", .setMode(.longtian, .peacetime), "peacetime in 0"),
    ])
    #expect(
      try lists(1...9) == [
        "centre", "longtianPost", "kengziPost", "kengziPost", "longtianPost", "longtianPost",
        "kengziPost", "kengziPost", "longtianPost",
      ])
    try desk.play([
      ("03-05 09:04", .resume(5), "resumed, due 03-07 09:04"),
      ("03-05 09:04", .putBack(1), "put back on centre"),
    ])
  }

  @Test("What somebody sent to the merged list stays: escalated, handed over, to be arbitrated")
  func stays() throws {
    let desk = try desk { $0.measures.firstHandler = FirstHandler() }
    try desk.bring(1, .advice, to: .handle, at: "03-05 09:00")
    desk.pass(
      "03-05 09:00", .sendBack(1, .notResponsible), .submit(2, .advice), .take(.longtianPost),
      .handOver(2, to: .centre), .submit(3, .advice), .setMode(.longtian, .emergency))
    #expect(try desk.view(3).list == .centre)
    desk.pass("03-05 09:00", .setMode(.longtian, .peacetime))
    desk.core.audit()
    #expect(try desk.view(1).list == .centre && desk.view(2).list == .centre)
    #expect(try desk.view(3).list == .longtianPost)
    try desk.expectReplay()
  }

  @Test("Awaiting arbitration at the top, an appeal is not moved to another merged list")
  func arbitration() throws {
    let desk = try desk(post: .kengziPost) { $0.measures.firstHandler = FirstHandler() }
    try desk.bring(1, .advice, to: .handle, at: "03-05 09:00")
    desk.pass("03-05 09:00", .sendBack(1, .notResponsible), .setMode(.longtian, .emergency))
    #expect(try desk.view(1).list == .centre)
    try desk.play([("03-05 09:01", .take(.centre), "#1 taken from centre by 7")])
  }

  @Test("By itself: so many listed ones in one street within the window; over when it is quiet")
  func trigger() throws {
    let desk = try desk(trigger: 3)
    try desk.play([
      ("03-05 09:00", .submit(1, .noise), "#1 submitted on longtianPost, due 03-12 18:00"),
      ("03-05 09:10", .submit(2, .rubbish), "#2 submitted on longtianPost, due 03-05 15:10"),
      (
        "03-05 09:20", .submit(3, .noise, in: .nanbu),
        "#3 submitted on longtianPost, due 03-12 18:00"
      ),
      (
        "03-05 09:30", .submit(4, .noise, in: .jinsha),
        "#4 submitted on kengziPost, due 03-12 18:00"
      ),
      (
        "03-05 10:00", .submit(5, .pothole),
        "#5 submitted on longtianPost, due 03-12 18:00; #0 emergency in 0 by itself; "
          + "#1 due 03-05 13:00 (mode); #3 due 03-05 13:00 (mode); #5 due 03-05 13:00 (mode)"
      ),
      ("03-05 11:30", .submit(6, .noise), "#6 submitted on centre, due 03-05 14:30"),
      ("03-05 12:00", .submit(7, .rubbish), "#7 submitted on centre, due 03-05 18:00"),
      (
        "03-05 13:29:59.999", nil,
        "03-05 13:00:00.001 #1 breached; 03-05 13:00:00.001 #3 breached; "
          + "03-05 13:00:00.001 #5 breached"
      ),
      ("03-05 13:30", nil, "#0 peacetime in 0 by itself"),
    ])
    #expect(desk.core.nextAlarm?.text == "03-05 14:30:00.001")
    let apart = try self.desk(trigger: 2)
    try apart.play([
      ("03-05 09:00", .submit(1, .noise), "#1 submitted on longtianPost, due 03-12 18:00"),
      ("03-05 10:00:00.001", .submit(2, .noise), "#2 submitted on longtianPost, due 03-12 18:00"),
      (
        "03-05 10:10", .submit(3, .noise),
        "#3 submitted on longtianPost, due 03-12 18:00; #0 emergency in 0 by itself; "
          + "#1 due 03-05 13:10 (mode); #2 due 03-05 13:10 (mode); #3 due 03-05 13:10 (mode)"
      ),
      ("03-05 10:20", .setMode(.longtian, .peacetime), "peacetime in 0"),
      (
        "03-05 20:20", nil,
        "03-05 13:10:00.001 #1 breached; 03-05 13:10:00.001 #2 breached; "
          + "03-05 13:10:00.001 #3 breached"
      ),
    ])
  }

  @Test("Set by command it lasts until a command ends it")
  func lasting() throws {
    let desk = try desk(trigger: 2)
    desk.pass("03-05 09:00", .setMode(.longtian, .emergency))
    try desk.play([
      ("03-05 09:00", .submit(1, .advice), "#1 submitted on centre, due 03-07 09:00"),
      ("03-05 09:00", .submit(2, .noise), "#2 submitted on centre, due 03-05 12:00"),
      ("03-05 09:00", .submit(3, .noise), "#3 submitted on centre, due 03-05 12:00"),
      ("03-05 11:59", nil, ""),
      (
        "03-06 09:00", .setMode(.longtian, .peacetime),
        "03-05 12:00:00.001 #2 breached; 03-05 12:00:00.001 #3 breached; peacetime in 0"
      ),
    ])
  }

  @Test("Two areas end in the order of time, the lower number first; before a bulletin")
  func releases() throws {
    let desk = try desk(trigger: 1) {
      $0.measures.bulletin = BulletinRules(first: Instant("03-05 11:00"))
      $0.measures.emergency?.target = .none
    }
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, in: .jinsha),
        "#1 submitted on kengziPost, due 03-12 18:00; #0 emergency in 1 by itself"
      ),
      (
        "03-05 09:00", .submit(2, .noise),
        "#2 submitted on longtianPost, due 03-12 18:00; #0 emergency in 0 by itself"
      ),
      (
        "03-05 11:00", nil,
        "#0 peacetime in 0 by itself; #0 peacetime in 1 by itself; #0 bulletin 1"
      ),
    ])
  }

  @Test("Suspended, what is left is counted in the emergency's own time")
  func suspended() throws {
    let desk = try desk()
    desk.pass("03-05 16:00", .submit(1, .noise))
    try desk.play([
      ("03-05 17:00", .setMode(.longtian, .emergency), "emergency in 0; #1 due 03-05 20:00 (mode)"),
      ("03-05 17:00", .submit(2, .noise), "#2 submitted on centre, due 03-05 20:00"),
      ("03-05 19:00", .suspend(1, .weather), "suspended (weather)"),
      ("03-05 19:00", .suspend(2, .weather), "suspended (weather)"),
      ("03-06 20:00", .resume(1), "resumed, due 03-06 21:00"),
      ("03-06 20:00", .resume(2), "resumed, due 03-06 21:00"),
    ])
    let usual = try self.desk()
    usual.pass(
      "03-05 16:00", .submit(1, .noise), .extend(1, by: .working(.hours(1))), .suspend(1, .weather))
    try usual.play([("03-06 20:00", .resume(1), "resumed, due 03-14 12:00")])
  }

  @Test(
    "An appeal filed under a listed leaf is due by the emergency's limit too, if that is sooner")
  func filing() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .setMode(.longtian, .emergency), .submit(1, .advice), .take(.centre))
    desk.pass("03-05 09:00", .accept(1))
    try desk.play([
      (
        "03-05 09:10", .file(1, .noise),
        "filed as 3, workflow 1, dispatch; due 03-05 12:00 (reclassification)"
      )
    ])
    #expect(try desk.view(1).rank == Rank.urgent)
  }
}
