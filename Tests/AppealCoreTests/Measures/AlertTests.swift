import AppealCore
import CivicTime
import Testing

@Suite("Alerts and reminder letters")
struct AlertTests {
  /// Three of one class in one community within an hour; pothole and noise are one class. Letters
  /// about noise go to body 1, about rubbish to none; blackouts are sensitive.
  private func desk(count: UInt8 = 3) throws -> Desk {
    try Desk {
      $0.measures.alerts = AlertRules(
        count: count, window: .hours(1), classOfLeaf: [0, 1, 2, 1, 3], sensitive: [.blackout],
        bodies: ["Politics and law", "Emergency"],
        bodyOfLeaf: [.noise: OversightID(1), .blackout: OversightID(0)])
      $0.serviceLevels.overall[.thanks] = Target.none
      $0.serviceLevels.nodes = [:]
    }
  }

  private func thanks(_ number: UInt64, _ leaf: LeafID, in community: CommunityID = .laokeng)
    -> Command
  {
    .submit(number, leaf, .thanks, in: community)
  }

  @Test("A burst: so many of one class in one community within the window, its end included")
  func burst() throws {
    let desk = try desk()
    try desk.play([
      ("03-05 09:00", thanks(1, .noise), "#1 submitted on longtianPost, due never"),
      ("03-05 09:30", thanks(2, .pothole), "#2 submitted on longtianPost, due never"),
      ("03-05 09:40", thanks(3, .noise, in: .nanbu), "#3 submitted on longtianPost, due never"),
      ("03-05 09:50", thanks(4, .rubbish), "#4 submitted on longtianPost, due never"),
      (
        "03-05 10:00", thanks(5, .noise),
        "#5 submitted on longtianPost, due never; #5 alert (burst); #5 letter to 1"
      ),
    ])
    let late = try self.desk()
    try late.play([
      ("03-05 09:00", thanks(1, .noise), "#1 submitted on longtianPost, due never"),
      ("03-05 09:30", thanks(2, .noise), "#2 submitted on longtianPost, due never"),
      ("03-05 10:00:00.001", thanks(3, .noise), "#3 submitted on longtianPost, due never"),
      (
        "03-05 10:30", thanks(4, .noise),
        "#4 submitted on longtianPost, due never; #4 alert (burst); #4 letter to 1"
      ),
    ])
  }

  @Test("An episode alerts once; it is over when none has come for longer than the window")
  func episode() throws {
    let desk = try desk(count: 2)
    try desk.play([
      ("03-05 09:00", thanks(1, .noise), "#1 submitted on longtianPost, due never"),
      (
        "03-05 09:10", thanks(2, .noise),
        "#2 submitted on longtianPost, due never; #2 alert (burst); #2 letter to 1"
      ),
      ("03-05 09:20", thanks(3, .noise), "#3 submitted on longtianPost, due never"),
      ("03-05 10:20", thanks(4, .noise), "#4 submitted on longtianPost, due never"),
      ("03-05 11:20", thanks(5, .pothole), "#5 submitted on longtianPost, due never"),
      ("03-05 12:20:00.001", thanks(6, .noise), "#6 submitted on longtianPost, due never"),
      (
        "03-05 12:30", thanks(7, .noise),
        "#7 submitted on longtianPost, due never; #7 alert (burst); #7 letter to 1"
      ),
    ])
  }

  @Test("One is a burst where the policy says so; none is where it says zero")
  func single() throws {
    let desk = try desk(count: 1)
    try desk.play([
      (
        "03-05 09:00", thanks(1, .rubbish),
        "#1 submitted on longtianPost, due never; #1 alert (burst)"
      ),
      ("03-05 10:00", thanks(2, .rubbish), "#2 submitted on longtianPost, due never"),
      (
        "03-05 11:00:00.001", thanks(3, .rubbish),
        "#3 submitted on longtianPost, due never; #3 alert (burst)"
      ),
    ])
    let off = try self.desk(count: 0)
    try off.play([
      ("03-05 09:00", thanks(1, .rubbish), "#1 submitted on longtianPost, due never"),
      ("03-05 09:00", thanks(2, .rubbish), "#2 submitted on longtianPost, due never"),
    ])
  }

  @Test("A category on the sensitive list alerts each time, with a letter to its body")
  func sensitive() throws {
    let desk = try desk(count: 2)
    try desk.play([
      (
        "03-05 09:00", thanks(1, .blackout),
        "#1 submitted on longtianPost, due never; #1 alert (sensitive); #1 letter to 0"
      ),
      (
        "03-05 09:00", thanks(2, .blackout),
        "#2 submitted on longtianPost, due never; #2 alert (sensitive); #2 alert (burst); "
          + "#2 letter to 0"
      ),
      (
        "03-05 09:00", thanks(3, .blackout),
        "#3 submitted on longtianPost, due never; #3 alert (sensitive); #3 letter to 0"
      ),
    ])
    let off = try Desk()
    _ = off.perform(.submit(1, .blackout), at: Instant("03-05 09:00"))
    #expect(off.journal.count == 1)
  }
}
