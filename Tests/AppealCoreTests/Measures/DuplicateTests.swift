import AppealCore
import CivicTime
import Testing

@Suite("Duplicates")
struct DuplicateTests {
  private func desk(merges: Bool, window: Milliseconds = .hours(1)) throws -> Desk {
    try Desk {
      $0.measures.duplicates = DuplicateRules(window: window, merges: merges)
      $0.serviceLevels.nodes = [:]
    }
  }

  private func noise(
    _ reference: UInt64, by citizen: UInt64, in community: CommunityID = .laokeng
  ) -> Command {
    .submit(reference, .noise, in: community, telling: .by(citizen))
  }

  @Test("The same citizen, leaf and community within the window, its end included")
  func window() throws {
    let desk = try desk(merges: false)
    try desk.play([
      (
        "03-05 09:00", noise(1, by: 5),
        "#1 submitted on longtianPost, due 03-12 18:00; "
          + "#1 described: citizen 5, text 0, common"
      ),
      (
        "03-05 09:10", noise(2, by: 6),
        "#2 submitted on longtianPost, due 03-12 18:00; "
          + "#2 described: citizen 6, text 0, common"
      ),
      (
        "03-05 09:20", noise(3, by: 5, in: .nanbu),
        "#3 submitted on longtianPost, due 03-12 18:00; "
          + "#3 described: citizen 5, text 0, common"
      ),
      (
        "03-05 09:30", .submit(4, .pothole, telling: .by(5)),
        "#4 submitted on longtianPost, due 03-12 18:00; "
          + "#4 described: citizen 5, text 0, common"
      ),
      (
        "03-05 10:00", noise(5, by: 5),
        "#5 submitted on longtianPost, due 03-12 18:00; "
          + "#5 described: citizen 5, text 0, common; #5 duplicate of #1"
      ),
      (
        "03-05 10:10:00.001", noise(6, by: 6),
        "#6 submitted on longtianPost, due 03-12 18:00; "
          + "#6 described: citizen 6, text 0, common"
      ),
      (
        "03-05 11:00", noise(7, by: 5),
        "#7 submitted on longtianPost, due 03-12 18:00; "
          + "#7 described: citizen 5, text 0, common; #7 duplicate of #5"
      ),
      ("03-05 11:10", .submit(8, .noise), "#8 submitted on longtianPost, due 03-12 18:00"),
      ("03-05 11:10", .submit(9, .noise), "#9 submitted on longtianPost, due 03-12 18:00"),
    ])
    #expect(try desk.view(5).original == 1 && desk.view(7).original == 5)
    let off = try Desk()
    off.pass("03-05 09:00", noise(1, by: 5), noise(2, by: 5))
    #expect(try off.view(2).original == .none)
  }

  @Test("Merged at once into the open original, or into what that was merged into")
  func merged() throws {
    let desk = try desk(merges: true)
    try desk.play([
      (
        "03-05 09:00", noise(1, by: 5),
        "#1 submitted on longtianPost, due 03-12 18:00; "
          + "#1 described: citizen 5, text 0, common"
      ),
      (
        "03-05 09:10", noise(2, by: 5),
        "#2 submitted on longtianPost, due 03-12 18:00; "
          + "#2 described: citizen 5, text 0, common; #2 duplicate of #1; #2 merged into #1"
      ),
      (
        "03-05 09:20", noise(3, by: 5),
        "#3 submitted on longtianPost, due 03-12 18:00; "
          + "#3 described: citizen 5, text 0, common; #3 duplicate of #2; #3 merged into #1"
      ),
      ("03-05 09:30", .suspend(1, .weather), "suspended (weather)"),
      (
        "03-05 09:40", noise(4, by: 5),
        "#4 submitted on longtianPost, due 03-12 18:00; "
          + "#4 described: citizen 5, text 0, common; #4 duplicate of #3; #4 merged into #1"
      ),
    ])
    #expect(desk.core.openAppeals == 1 && desk.core.mergedAppeals == 3)
  }

  @Test("Not merged where the original has ended, or was filed under another leaf")
  func ended() throws {
    let desk = try desk(merges: true)
    desk.pass("03-05 09:00", noise(1, by: 5), .cancel(1, .withdrawn))
    desk.pass("03-05 09:00", noise(2, by: 6), .take(.longtianPost), .accept(2), .file(2, .pothole))
    try desk.play([
      (
        "03-05 09:10", noise(3, by: 5),
        "#3 submitted on longtianPost, due 03-12 18:00; "
          + "#3 described: citizen 5, text 0, common; #3 duplicate of #1"
      ),
      (
        "03-05 09:10", noise(4, by: 6),
        "#4 submitted on longtianPost, due 03-12 18:00; "
          + "#4 described: citizen 6, text 0, common; #4 duplicate of #2"
      ),
    ])
    let unknown = try Desk {
      $0.measures.duplicates = DuplicateRules(window: .days(30), merges: true)
      $0.windows = Windows(appraisal: 0, reopening: 0, idempotency: 0)
      $0.serviceLevels.nodes = [:]
    }
    unknown.pass("03-05 09:00", noise(1, by: 5), .cancel(1, .withdrawn))
    try unknown.play([
      (
        "03-06 09:10", noise(2, by: 5),
        "#2 submitted on longtianPost, due 03-13 18:00; "
          + "#2 described: citizen 5, text 0, common; #2 duplicate of #1"
      )
    ])
  }

  @Test("Many citizens within the window: none is lost when the table grows")
  func many() throws {
    let desk = try desk(merges: false, window: .minutes(10))
    for number in 1...500 {
      let at = Instant("03-05 09:00") + .seconds(Int64(number))
      _ = desk.perform(noise(UInt64(number), by: UInt64(number % 180 + 1)), at: at)
    }
    desk.core.audit()
    for number in 1...500 {
      let view = try desk.view(AppealNumber(number))
      #expect(view.original == (number > 180 ? AppealNumber(number - 180) : .none))
    }
    try desk.expectReplay()
  }
}
