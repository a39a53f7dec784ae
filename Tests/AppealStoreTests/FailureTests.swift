import AppealCore
import AppealStore
import CivicTime
import Foundation
import GRDB
import Testing

/// A commit that fails leaves the file as it was, and the store refuses further use.
@Suite("Failed commits")
struct FailureTests {
  let folder: StoreFolder
  let world: RecordedWorld

  init() throws {
    folder = try StoreFolder()
    world = try RecordedWorld.shared.get()
  }

  static let tables = [
    "entry", "reference", "open_appeal", "closed_appeal", "record", "head", "identity",
  ]

  @Test func fullDisk() throws {
    let path = try folder.filled(1_000)
    let before = try rows(path, Self.tables)
    var options = StoreOptions()
    options.pageLimit = 1
    let opened = try AppealStore.open(path: path, policy: world.policy, options: options)
    var driver = try Driver(world)
    let openedStore = opened.store
    driver.core = opened.core
    driver.position = 1_000
    driver.advance(by: 3_000)
    #expect(
      storeError { try openedStore.commit(driver.journal, core: driver.core) }
        == .diskFull(path: path))
    #expect(
      storeError { try openedStore.commit(driver.journal, core: driver.core) }
        == .stopped(path: path))
    #expect(
      storeError { _ = try openedStore.appeal(withReference: 1) } == .stopped(path: path))
    #expect(storeError { try openedStore.checkpoint() } == .stopped(path: path))
    try openedStore.close()
    #expect(try rows(path, Self.tables) == before)
    // With room, the same goes on from where the file is.
    let again = try AppealStore.open(path: path, policy: world.policy)
    let againStore = again.store
    driver.core = again.core
    driver.journal.removeAll(keepingCapacity: true)
    driver.position = 1_000
    try driver.play(3_000, batch: 100, to: againStore)
    #expect(try StoreReader(path: path).check(policy: world.policy).isSound)
  }

  @Test func busyMayBeTriedAgain() throws {
    let path = try folder.filled(1_000)
    var options = StoreOptions()
    options.busyTimeout = 0.05
    let opened = try AppealStore.open(path: path, policy: world.policy, options: options)
    var driver = try Driver(world)
    let openedStore = opened.store
    driver.core = opened.core
    driver.position = 1_000
    driver.advance(by: 50)
    let other = try DatabaseQueue(path: path)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(
        storeError { try openedStore.commit(driver.journal, core: driver.core) }
          == .busy(path: path))
      try db.execute(sql: "ROLLBACK")
    }
    try openedStore.commit(driver.journal, core: driver.core)
    #expect(openedStore.lastEntry == driver.core.entryCount)
    #expect(StoreError.busy(path: path).exitCode == 75)
  }

  @Test func aSecondWriterIsFoundOut() throws {
    let path = try folder.filled(1_000)
    let one = try AppealStore.open(path: path, policy: world.policy)
    let two = try AppealStore.open(path: path, policy: world.policy)
    var driver = try Driver(world)
    let oneStore = one.store
    driver.core = one.core
    driver.position = 1_000
    driver.advance(by: 50)
    try oneStore.commit(driver.journal, core: driver.core)
    let after = try rows(path, Self.tables)
    let error = storeError { try two.store.commit(driver.journal, core: driver.core) }
    let (stored, core) = (two.store.lastEntry, driver.core.entryCount)
    #expect(error == .outOfStep(path: path, stored: stored, core: core))
    #expect(storeError { try two.store.checkpoint() } == .stopped(path: path))
    #expect(try rows(path, Self.tables) == after)
  }

  @Test func entriesThatDoNotFollow() throws {
    let path = try folder.filled(1_000)
    let opened = try AppealStore.open(path: path, policy: world.policy)
    var driver = try Driver(world)
    driver.advance(by: 5)
    #expect(
      storeError { try opened.store.commit(driver.journal, core: driver.core) }
        == .outOfStep(path: path, stored: opened.store.lastEntry, core: driver.core.entryCount))
  }

  @Test func aForgottenKeyIsStillTaken() throws {
    let path = folder.file()
    var policy = world.policy
    policy.windows = Windows(appraisal: 0, reopening: 0, idempotency: 0)
    policy.measures = Measures()
    let store = try AppealStore.create(path: path, policy: policy, identity: world.identity)
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer()
    let submission = try #require(
      world.steps.lazy.compactMap { step -> (Submission, Instant)? in
        if case .submit(let submission, _) = step.command { (submission, step.at) } else { nil }
      }.first)
    try core.apply(.submit(submission.0), at: submission.1, into: &journal)
    try core.apply(.cancel(AppealNumber(1), .withdrawn), at: submission.1, into: &journal)
    try store.commit(journal, core: core)
    journal.removeAll(keepingCapacity: true)
    let before = try rows(path, Self.tables)
    // The core has forgotten; the store has not.
    try core.apply(.submit(submission.0), at: submission.1 + .hours(1), into: &journal)
    #expect(
      storeError { try store.commit(journal, core: core) }
        == .duplicateReference(path: path, reference: submission.0.reference))
    try store.close()
    #expect(try rows(path, Self.tables) == before)
  }
}
