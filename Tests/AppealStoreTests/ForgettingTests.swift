import AppealCore
import AppealStore
import CivicTime
import GRDB
import Testing

/// What the core forgets leaves the state in the file too; what happened stays.
@Suite("Forgetting")
struct ForgettingTests {
  let folder: StoreFolder
  let world: RecordedWorld
  let policy: Policy
  let start: Instant

  init() throws {
    folder = try StoreFolder()
    world = try RecordedWorld.shared.get()
    var short = world.policy
    short.windows = Windows(appraisal: 0, reopening: .hours(24), idempotency: 0)
    short.measures = Measures()
    policy = short
    start = try #require(world.steps.first).at
  }

  func submission(_ reference: UInt64, at instant: Instant) throws -> Submission {
    let known = world.steps.lazy.compactMap { step in
      if case .submit(let submission, _) = step.command { submission } else { nil }
    }
    var first = try #require(known.first)
    first.reference = reference
    first.contactAt = instant
    return first
  }

  @Test func closedAppealsLeaveTheStateAndStayQueryable() throws {
    let path = folder.file()
    let store = try AppealStore.create(path: path, policy: policy, identity: world.identity)
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer()
    for hour in 1...100 {
      let instant = start + .hours(Int64(hour))
      try core.apply(
        .submit(try submission(UInt64(hour), at: instant)), at: instant, into: &journal)
      try core.apply(.cancel(AppealNumber(hour), .withdrawn), at: instant, into: &journal)
      try store.commit(journal, core: core)
      journal.removeAll(keepingCapacity: true)
    }
    let remembered = core.rememberedAppeals
    let words = core.canonicalWords()
    try store.close()
    let figures = try StoreReader(path: path).statistics()
    #expect(remembered == 25)
    #expect(figures.remembered == remembered)
    #expect(figures.cancelled == 100 && figures.appeals == 100)
    let opened = try AppealStore.open(path: path, policy: policy)
    #expect(opened.core.canonicalWords() == words)
    #expect(try StoreReader(path: path).check(policy: policy).problems == [])
  }

  @Test func contactsLeaveTheState() throws {
    let path = try folder.filled(world.steps.count)
    let oldest = try AppealStore.open(path: path, policy: world.policy).core.oldestContact
    let first = try DatabaseQueue(path: path).read { db in
      try Int64.fetchOne(db, sql: "SELECT min(key) FROM record WHERE key >> 56 = 8")
    }
    #expect(oldest.rawValue > 1)
    #expect(try #require(first) & 0xFF_FFFF_FFFF >= Int64(oldest.rawValue))
  }

  @Test func anEndForgottenWithinACommitIsRefused() throws {
    let path = folder.file()
    let store = try AppealStore.create(path: path, policy: policy, identity: world.identity)
    let before = try rows(path, FailureTests.tables)
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer()
    try core.apply(.submit(try submission(1, at: start)), at: start, into: &journal)
    try core.apply(.cancel(AppealNumber(1), .withdrawn), at: start, into: &journal)
    let later = start + .hours(100)
    try core.apply(.submit(try submission(2, at: later)), at: later, into: &journal)
    #expect(storeError { try store.commit(journal, core: core) } == .spansTooLong(path: path))
    try store.close()
    #expect(try rows(path, FailureTests.tables) == before)
  }
}
