import AppealCore
import AppealService
import CivicTime
import Foundation
import ServiceFixtures
import Testing

@Suite("Many at once")
struct CrowdTests {
  private static let isLong = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1"
  private let submitters = 6
  private let each: UInt64 = isLong ? 20_000 : 500

  /// The town's Monday morning, from now on.
  private func clock() throws -> ServiceClock {
    .wall(shift: Town.monday - (try #require(ServiceClock.wall.now)))
  }

  private func range(_ client: Int) -> Range<UInt64> {
    UInt64(client) * 1_000_000..<UInt64(client) * 1_000_000 + each
  }

  @Test("Submitters and staff: nothing lost, nothing invented, each once, the journal tells it all")
  func crowd() throws {
    let rig = try Rig(
      limits: ServiceLimits(batchSize: 16, batchWait: .microseconds(100), queueCapacity: 64),
      clock: clock())
    let crowd = Crowd(rig.service, wanted: submitters * Int(each))
    let threads = Crew()
    for client in 1...submitters {
      let references = range(client)
      threads.start { crowd.submit(references, window: 8) }
    }
    for staff in 1...5 { threads.start { crowd.work(as: StaffID(rawValue: UInt32(staff))) } }
    threads.join()
    rig.service.stop()
    #expect(crowd.problems == [])
    try expectEachOnce(crowd, rig)
    let replayed = try MemoryDisk.replay(rig.disk.journal, rig.policy)
    #expect(replayed.closedAppeals == submitters * Int(each) && replayed.openAppeals == 0)
    // One client's commands are carried out in the order in which it sent them.
    for client in 1...submitters {
      let numbers = range(client).compactMap { crowd.numbers[$0]?.first }
      #expect(numbers == numbers.sorted() && numbers.count == Int(each))
    }
    try rig.expectSound()
  }

  @Test("With a disk that fails now and then, each submission still gives one appeal")
  func faulty() throws {
    let rig = try Rig(
      limits: ServiceLimits(batchSize: 16, batchWait: .zero, queueCapacity: 64), clock: clock())
    rig.disk.plan(
      (0..<39).map { $0 % 6 == 1 ? .nothingWritten : $0 % 6 == 4 ? .writtenAllTheSame : nil })
    let crowd = Crowd(rig.service, wanted: 0)
    let threads = Crew()
    for client in 1...submitters {
      let references = range(client)
      threads.start { crowd.submit(references, window: 8) }
    }
    threads.join()
    rig.service.stop()
    #expect(crowd.problems == [])
    #expect(rig.service.statistics.failures == 13)
    #expect(rig.disk.openCount == 14)
    try expectEachOnce(crowd, rig)
    try rig.expectSound()
  }

  /// Receipts and journal name the same appeals for the same references.
  private func expectEachOnce(_ crowd: Crowd, _ rig: Rig) throws {
    var journalled: [UInt64: [AppealNumber]] = [:]
    for entry in rig.disk.journal {
      if case .submitted(let submission, _, _, _) = entry.change {
        journalled[submission.reference, default: []].append(entry.appeal)
      }
    }
    #expect(journalled.count == submitters * Int(each))
    #expect(journalled == crowd.numbers)
  }
}
