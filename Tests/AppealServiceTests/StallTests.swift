import AppealCore
import AppealService
import CivicTime
import Foundation
import ServiceFixtures
import Testing

@Suite("The disk stands still")
struct StallTests {
  @Test(
    "For two seconds: commands are still taken in, figures still read, replies wait, none is lost")
  func twoSeconds() throws {
    let rig = try Rig(limits: ServiceLimits(batchSize: 50, batchWait: .milliseconds(1)))
    rig.disk.hold()
    rig.send(Town.submit(1))
    rig.disk.awaitCommits(1)
    let start = MonotonicTime.now()
    for reference in 2...200 { #expect(rig.send(Town.submit(UInt64(reference))) == .accepted) }
    #expect(rig.service.statistics.queueDepth == 199)
    #expect(rig.service.statistics.commitTimes.count == 0)
    Thread.sleep(forTimeInterval: 2)
    #expect(rig.replies.poll() == nil)
    rig.disk.release()
    let replies = try (1...200).map { _ in try #require(rig.replies.next()) }
    #expect(replies.map(\.outcome.appeal) == (1...200).map { AppealNumber($0) })
    #expect(replies.allSatisfy { $0.committed - start >= 2_000_000_000 })
    // The stall is the first one's own commit; the others waited in the queue.
    #expect(replies[0].committed - replies[0].begun >= 2_000_000_000)
    #expect(replies[1].begun - replies[1].enqueued >= 1_900_000_000)
    let figures = rig.service.statistics
    #expect(figures.commitTimes.largest >= 2_000_000_000)
    #expect(figures.batchSizes.count == 5 && figures.queueDepth == 0)
    try rig.expectSound()
  }
}
