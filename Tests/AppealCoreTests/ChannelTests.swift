import AppealCore
import CivicTime
import Testing

@Suite("Intake channels")
struct ChannelTests {
  @Test("A closed channel redirects to its successor, or refuses and names it")
  func closed() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, via: .hotline),
        "#1 submitted on centre, due 03-12 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .noise, via: .board),
        "#2 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(3, .noise, via: .box),
        "refused: channelClosed(successor: ChannelID(1))"
      ),
    ])
    #expect(desk.core.view(of: 2)?.channel == .weChat)
  }

  @Test("A migrating channel is open until its date, and closed from that instant")
  func migrating() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-07 23:59:59.999", .submit(1, .noise, via: .letters),
        "#1 submitted on centre, due 03-14 18:00, node due 03-08 10:00"
      ),
      (
        "03-07 23:59:59.999", .submit(2, .noise, via: .oldLine),
        "#2 submitted on centre, due 03-14 18:00, node due 03-08 10:00"
      ),
      (
        "03-08 00:00", .submit(3, .noise, via: .letters),
        "refused: channelClosed(successor: ChannelID(1))"
      ),
      (
        "03-08 00:00", .submit(4, .noise, via: .oldLine),
        "#3 submitted on longtianPost, due 03-15 18:00, node due 03-08 10:00"
      ),
    ])
    #expect(desk.core.view(of: 1)?.channel == .letters)
    #expect(desk.core.view(of: 2)?.channel == .letters)
    #expect(desk.core.view(of: 3)?.channel == .weChat)
  }

  @Test("A submission names known things and a past contact")
  func refused() throws {
    let desk = try Desk()
    try desk.play([
      ("03-05 09:00", .submit(1, .noise, via: ChannelID(6)), "refused: unknownChannel"),
      ("03-05 09:00", .submit(1, LeafID(5)), "refused: unknownLeaf"),
      ("03-05 09:00", .submit(1, .noise, in: CommunityID(3)), "refused: unknownCommunity"),
      (
        "03-05 09:00", .submit(1, .noise, contact: "03-05 09:00:00.001"),
        "refused: contactInTheFuture"
      ),
      (
        "03-05 09:00", .submit(1, .noise, contact: "03-05 09:00"),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
    ])
  }

  @Test("A reference is accepted once, until its appeal is forgotten")
  func references() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(77, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:01", .submit(77, .rubbish), "refused: duplicateReference(AppealNumber(1))"),
      ("03-05 10:00", .cancel(1, .withdrawn), "cancelled (withdrawn)"),
      ("03-20 10:00", .submit(77, .noise), "refused: duplicateReference(AppealNumber(1))"),
      (
        "03-20 10:00:00.001", .submit(77, .noise),
        "#2 submitted on longtianPost, due 03-27 18:00, node due 03-20 11:00:00.001"
      ),
      ("03-20 10:00:00.001", .reopen(1, .supervision), "refused: unknownAppeal"),
      ("03-20 10:01", .submit(77, .noise), "refused: duplicateReference(AppealNumber(2))"),
    ])
    #expect(desk.core.view(of: 1) == nil)
  }

  @Test("Forgetting one ended appeal leaves the next remembered to its last instant")
  func lastInstant() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .noise),
        "#2 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:10", .cancel(1, .withdrawn), "cancelled (withdrawn)"),
      ("03-05 09:20", .cancel(2, .withdrawn), "cancelled (withdrawn)"),
      (
        "03-20 09:20", .submit(3, .noise),
        "#3 submitted on longtianPost, due 03-27 18:00, node due 03-20 10:20"
      ),
      ("03-20 09:20", .submit(2, .noise), "refused: duplicateReference(AppealNumber(2))"),
      ("03-20 09:20", .cancel(1, .withdrawn), "refused: unknownAppeal"),
      ("03-20 09:20", .cancel(2, .withdrawn), "refused: alreadyClosed"),
    ])
    #expect(desk.core.rememberedAppeals == 1)
  }

  @Test("Contact and registration are two instants; the clock counts from registration")
  func twoInstants() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:30", .submit(1, .rubbish, contact: "03-02 22:15"),
        "#1 submitted on longtianPost, due 03-05 15:30, node due 03-05 10:30"
      )
    ])
    let view = try desk.view(1)
    #expect(view.contactAt == Instant("03-02 22:15"))
    #expect(view.submittedAt == Instant("03-05 09:30"))
    #expect(view.reference == 1)
    #expect(view.nature == .complaint && view.community == .laokeng && view.street == .longtian)
  }
}
