import AppealCore
import CivicTime
import Testing

@Suite("Tags")
struct TagTests {
  @Test("Set and taken away by command, each once")
  func commands() throws {
    let desk = try Desk { $0.measures.tags = .small() }
    try desk.play([
      ("03-05 09:00", .tag(1, .plain), "refused: unknownAppeal"),
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:00", .tag(1, TagID(4)), "refused: unknownTag"),
      ("03-05 09:00", .tag(1, TagID(64)), "refused: unknownTag"),
      ("03-05 09:00", .tag(1, TagID(67)), "refused: unknownTag"),
      ("03-05 09:00", .untag(1, .plain), "refused: notTagged"),
      ("03-05 09:00", .tag(1, .plain), "tagged 3"),
      ("03-05 09:00", .tag(1, .plain), "refused: alreadyTagged"),
      ("03-05 09:00", .tag(1, .key), "tagged 2"),
      ("03-05 09:00", .untag(1, .plain), "untagged 3"),
      ("03-05 09:00", .suspend(1, .weather), "suspended (weather)"),
      ("03-05 09:00", .tag(1, .plain), "tagged 3"),
      ("03-05 09:00", .cancel(1, .withdrawn), "cancelled (withdrawn)"),
      ("03-05 09:00", .tag(1, .priority), "refused: alreadyClosed"),
    ])
    #expect(try desk.view(1).tags == [TagSet(.key), TagSet(.plain)])
    let none = try Desk()
    try none.play([
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:00", .tag(1, TagID(0)), "refused: unknownTag"),
    ])
  }

  @Test("A tag's rank moves the task on its list at once, and back")
  func rank() throws {
    let desk = try Desk { $0.measures.tags = .small() }
    desk.pass("03-05 09:00", .submit(1, .noise), .submit(2, .noise), .submit(3, .noise))
    func first() -> UInt32? { desk.core.firstTask(on: .longtianPost)?.appeal.rawValue }
    #expect(first() == 1)
    desk.pass("03-05 09:01", .tag(2, .priority))
    #expect(first() == 2)
    desk.pass("03-05 09:01", .tag(3, .urgent))
    #expect(first() == 3)
    #expect(try desk.view(3).rank == Rank.urgent && desk.view(2).rank == Rank.priority)
    desk.pass("03-05 09:01", .untag(3, .urgent))
    desk.core.audit()
    #expect(first() == 2)
    desk.pass("03-05 09:01", .tag(1, .plain), .tag(1, .key), .untag(2, .priority))
    desk.core.audit()
    #expect(first() == 1)
    try desk.expectReplay()
  }

  @Test("A key tag is supervised more closely: the first rung comes sooner, at once if it is past")
  func key() throws {
    let desk = try Desk {
      $0.measures.tags = .small()
      $0.measures.supervision = Supervision(
        remindAt: 75, closeRemindAt: 25, supervise: .none, notice: .none, account: .none,
        evidenceThreshold: 0)
      $0.serviceLevels.nodes = [:]
    }
    try desk.play([
      ("03-05 08:00", .submit(1, .advice), "#1 submitted on longtianPost, due 03-07 08:00"),
      ("03-05 08:00", .submit(2, .advice), "#2 submitted on longtianPost, due 03-07 08:00"),
      ("03-05 08:00", .submit(3, .advice), "#3 submitted on longtianPost, due 03-07 08:00"),
      ("03-05 09:00", .tag(1, .key), "tagged 2"),
      ("03-05 19:59:59.999", nil, ""),
      ("03-05 20:00", nil, "#1 remind longtianPost"),
      ("03-06 08:00", .tag(2, .key), "tagged 2; remind longtianPost"),
      ("03-06 08:00", .tag(3, .plain), "tagged 3"),
      ("03-06 19:59:59.999", nil, ""),
      ("03-06 20:00", nil, "#3 remind longtianPost"),
    ])
  }

  @Test("The registry of the report: 35 kinds, each with a name, rules only for known ones")
  func registry() throws {
    let standard = TagRegistry.standard
    #expect(standard.kinds.count == 35)
    #expect(Set(standard.kinds.map(\.id)).count == 35)
    #expect(standard.kinds.allSatisfy { !$0.chinese.isEmpty && !$0.english.isEmpty })
    #expect(standard.rules.count == TagRegistry.standardRules.count)
    for id in ["repeat-complaint", "special-complainant", "key-supervision", "special-work"] {
      #expect(standard.tag(id) != nil)
    }
    #expect(standard.tag("unknown") == nil)
    let desk = try Desk { $0.measures.tags = .standard }
    let tag = try #require(standard.tag("suggestion"))
    desk.pass("03-05 09:00", .submit(1, .noise, .suggestion))
    #expect(try desk.view(1).tags == TagSet(tag))
  }

  @Test("Tags stay with a closed appeal and when it is reopened")
  func kept() throws {
    let desk = try Desk { $0.measures.tags = .small() }
    try desk.bring(1, .noise, to: .close, at: "03-05 09:00")
    desk.pass("03-05 09:00", .tag(1, .urgent), .close(1))
    #expect(try desk.view(1).tags == TagSet(.urgent))
    desk.pass("03-05 09:00", .reopen(1, .supervision))
    #expect(try desk.view(1).tags == TagSet(.urgent) && desk.view(1).rank == Rank.urgent)
    desk.core.audit()
  }
}
