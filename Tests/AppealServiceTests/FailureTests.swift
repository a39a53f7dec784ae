import AppealCore
import AppealService
import CivicTime
import Foundation
import ServiceFixtures
import Testing

@Suite("A commit fails")
struct FailureTests {
  @Test(
    "All who wait are told that nobody knows, and submitting again gives each appeal once",
    arguments: [MemoryDisk.Fault.nothingWritten, .writtenAllTheSame])
  func outcomeUnknown(_ fault: MemoryDisk.Fault) throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 5, batchWait: .zero))
    _ = try rig.ask(Town.submit(1))
    rig.disk.plan([fault])
    rig.disk.hold()
    rig.send(Town.submit(2))
    rig.disk.awaitCommits(2)
    for reference in 3...12 { rig.send(Town.submit(UInt64(reference))) }
    rig.disk.release()
    for _ in 2...12 { #expect(rig.replies.next()?.outcome == .outcomeUnknown) }
    for reference in 1...12 { rig.send(Town.submit(UInt64(reference))) }
    for reference in 1...12 {
      let outcome = try #require(rig.replies.next()).outcome
      let known = reference == 1 || (reference == 2 && fault == .writtenAllTheSame)
      let number = AppealNumber(reference)
      #expect(known ? outcome == .repeated(number) : outcome.appeal == number)
    }
    #expect(rig.service.state == .running)
    let figures = rig.service.statistics
    #expect(figures.failures == 1 && figures.unknown == 11)
    #expect(figures.lastFailure == "the disk failed")
    #expect(rig.disk.openCount == 2)
    try rig.expectSound()
  }

  @Test("While an alarm is due that no commit takes, the store is not restored over and over")
  func persistentFailure() throws {
    let shift = Town.monday - (try #require(ServiceClock.wall.now))
    let rig = try Rig(clock: .wall(shift: shift))
    // Its hour has long been over when it comes: the alarm is due at once.
    rig.disk.hold()
    rig.send(Town.submit(1, Town.rubbish), at: Town.monday - .hours(3))
    rig.disk.awaitCommits(1)
    rig.disk.failCommits()
    rig.disk.release()
    #expect(rig.replies.next()?.outcome.appeal == 1)
    while rig.disk.openCount < 3 { Thread.sleep(forTimeInterval: 0.002) }
    // The first reopening comes at once, the others 50, 100, 200 … milliseconds later: four more fit
    // into this wait, and thousands where nobody waits.
    Thread.sleep(forTimeInterval: 0.7)
    #expect(rig.disk.openCount < 12)
    #expect(rig.service.statistics.failures >= 2)
    rig.service.stop()
    #expect(rig.service.state == .stopped)
    #expect(rig.disk.journal.count == 1)
  }

  @Test("The store cannot be reopened: all are told, and the service says why it ended")
  func noReopening() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 1, batchWait: .zero, queueCapacity: 2))
    rig.disk.plan([.nothingWritten])
    rig.disk.failOpenings()
    rig.disk.hold()
    rig.send(Town.submit(1))
    rig.disk.awaitCommits(1)
    rig.send(Town.submit(2))
    rig.disk.release()
    for _ in 1...2 { #expect(rig.replies.next()?.outcome == .outcomeUnknown) }
    rig.service.stop()
    #expect(rig.service.state == .failed("the disk is gone"))
    #expect(rig.send(Town.submit(3)) == .stopped)
    #expect(throws: ServiceError.failed("the disk is gone")) {
      try rig.service.inspect { core in core.chain }
    }
    #expect(rig.disk.journal.isEmpty)
  }

  @Test("A repeat is known also after the core has forgotten the appeal")
  func forgotten() throws {
    let rig = try Rig(memory: .hours(1))
    let staff = StaffID(rawValue: 7)
    _ = try rig.ask(Town.submit(1, Town.rubbish))
    _ = try rig.ask(.take(Town.post, by: staff))
    for command: Command in [
      .accept(1), .file(1, Town.rubbish), .dispatch(1, to: Town.works),
      .take(Town.unit, by: staff), .handle(1), .close(1),
    ] {
      #expect(try rig.ask(command).appeal == 1)
    }
    let later = Town.monday + .hours(3)
    // At this instant the core itself would take it as new.
    #expect(try rig.ask(Town.submit(1), at: later) == .repeated(1))
    #expect(try rig.ask(Town.submit(2), at: later).appeal == 2)
    #expect(try rig.ask(Town.submit(1), at: later) == .repeated(1))
    try rig.expectSound()
  }

  @Test("Forgotten within one batch: neither core nor log knew it, had the batch not been cut")
  func forgottenInOneBatch() throws {
    let rig = try Rig(
      limits: ServiceLimits(batchSize: 8, batchWait: .seconds(3_600)), memory: .hours(1))
    rig.send(Town.submit(1, Town.rubbish))
    rig.send(.cancel(1, .withdrawn))
    rig.send(Town.submit(1), at: Town.monday + .hours(2))
    for reference in 2...6 { rig.send(Town.submit(UInt64(reference)), at: nil) }
    let outcomes = try (1...8).map { _ in try #require(rig.replies.next()).outcome }
    #expect(outcomes[0].appeal == 1 && outcomes[1].appeal == 1)
    #expect(outcomes[2] == .repeated(1))
    #expect(outcomes[7].appeal == 6)
    #expect(rig.disk.commitSizes == [2, 5])
    try rig.expectSound()
  }
}
