import AppealCore
import CivicTime
import Testing

@Suite("Channels' requirements, structured submission and free text")
struct RequirementTests {
  @Test("A channel refuses what lacks its fields, and says what is missing")
  func requirements() throws {
    let desk = try Desk {
      $0.channels[1].requires = [.structured, .photos]
      $0.channels[0].requires = .photos
    }
    let photos = Submission.Details.by(0, [.structured, .photos])
    try desk.play([
      ("03-05 09:00", .submit(1, .noise), "refused: incomplete(missing: Traits(2))"),
      (
        "03-05 09:00", .submit(1, .noise, telling: .freeText),
        "refused: incomplete(missing: Traits(3))"
      ),
      (
        "03-05 09:00", .submit(1, .noise, telling: .by(0, .photos)),
        "refused: incomplete(missing: Traits(1))"
      ),
      (
        "03-05 09:00", .submit(1, .noise, telling: photos),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#1 described: citizen 0, text 0, common, photos"
      ),
      (
        "03-05 09:00", .submit(2, .noise, via: .hotline, telling: .by(0, .photos)),
        "#2 submitted on centre, due 03-12 18:00, node due 03-05 10:00; "
          + "#2 described: citizen 0, text 0, common, free text, photos"
      ),
      (
        "03-05 09:00", .submit(3, .noise, via: .board, telling: .by(0, .structured)),
        "refused: incomplete(missing: Traits(2))"
      ),
    ])
  }

  @Test("Free text goes to the post that makes it clear, fields to the channel's")
  func freeText() throws {
    let desk = try Desk { $0.dispatch.unclear = .kengziPost }
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, telling: .freeText),
        "#1 submitted on kengziPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#1 described: citizen 0, text 0, common, free text"
      ),
      (
        "03-05 09:00", .submit(2, .noise, telling: .by(0, .photos)),
        "#2 submitted on kengziPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#2 described: citizen 0, text 0, common, free text, photos"
      ),
      (
        "03-05 09:00", .submit(3, .noise),
        "#3 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
    ])
    let plain = try Desk()
    try plain.play([
      (
        "03-05 09:00", .submit(1, .noise, telling: .freeText),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#1 described: citizen 0, text 0, common, free text"
      )
    ])
  }

  @Test("Citizens are numbered below 2⁴⁰")
  func citizens() throws {
    let desk = try Desk()
    try desk.play([
      ("03-05 09:00", .submit(1, .noise, telling: .by(1 << 40)), "refused: citizenOutOfRange"),
      (
        "03-05 09:00", .submit(1, .noise, telling: .by(1 << 40 - 1)),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00; "
          + "#1 described: citizen 1099511627775, text 0, common"
      ),
    ])
  }
}
