import AppealCore
import AppealService
import CivicTime
import ServiceFixtures
import Testing

@Suite("Group commit and back-pressure")
struct BatchTests {
  private static let week = Duration.seconds(3_600)

  @Test("A batch closes when it is full, long before the wait is over")
  func bySize() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 8, batchWait: Self.week))
    for reference in 1...24 { rig.send(Town.submit(UInt64(reference))) }
    for _ in 1...24 { #expect(rig.replies.next() != nil) }
    #expect(rig.disk.commitSizes == [8, 8, 8])
    #expect(rig.service.statistics.batchSizes.mean == 8)
    #expect(rig.replies.poll() == nil)
  }

  @Test("A batch that does not fill closes after the wait")
  func byWait() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 1_000, batchWait: .milliseconds(20)))
    for reference in 1...3 { rig.send(Town.submit(UInt64(reference))) }
    let replies = try (1...3).map { _ in try #require(rig.replies.next()) }
    #expect(replies[2].committed - replies[0].enqueued >= 20_000_000)
    #expect(rig.disk.commitSizes.reduce(0, +) == 3)
  }

  @Test("What arrives during a commit is one batch, up to its size")
  func whileCommitting() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 10, batchWait: .zero))
    rig.disk.hold()
    rig.send(Town.submit(1))
    rig.disk.awaitCommits(1)
    for reference in 2...16 { rig.send(Town.submit(UInt64(reference))) }
    #expect(rig.service.statistics.queueDepth == 15)
    #expect(rig.replies.poll() == nil, "nobody may be told before the commit")
    rig.disk.release()
    for _ in 1...16 { #expect(rig.replies.next() != nil) }
    #expect(rig.disk.commitSizes == [1, 10, 5])
    #expect(rig.service.statistics.batchSizes.largest == 10)
  }

  @Test("A refused command waits for the commit of what it was refused upon")
  func refusedWaits() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 2, batchWait: Self.week))
    rig.disk.hold()
    rig.send(Town.submit(1))
    rig.send(Town.submit(1))
    rig.disk.awaitCommits(1)
    #expect(rig.replies.poll() == nil)
    rig.disk.release()
    #expect(rig.replies.next()?.outcome.appeal == 1)
    #expect(rig.replies.next()?.outcome == .repeated(1))
  }

  @Test("A full queue turns away at once, and takes again when there is room")
  func fullQueue() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 1, batchWait: .zero, queueCapacity: 4))
    rig.disk.hold()
    rig.send(Town.submit(1))
    rig.disk.awaitCommits(1)
    for reference in 2...5 { #expect(rig.send(Town.submit(UInt64(reference))) == .accepted) }
    #expect(rig.send(Town.submit(6)) == .busy)
    #expect(rig.service.statistics.turnedAway == 1)
    #expect(rig.replies.outstanding == 5, "what was turned away keeps no room for a reply")
    rig.disk.release()
    for _ in 1...5 { #expect(rig.replies.next() != nil) }
    #expect(rig.send(Town.submit(6)) == .accepted)
    #expect(rig.replies.next()?.outcome.appeal == 6)
  }

  @Test("Waiting for room: nothing is lost, and the order is kept")
  func waitingForRoom() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 3, batchWait: .zero, queueCapacity: 4))
    for reference in 1...2_000 {
      let request = ServiceRequest(
        Town.submit(UInt64(reference)), at: Town.monday, token: UInt64(reference))
      #expect(rig.service.submitWaiting(request, replyTo: rig.replies) == .accepted)
    }
    for reference in 1...2_000 {
      let reply = try #require(rig.replies.next())
      #expect(reply.token == UInt64(reference))
      #expect(reply.outcome.appeal == AppealNumber(reference))
    }
    try rig.expectSound()
  }

  @Test("A full queue of replies stops its own client alone")
  func fullReplies() throws {
    let rig = try Rig()
    let lazy = ReplyQueue(capacity: 2)
    func send(_ reference: UInt64) -> Admission {
      rig.service.submitWaiting(
        ServiceRequest(Town.submit(reference), at: Town.monday), replyTo: lazy)
    }
    #expect(send(1) == .accepted)
    #expect(send(2) == .accepted)
    #expect(send(3) == .busy)
    #expect(try rig.ask(Town.submit(4)).appeal == 3)
    #expect(send(3) == .busy, "answered, and not yet taken")
    #expect(lazy.next()?.outcome.appeal == 1)
    #expect(send(3) == .accepted)
  }

  @Test(
    "Limits that make no sense are refused",
    arguments: [
      ServiceLimits(batchSize: 0), ServiceLimits(batchWait: .milliseconds(-1)),
      ServiceLimits(queueCapacity: 0),
    ])
  func limits(_ limits: ServiceLimits) throws {
    let disk = MemoryDisk(try Town.policy())
    #expect(throws: ServiceError.self) {
      try AppealService(disk.open(), limits: limits) { try disk.open() }
    }
  }
}
