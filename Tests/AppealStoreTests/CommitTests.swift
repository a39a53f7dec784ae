import AppealCore
import AppealStore
import Foundation
import GRDB
import Testing

/// What a commit leaves on the disk, and that opening brings it back exactly.
@Suite("Commits")
struct CommitTests {
  let folder: StoreFolder
  let world: RecordedWorld

  init() throws {
    folder = try StoreFolder()
    world = try RecordedWorld.shared.get()
  }

  func store(_ name: String = "a.store") throws -> AppealStore {
    try AppealStore.create(
      path: folder.file(name), policy: world.policy, identity: world.identity)
  }

  @Test("The core comes back word for word", arguments: [1, 7, 100, 1_000])
  func restores(batch: Int) throws {
    let path = folder.file()
    var driver = try Driver(world)
    let first = try store()
    try driver.play(batch == 1 ? 600 : 6_000, batch: batch, to: first)
    try first.close()
    for round in 0..<3 {
      let opened = try AppealStore.open(path: path, policy: world.policy)
      #expect(opened.core.canonicalWords() == driver.core.canonicalWords(), "round \(round)")
      #expect(opened.core.chain == driver.core.chain)
      #expect(opened.core.nextAlarm == driver.core.nextAlarm)
      #expect(opened.store.identity == world.identity)
      opened.core.audit()
      // The restored core takes the place of the old one.
      let openedStore = opened.store
      driver.core = opened.core
      try driver.play(500, batch: batch, to: openedStore)
      try openedStore.close()
    }
    let findings = try StoreReader(path: path).check(policy: world.policy)
    #expect(findings.problems == [])
    #expect(findings.entries == driver.core.entryCount && findings.digest != nil)
  }

  @Test func anEmptyStoreComesBackEmpty() throws {
    let path = folder.file()
    try store().close()
    let opened = try AppealStore.open(path: path, policy: world.policy)
    let fresh = try AppealCore(policy: world.policy)
    #expect(opened.core.canonicalWords() == fresh.canonicalWords())
    #expect(opened.store.lastEntry == 0)
  }

  @Test func batchesOfAnySizeLeaveTheSameState() throws {
    let tables = ["reference", "open_appeal", "record", "head"]
    var found: [[String]] = []
    for batch in [1, 250] {
      let name = "\(batch).store"
      let store = try store(name)
      var driver = try Driver(world)
      try driver.play(1_500, batch: batch, to: store)
      try store.close()
      found.append(try rows(folder.file(name), tables))
    }
    #expect(found[0] == found[1])
    #expect(found[0].count > 400)
  }

  @Test func everyCommitWaitsForTheDisk() throws {
    let store = try store()
    #expect(try store.pragma("synchronous") == "2")
    #expect(try store.pragma("journal_mode") == "wal")
    #expect(try store.pragma("foreign_keys") == "1")
    #expect(try store.pragma("trusted_schema") == "0")
    #expect(try store.pragma("application_id") == "\(0x4855_5953)")
    try store.close()
    var options = StoreOptions()
    options.synchronous = .off
    let opened = try AppealStore.open(
      path: folder.file(), policy: world.policy, options: options)
    #expect(try opened.store.pragma("synchronous") == "0")
  }

  @Test func keysAreKnownForEver() throws {
    let path = try folder.filled(6_000)
    let opened = try AppealStore.open(path: path, policy: world.policy)
    var asked = 0
    try StoreReader(path: path).forEachEntry { _, entry in
      guard case .submitted(let submission, _, _, _) = entry.change else { return }
      asked += 1
      let found = try opened.store.appeal(withReference: submission.reference)
      #expect(found == entry.appeal)
    }
    #expect(asked == opened.core.acceptedAppeals && asked > 100)
    #expect(try opened.store.appeal(withReference: .max) == nil)
  }

  @Test func nothingIsDoneForNothing() throws {
    let store = try store()
    let driver = try Driver(world)
    try store.commit(driver.journal, core: driver.core)
    #expect(store.lastEntry == 0)
  }

  @Test func theLogIsPutBack() throws {
    let store = try store()
    var driver = try Driver(world)
    try driver.play(1_000, batch: 100, to: store)
    #expect(store.logBytes > 0)
    let before = store.fileBytes
    try store.checkpoint()
    #expect(store.logBytes == 0 && store.fileBytes > before)
  }

  @Test func anOlderFileIsBroughtForward() throws {
    let path = try folder.filled(3_000)
    let expected = try AppealStore.open(path: path, policy: world.policy).core.canonicalWords()
    // As the first version left it.
    try folder.tamper(path, "DROP VIEW appeal", "PRAGMA user_version = 1")
    // A reader cannot bring it forward, and says who can.
    #expect(
      storeError { _ = try StoreReader(path: path) }
        == .olderSchema(path: path, found: 1, supported: 2))
    let opened = try AppealStore.open(path: path, policy: world.policy)
    #expect(opened.core.canonicalWords() == expected)
    #expect(try opened.store.pragma("user_version") == "2")
    try opened.store.close()
    #expect(try StoreReader(path: path).check(policy: world.policy).isSound)
  }
}
