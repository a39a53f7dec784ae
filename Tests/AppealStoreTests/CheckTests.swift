import AppealStore
import Foundation
import Testing

/// `check` finds whatever in a store is not what its journal leads to.
@Suite("Checks")
struct CheckTests {
  let folder: StoreFolder
  let world: RecordedWorld

  init() throws {
    folder = try StoreFolder()
    world = try RecordedWorld.shared.get()
  }

  @Test func aStoreOfEveryMeasureIsSound() throws {
    let path = try folder.filled(world.steps.count)
    let findings = try StoreReader(path: path).check(policy: world.policy)
    #expect(findings.problems == [])
    #expect(findings.isSound && findings.records > 100 && findings.closedRows > 100)
  }

  @Test(
    arguments: [
      ("UPDATE entry SET appeal = appeal + 1 WHERE seq = 1000", "chain"),
      ("UPDATE entry SET at = at + 1 WHERE seq = (SELECT max(seq) FROM entry)", "chain"),
      ("UPDATE entry SET meta = 255 WHERE seq = 1000", "tag"),
      ("DELETE FROM entry WHERE seq = 1000", "missing"),
      ("UPDATE entry SET chain = chain + 1 WHERE chain IS NOT NULL AND seq < 2000", "chain"),
      (
        "UPDATE open_appeal SET node = node + 1 WHERE number = (SELECT max(number) FROM open_appeal)",
        "row of open"
      ),
      ("UPDATE closed_appeal SET on_time = 1 - on_time", "row of closed"),
      (
        "DELETE FROM closed_appeal WHERE number = (SELECT min(number) FROM closed_appeal)",
        "closed appeals"
      ),
      ("UPDATE reference SET number = 1 WHERE number = 2", "key"),
      ("DELETE FROM reference WHERE number = 3", "key"),
      (
        "UPDATE record SET state = zeroblob(length(state)) WHERE state <> zeroblob(length(state))",
        "record"
      ),
      ("DELETE FROM record WHERE key = (6 << 56)", "record"),
      ("DELETE FROM open_appeal WHERE number = (SELECT max(number) FROM open_appeal)", "records"),
    ])
  func aChangeIsFound(sql: String, word: String) throws {
    let path = try folder.filled(4_000)
    try folder.tamper(path, sql)
    let findings = try StoreReader(path: path).check(policy: world.policy)
    let text = findings.problems.joined(separator: " ").lowercased()
    #expect(!findings.isSound && text.contains(word), "\(findings.problems)")
  }

  /// Who changes a file can also compute the chains anew.
  @Test(
    arguments: [
      ("UPDATE entry SET appeal = appeal + 5 WHERE seq = 1", "does not follow"),
      (
        "UPDATE entry SET packed = (packed & ~(65535 << 16)) | (60000 << 16) WHERE seq = 1",
        "unknownLeaf"
      ),
      ("UPDATE entry SET meta = (meta & 255) | (60000 << 8) WHERE seq = 1", "does not follow"),
      ("UPDATE entry SET at = 9223372036854775807 WHERE seq = 900", "beyond any calendar"),
      ("UPDATE entry SET contact_at = -9223372036854775807 WHERE seq = 1", "beyond any calendar"),
      ("UPDATE entry SET at = at + 1 WHERE seq = 900", "not what the journal leads to"),
    ])
  func aForgeryIsFound(sql: String, words: String) throws {
    let path = try folder.filled(1_000)
    try folder.tamper(path, sql)
    try folder.computeChains(path)
    let findings = try StoreReader(path: path).check(policy: world.policy)
    let text = findings.problems.joined(separator: " ")
    #expect(!findings.isSound && text.lowercased().contains(words.lowercased()), "\(text)")
  }

  /// A record in the other table is the same state, and its row is gone from those that people ask.
  @Test(arguments: [
    (
      60, "SELECT (2 << 56) + number, state FROM open_appeal ORDER BY number DESC LIMIT 1",
      "DELETE FROM open_appeal WHERE number = (SELECT max(number) FROM open_appeal)"
    ),
    (
      4_000,
      """
      SELECT (3 << 56) + number, state FROM closed_appeal WHERE state IS NOT NULL
      ORDER BY number DESC LIMIT 1
      """,
      """
      UPDATE closed_appeal SET state = NULL
      WHERE number = (SELECT max(number) FROM closed_appeal WHERE state IS NOT NULL)
      """
    ),
  ])
  func aRecordAmongThoseOfOtherKindsIsFound(
    commands: Int, copy: String, removal: String
  ) throws {
    let path = try folder.filled(commands)
    try folder.tamper(path, "INSERT INTO record " + copy, removal)
    let findings = try StoreReader(path: path).check(policy: world.policy)
    let text = findings.problems.joined(separator: " ")
    #expect(!findings.isSound && text.contains("lies in the table of other kinds"), "\(text)")
    let error = storeError { _ = try AppealStore.open(path: path, policy: world.policy) }
    guard case .damaged(path, let detail)? = error else {
      Issue.record("a record in another table was taken: \(String(describing: error))")
      return
    }
    #expect(detail.contains("lies in the table of other kinds"))
  }

  @Test func anotherEndIsRefusedAtOnce() throws {
    let path = try folder.filled(1_000)
    try folder.tamper(path, "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    guard case .damaged? = storeError({ _ = try StoreReader(path: path) }) else {
      Issue.record("a journal that ends early was taken")
      return
    }
    guard
      case .damaged? = storeError({
        _ = try AppealStore.open(path: path, policy: world.policy)
      })
    else {
      Issue.record("a journal that ends early was opened")
      return
    }
  }
}
