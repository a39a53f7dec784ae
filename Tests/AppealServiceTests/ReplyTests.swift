import AppealCore
import AppealService
import CivicTime
import ServiceFixtures
import Testing

@Suite("What a client is told")
struct ReplyTests {
  @Test("Through the whole life of an appeal, each reply names it and says what was written")
  func life() throws {
    let rig = try Rig()
    let staff = StaffID(rawValue: 7)
    func expect(_ command: Command, _ work: OpenTask.Work? = nil) throws {
      let outcome = try rig.ask(command)
      #expect(outcome == .done(Receipt(appeal: 1, work: work, entries: 1)), "\(command)")
    }
    try expect(Town.submit(11))
    try expect(.take(Town.post, by: staff), .node(.accept))
    try expect(.accept(1))
    try expect(.file(1, Town.pothole))
    try expect(.dispatch(1, to: Town.works))
    try expect(.take(Town.unit, by: staff), .node(.signIn))
    try expect(.signIn(1))
    try expect(.handle(1))
    try expect(.feedback(1, evidence: true))
    try expect(.take(Town.grid, by: staff), .node(.verify))
    try expect(.verify(1, passed: true))
    try expect(.close(1))
    #expect(try rig.ask(.close(1)) == .refused(.alreadyClosed))
    #expect(try rig.ask(.take(Town.post, by: staff)) == .refused(.listEmpty))
    let figures = rig.service.statistics
    #expect(figures.done == 12 && figures.refused == 2 && figures.unknown == 0)
    #expect(figures.entries == 12 && figures.durable.entryCount == 12)
    try rig.expectSound()
  }

  @Test("Token, intended start and the order of the times")
  func times() throws {
    let rig = try Rig()
    let start = MonotonicTime.now()
    let request = ServiceRequest(
      Town.submit(1), at: Town.monday, token: 99, intendedStart: start + (-1_000))
    #expect(rig.service.submit(request, replyTo: rig.replies) == .accepted)
    let reply = try #require(rig.replies.next())
    #expect(reply.token == 99)
    #expect(reply.at == Town.monday)
    #expect(reply.intendedStart == start + (-1_000))
    #expect(start <= reply.enqueued && reply.enqueued <= reply.begun)
    #expect(reply.begun <= reply.committed && reply.committed <= .now())
  }

  @Test("Time never goes back: an earlier instant becomes the present one")
  func clamped() throws {
    let rig = try Rig()
    _ = try rig.ask(Town.submit(1), at: Town.monday + .hours(1))
    #expect(try rig.ask(Town.submit(2), at: Town.monday).appeal == 2)
    #expect(rig.disk.journal.map(\.at) == [Town.monday + .hours(1), Town.monday + .hours(1)])
    // Nor without an instant, where only requests bring time.
    #expect(try rig.ask(Town.submit(3), at: nil).appeal == 3)
    #expect(rig.disk.journal.last?.at == Town.monday + .hours(1))
  }

  @Test("A request without a command rings what is due")
  func ringing() throws {
    let rig = try Rig()
    _ = try rig.ask(Town.submit(1, Town.rubbish))
    let later = Town.monday + .hours(2)
    #expect(try rig.ask(nil, at: later) == .done(Receipt(appeal: .none, entries: 1)))
    guard case .breached = rig.disk.journal.last?.change else {
      Issue.record("no breach at the end of the journal")
      return
    }
  }

  @Test("Tasks await their replies one by one")
  func awaiting() async throws {
    let rig = try Rig()
    let service = rig.service
    let numbers = try await withThrowingTaskGroup(of: AppealNumber?.self) { group in
      for reference in 0..<200 {
        group.addTask {
          try await service.perform(Town.submit(UInt64(reference)), at: Town.monday).outcome.appeal
        }
      }
      return try await group.reduce(into: Set<AppealNumber?>()) { $0.insert($1) }
    }
    #expect(numbers == Set((1...200).map { AppealNumber($0) }))
    rig.service.stop()
    await #expect(throws: ServiceError.stopped) {
      try await service.perform(Town.submit(1_000), at: Town.monday)
    }
    try rig.expectSound()
  }

  @Test("An inspection sees what is durable, and ends with the service")
  func inspection() throws {
    let rig = try Rig()
    for reference in 1...50 { rig.send(Town.submit(UInt64(reference))) }
    for _ in 1...50 { _ = rig.replies.next() }
    let seen = try rig.service.inspect { core in [core.acceptedAppeals, core.openAppeals] }
    #expect(seen == [50, 50])
    rig.service.drain()
    #expect(try rig.service.inspect { core in core.chain } == rig.service.statistics.durable.chain)
    rig.service.stop()
    #expect(throws: ServiceError.stopped) { try rig.service.inspect { core in core.chain } }
  }

  @Test("A closed queue of replies ends after the last one")
  func closing() throws {
    let rig = try Rig()
    for reference in 1...20 { rig.send(Town.submit(UInt64(reference))) }
    rig.replies.close()
    var count = 0
    while rig.replies.next() != nil { count += 1 }
    #expect(count == 20)
    #expect(rig.replies.poll() == nil && rig.replies.outstanding == 0)
  }
}
