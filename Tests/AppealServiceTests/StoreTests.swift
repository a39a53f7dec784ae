import AppealCore
import AppealService
import AppealStore
import CivicTime
import Foundation
import ServiceFixtures
import Testing

@Suite("On a store")
struct StoreTests {
  private let folder: Folder
  private let limits = ServiceLimits(batchSize: 16, batchWait: .microseconds(200))

  init() throws { folder = try Folder() }

  /// Asks and waits.
  private func ask(
    _ service: AppealService, _ command: Command, at instant: Instant = Town.monday
  ) throws -> Outcome {
    let replies = ReplyQueue(capacity: 1)
    let request = ServiceRequest(command, at: instant)
    #expect(service.submit(request, replyTo: replies) == .accepted)
    return try #require(replies.next()).outcome
  }

  private func expectSound(_ path: String, _ policy: Policy, chain: UInt64) throws {
    let findings = try StoreReader(path: path).check(policy: policy)
    #expect(findings.problems == [])
    let opened = try AppealStore.open(path: path, policy: policy)
    #expect(opened.core.chain == chain)
    try opened.store.close()
  }

  @Test("A service goes on where the one before it stopped, and knows what that one took")
  func restart() throws {
    let policy = try Town.policy(memory: .hours(1))
    let path = try folder.store(policy: policy)
    let first = try AppealService(path: path, policy: policy, limits: limits, clock: .requests)
    for reference in 1...40 {
      #expect(try ask(first, Town.submit(UInt64(reference))).appeal == AppealNumber(reference))
    }
    _ = try ask(first, .cancel(7, .withdrawn))
    first.stop()
    let chain = first.statistics.durable.chain
    try expectSound(path, policy, chain: chain)

    let second = try AppealService(path: path, policy: policy, limits: limits, clock: .requests)
    #expect(try second.inspect { core in core.chain } == chain)
    #expect(try ask(second, Town.submit(8)) == .repeated(8))
    // The core has forgotten the seventh by then; the store has not.
    let later = Town.monday + .hours(2)
    #expect(try ask(second, Town.submit(7), at: later) == .repeated(7))
    #expect(try ask(second, Town.submit(41), at: later).appeal == 41)
    second.stop()
    try expectSound(path, policy, chain: second.statistics.durable.chain)
  }

  @Test("Submitters and staff on a disk that fails now and then: each once, and the store is sound")
  func crowd() throws {
    let policy = try Town.policy()
    let path = try folder.store(policy: policy)
    let plan = FaultyStore.Plan()
    let service = try AppealService(
      FaultyStore.open(path, policy, plan), limits: limits,
      clock: .wall(shift: Town.monday - (try #require(ServiceClock.wall.now)))
    ) { try FaultyStore.open(path, policy, plan) }
    plan.set(
      (0..<20).map { $0 == 3 || $0 == 11 ? .writtenAllTheSame : $0 == 7 ? .nothingWritten : nil })
    let crowd = Crowd(service, wanted: 0)
    let threads = Crew()
    for client in UInt64(1)...4 {
      threads.start { crowd.submit(client * 1_000..<client * 1_000 + 250, window: 8) }
    }
    threads.join()
    service.stop()
    #expect(crowd.problems == [])
    #expect(service.statistics.failures == 3)
    var found: [UInt64: [AppealNumber]] = [:]
    try StoreReader(path: path).forEachEntry { _, entry in
      if case .submitted(let submission, _, _, _) = entry.change {
        found[submission.reference, default: []].append(entry.appeal)
      }
    }
    #expect(found.count == 1_000 && found == crowd.numbers)
    try expectSound(path, policy, chain: service.statistics.durable.chain)
  }

  @Test("Another writer got in between: the service drops what it had, and takes up what is there")
  func secondWriter() throws {
    let policy = try Town.policy()
    let path = try folder.store(policy: policy)
    let service = try AppealService(path: path, policy: policy, limits: limits, clock: .requests)
    #expect(try ask(service, Town.submit(1)).appeal == 1)
    var other = try AppealStore.open(path: path, policy: policy)
    var journal = JournalBuffer()
    try other.core.apply(Town.submit(2), at: Town.monday, into: &journal)
    try other.store.commit(journal, core: other.core)
    try other.store.close()
    #expect(try ask(service, Town.submit(3)) == .outcomeUnknown)
    #expect(try ask(service, Town.submit(3)).appeal == 3)
    #expect(try ask(service, Town.submit(2)) == .repeated(2))
    service.stop()
    try expectSound(path, policy, chain: service.statistics.durable.chain)
  }

  @Test("A store that is gone ends the service, with the store's own sentence")
  func gone() throws {
    let policy = try Town.policy()
    let path = try folder.store(policy: policy)
    let plan = FaultyStore.Plan()
    let service = try AppealService(
      FaultyStore.open(path, policy, plan), limits: limits, clock: .requests
    ) { try FaultyStore.open(path + "-elsewhere", policy, plan) }
    plan.set([.nothingWritten])
    #expect(try ask(service, Town.submit(1)) == .outcomeUnknown)
    service.stop()
    let reason = "\(StoreError.missing(path: path + "-elsewhere"))"
    #expect(service.state == .failed(reason))
  }
}
