import AppealCore
import CivicTime
import Testing

@Suite("Bounds: readings of a clock, limits, windows, numbers of nobody")
struct BoundTests {
  private func desk(_ change: (inout Policy) -> Void = { _ in }) throws -> Desk {
    try Desk {
      $0.measures.bulletin = BulletinRules(first: Instant("03-06 08:00"), every: .days(7))
      $0.serviceLevels.nodes = [:]
      change(&$0)
    }
  }

  @Test("The end of time ends: bulletins go out as long as the calendar reaches")
  func forever() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .noise))
    while desk.core.advance(to: .distantFuture, into: &desk.journal) {}
    #expect(desk.core.bulletins == 43 && desk.core.nextAlarm == nil)
    #expect(desk.core.now == Instant("12-25 08:00"))
    let none = try Desk()
    var journal = JournalBuffer()
    #expect(!none.core.advance(to: .distantFuture, into: &journal))
  }

  @Test("A reading outside the calendar is refused before anything rings")
  func absurd() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .noise))
    #expect(
      desk.perform(.take(.longtianPost), at: Instant("03-05 09:00") + .days(40_000))
        == "refused: outsideCalendar")
    #expect(desk.core.bulletins == 0 && desk.core.now == Instant("03-05 09:00"))
  }

  @Test("A suggestion's adoption goes its whole course, though all else is forgotten")
  func adoption() throws {
    let desk = try Desk {
      $0.measures.adoption = true
      $0.windows = Windows(appraisal: 0, reopening: 0, idempotency: 0, adoption: .days(60))
      $0.serviceLevels.nodes = [:]
    }
    try desk.bring(1, .rubbish, to: .close, at: "03-05 09:00")
    desk.pass(
      "03-05 09:00", .submit(2, .noise, .suggestion), .take(.longtianPost), .accept(2),
      .file(2, .noise), .dispatch(2, to: .urban), .take(.urban), .signIn(2), .handle(2),
      .feedback(2, evidence: true), .take(.longtianGrid), .verify(2, passed: true), .close(2),
      .close(1))
    try desk.play([
      ("03-06 09:00", .reopen(1, .supervision), "refused: unknownAppeal"),
      ("03-06 09:00", .reopen(2, .supervision), "refused: reopeningWindowOver"),
      ("04-05 09:00", .adopt(2, .underReview), "underReview"),
      ("04-06 09:00", .submit(3, .noise), "#3 submitted on longtianPost, due 04-13 18:00"),
      ("05-04 09:00", .adopt(2, .adopted), "04-13 18:00:00.001 #3 breached; adopted"),
      ("05-04 09:00:00.001", .adopt(2, .implemented), "refused: unknownAppeal"),
      ("05-05 09:00", .submit(4, .noise), "#4 submitted on longtianPost, due 05-11 18:00"),
    ])
    #expect(desk.core.rememberedAppeals == 0)
  }

  @Test("An original is remembered as long as duplicates of it are looked for")
  func originals() throws {
    let desk = try Desk {
      $0.measures.duplicates = DuplicateRules(window: .days(30), merges: false)
      $0.windows = Windows(appraisal: 0, reopening: 0, idempotency: 0)
      $0.serviceLevels.nodes = [:]
    }
    desk.pass("03-05 09:00", .submit(1, .noise, telling: .by(5)), .cancel(1, .withdrawn))
    desk.pass("04-01 09:00", .submit(2, .noise, telling: .by(5)))
    #expect(try desk.view(2).original == 1 && desk.view(1).status == .cancelled)
  }

  @Test("Nobody takes nothing; lists of nobody have no number")
  func nobody() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .noise))
    try desk.play([("03-05 09:00", .take(.longtianPost, by: .none), "refused: unknownStaff")])
    #expect(desk.core.list(ofUnit: .none) == .none && desk.core.list(ofUnit: .power) == .power)
    #expect(desk.core.list(ofPost: 3) == .none && desk.core.list(ofPost: -1) == .none)
    #expect(desk.core.list(ofVerifiersIn: StreetID(2)) == .none)
    #expect(desk.core.kind(of: .none) == nil && desk.core.kind(of: ListID(11)) == nil)
    #expect(desk.core.kind(of: ListID(8 + 255)) == nil)
    #expect(desk.core.kind(of: .chasers) == .desk(.chase))
  }
}
