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
