import AppealCore
import AppealService
import CivicTime
import Foundation
import ServiceFixtures
import Synchronization
import Testing

@Suite("Shutting down")
struct ShutdownTests {
  @Test("All that was accepted is committed and answered; nothing is let in any more")
  func drains() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 7, batchWait: .seconds(3_600)))
    for reference in 1...100 { rig.send(Town.submit(UInt64(reference))) }
    rig.service.drain()
    #expect(rig.replies.outstanding == 100)
    for number in 1...100 { #expect(rig.replies.poll()?.outcome.appeal == AppealNumber(number)) }
    #expect(rig.send(Town.submit(101)) == .stopped)
    #expect(rig.service.state == .draining)
    rig.service.stop()
    rig.service.stop()
    rig.service.drain()
    #expect(rig.service.state == .stopped)
    #expect(rig.disk.journal.count == 100)
    try rig.expectSound()
  }

  @Test("Before any work")
  func idle() throws {
    let rig = try Rig()
    rig.service.stop()
    #expect(rig.service.state == .stopped)
    #expect(rig.send(Town.submit(1)) == .stopped)
    #expect(rig.replies.outstanding == 0)
  }

  @Test("During a commit, from several threads, with others that wait for room")
  func whileCommitting() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 1, batchWait: .zero, queueCapacity: 1))
    rig.disk.hold()
    rig.send(Town.submit(1))
    rig.disk.awaitCommits(1)
    rig.send(Town.submit(2))
    let service = rig.service
    let replies = rig.replies
    let admissions = Mutex<[Admission]>([])
    let threads = Crew()
    for reference in 3...6 {
      threads.start {
        let admission = service.submitWaiting(
          ServiceRequest(Town.submit(UInt64(reference)), at: Town.monday), replyTo: replies)
        admissions.withLock { $0.append(admission) }
      }
    }
    for _ in 1...3 { threads.start { service.stop() } }
    while service.state == .running { Thread.sleep(forTimeInterval: 0.001) }
    rig.disk.release()
    threads.join()
    #expect(service.state == .stopped)
    let accepted = admissions.withLock { $0.filter { $0 == .accepted }.count }
    #expect(admissions.withLock { $0.count } == 4)
    #expect(rig.disk.journal.count == 2 + accepted)
    for _ in 0..<2 + accepted { #expect(rig.replies.poll()?.outcome.appeal != nil) }
    #expect(rig.replies.outstanding == 0)
  }

  @Test("While a failed commit is being recovered from")
  func whileRecovering() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 2, batchWait: .zero))
    rig.disk.plan([.nothingWritten])
    rig.disk.hold()
    rig.send(Town.submit(1))
    rig.disk.awaitCommits(1)
    rig.send(Town.submit(2))
    let service = rig.service
    let threads = Crew()
    threads.start { service.stop() }
    while service.state == .running { Thread.sleep(forTimeInterval: 0.001) }
    rig.disk.release()
    threads.join()
    #expect(service.state == .stopped)
    for _ in 1...2 { #expect(rig.replies.poll()?.outcome == .outcomeUnknown) }
    #expect(rig.disk.journal.isEmpty)
  }

  @Test("Letting the service go stops it")
  func letGo() throws {
    let policy = try Town.policy()
    let disk = MemoryDisk(policy)
    let replies = ReplyQueue()
    do {
      let service = try AppealService(disk.open(), clock: .requests) { try disk.open() }
      for reference in 1...10 {
        let request = ServiceRequest(Town.submit(UInt64(reference)), at: Town.monday)
        #expect(service.submit(request, replyTo: replies) == .accepted)
      }
    }
    #expect(disk.journal.count == 10)
    for number in 1...10 { #expect(replies.poll()?.outcome.appeal == AppealNumber(number)) }
  }
}
