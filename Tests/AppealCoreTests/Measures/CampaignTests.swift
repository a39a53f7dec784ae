import AppealCore
import CivicTime
import Testing

@Suite("Campaigns")
struct CampaignTests {
  /// Campaign 0: noise in Longtian, 6 to 8 March, due in 2 hours, priority. Campaign 1: all rubbish
  /// and noise from 7 March, no limit of its own, urgent.
  private func desk() throws -> Desk {
    try Desk {
      $0.measures.campaigns = [
        Campaign(
          name: "Quiet", from: Instant("03-06 00:00"), until: Instant("03-08 00:00"),
          leaves: [.noise], streets: [.longtian], target: .elapsed(.hours(2)), rank: Rank.priority),
        Campaign(
          name: "Clean", from: Instant("03-07 00:00"), until: Instant("03-09 00:00"),
          leaves: [.noise, .rubbish], rank: Rank.urgent),
      ]
      $0.measures.tags = .small((3, .campaign(CampaignID(0))))
    }
  }

  @Test("Dates: the first instant is in, the last is out; the first campaign by number counts")
  func dates() throws {
    let desk = try desk()
    try desk.play([
      (
        "03-05 23:59:59.999", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-06 10:00"
      ),
      (
        "03-06 00:00", .submit(2, .noise),
        "#2 submitted on longtianPost, due 03-06 02:00, node due 03-06 10:00; "
          + "#2 joined campaign 0; #2 tagged 3"
      ),
      (
        "03-07 23:59:59.999", .submit(3, .noise),
        "03-06 02:00:00.001 #2 breached; 03-06 10:00:00.001 #1 accept breached; "
          + "03-06 10:00:00.001 #2 accept breached; "
          + "#3 submitted on longtianPost, due 03-08 01:59:59.999, node due 03-08 10:00; "
          + "#3 joined campaign 0; #3 tagged 3"
      ),
      (
        "03-08 00:00", .submit(4, .noise),
        "#4 submitted on longtianPost, due 03-15 18:00, node due 03-08 10:00; "
          + "#4 joined campaign 1"
      ),
      (
        "03-09 00:00", .submit(5, .noise),
        "03-08 02:00 #3 breached; 03-08 10:00:00.001 #3 accept breached; "
          + "03-08 10:00:00.001 #4 accept breached; "
          + "#5 submitted on longtianPost, due 03-16 18:00, node due 03-09 10:00"
      ),
    ])
    #expect(try desk.view(2).rank == Rank.priority && desk.view(4).rank == Rank.urgent)
    #expect(try desk.view(1).campaign == .none && desk.view(3).campaign == CampaignID(0))
  }

  @Test("Filters by leaf and street; a campaign's limit only shortens")
  func filters() throws {
    let desk = try desk()
    try desk.play([
      (
        "03-06 09:00", .submit(1, .noise, in: .jinsha),
        "#1 submitted on kengziPost, due 03-13 18:00, node due 03-06 10:00"
      ),
      (
        "03-06 09:00", .submit(2, .pothole),
        "#2 submitted on longtianPost, due 03-13 18:00, node due 03-06 10:00"
      ),
      (
        "03-06 09:00", .submit(3, .noise, in: .nanbu),
        "#3 submitted on longtianPost, due 03-06 11:00, node due 03-06 10:00; "
          + "#3 joined campaign 0; #3 tagged 3"
      ),
      (
        "03-07 09:00", .submit(4, .rubbish, in: .jinsha),
        "03-06 10:00:00.001 #1 accept breached; 03-06 10:00:00.001 #2 accept breached; "
          + "03-06 10:00:00.001 #3 accept breached; 03-06 11:00:00.001 #3 breached; "
          + "#4 submitted on kengziPost, due 03-07 15:00, node due 03-07 10:00; "
          + "#4 joined campaign 1"
      ),
      (
        "03-07 09:00", .submit(5, .noise, .enquiry),
        "#5 submitted on longtianPost, due 03-07 11:00, node due 03-07 10:00; "
          + "#5 joined campaign 0; #5 tagged 3"
      ),
    ])
    let longer = try Desk {
      $0.measures.campaigns = [
        Campaign(
          name: "Late", from: .distantPast, until: .distantFuture, target: .elapsed(.days(20)))
      ]
    }
    try longer.play([
      (
        "03-06 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-13 18:00, node due 03-06 10:00; "
          + "#1 joined campaign 0"
      )
    ])
    #expect(try longer.view(1).rank == Rank.normal)
  }

  @Test("The rank of its campaign leads on a list")
  func order() throws {
    let desk = try desk()
    desk.pass(
      "03-07 09:00", .submit(1, .pothole), .submit(2, .noise), .submit(3, .rubbish, in: .laokeng))
    try desk.play([
      ("03-07 09:01", .take(.longtianPost), "#3 taken from longtianPost by 7"),
      ("03-07 09:01", .take(.longtianPost), "#2 taken from longtianPost by 7"),
      ("03-07 09:01", .take(.longtianPost), "#1 taken from longtianPost by 7"),
    ])
  }

  @Test("Filing under another leaf joins or leaves, by the instant of submission")
  func filing() throws {
    let desk = try desk()
    for number in [1, 2, 3] {
      desk.pass(
        "03-07 23:00", .submit(UInt64(number), number == 1 ? .pothole : .noise),
        .take(.longtianPost), .accept(AppealNumber(number)))
    }
    try desk.play([
      (
        "03-08 00:00", .file(1, .noise),
        "filed as 3, workflow 1, dispatch; joined campaign 0; tagged 3; "
          + "due 03-08 01:00 (reclassification)"
      ),
      (
        "03-08 00:00", .file(2, .pothole),
        "filed as 1, workflow 1, dispatch; out of its campaign; untagged 3; "
          + "due 03-14 18:00 (reclassification)"
      ),
      (
        "03-08 00:00", .file(3, .rubbish),
        "filed as 0, workflow 0, dispatch; joined campaign 1; untagged 3; "
          + "due 03-08 15:00 (reclassification)"
      ),
    ])
    #expect(try desk.view(1).rank == Rank.priority && desk.view(2).rank == Rank.normal)
    #expect(try desk.view(3).rank == Rank.urgent && desk.view(3).campaign == CampaignID(1))
  }

  @Test("Reopened, it counts with the campaign of its submission; suspended, in its limit's time")
  func later() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .close, at: "03-06 09:00")
    try desk.play([
      ("03-06 09:30", .close(1), "closed"),
      (
        "03-09 16:00", .reopen(1, .problemReturned),
        "reopened (problemReturned) on roads, due 03-09 18:00, node due 03-12 17:00"
      ),
      ("03-09 17:30", .suspend(1, .weather), "suspended (weather)"),
      ("03-10 11:00", .resume(1), "resumed, due 03-10 11:30, node due 03-12 17:30"),
    ])
    #expect(try desk.view(1).campaign == CampaignID(0))
  }
}
