import AppealCore
import CivicTime
import Testing

/// 1+6+N: the centre above two street posts; a community post below the first.
@Suite("Hand-over up, down and across")
struct HandOverTests {
  private func desk(_ ways: Set<DispatchTree.HandOver>) throws -> Desk {
    var policy = try District.policy()
    policy.dispatch.posts.append(
      .init(name: "Laokeng desk", kind: .street(.longtian), parent: .longtianPost))
    policy.dispatch.handOvers = ways
    let desk = try Desk(policy)
    desk.pass("03-05 09:00", .submit(1, .noise), .take(.longtianPost))
    return desk
  }

  private static let below = ListID(3)

  @Test("Up: to the post above or one above that")
  func up() throws {
    let desk = try desk([.up])
    try desk.play([
      ("03-05 09:01", .handOver(1, to: Self.below), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: .kengziPost), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: .centre), "handed over from longtianPost to centre"),
      ("03-05 09:02", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:03", .handOver(1, to: .longtianPost), "refused: handOverNotAllowed"),
    ])
  }

  @Test("Down, two levels at once too; then up two levels")
  func down() throws {
    let desk = try desk([.down])
    try desk.play([
      ("03-05 09:01", .handOver(1, to: .centre), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: .kengziPost), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: Self.below), "handed over from longtianPost to urban"),
      ("03-05 09:02", .take(Self.below), "#1 taken from urban by 7"),
      ("03-05 09:03", .handOver(1, to: .centre), "refused: handOverNotAllowed"),
    ])
    let both = try self.desk([.up, .down])
    try both.play([
      ("03-05 09:01", .handOver(1, to: .centre), "handed over from longtianPost to centre"),
      ("03-05 09:02", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:03", .handOver(1, to: Self.below), "handed over from centre to urban"),
      ("03-05 09:04", .take(Self.below), "#1 taken from urban by 7"),
      ("03-05 09:05", .handOver(1, to: .centre), "handed over from urban to centre"),
    ])
  }

  @Test("Across: to a post neither above nor below")
  func across() throws {
    let desk = try desk([.across])
    try desk.play([
      ("03-05 09:01", .handOver(1, to: .centre), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: Self.below), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: .kengziPost), "handed over from longtianPost to kengziPost"),
      ("03-05 09:02", .take(.kengziPost), "#1 taken from kengziPost by 7"),
      ("03-05 09:03", .handOver(1, to: Self.below), "handed over from kengziPost to urban"),
    ])
  }

  @Test("Nowhere where no way is open")
  func nowhere() throws {
    let desk = try desk([])
    try desk.play([
      ("03-05 09:01", .handOver(1, to: .centre), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: .kengziPost), "refused: handOverNotAllowed"),
      ("03-05 09:01", .handOver(1, to: .longtianPost), "refused: notAPost"),
    ])
  }
}
