import AppealCore
import AppealService
import CivicTime
import Foundation
import ServiceFixtures
import Testing

@Suite("Alarms without traffic")
struct AlarmTests {
  private func shifted() throws -> ServiceClock {
    .wall(shift: Town.monday - (try #require(ServiceClock.wall.now)))
  }

  @Test("A breach is journalled when it is due, though nobody asks for anything")
  func idle() throws {
    let rig = try Rig(clock: shifted())
    // Its hour is over a quarter of a second from now.
    let start = try #require(rig.service.clock.now) - .hours(1) + 250
    _ = try rig.ask(Town.submit(1, Town.rubbish), at: start)
    while rig.service.statistics.durable.entryCount < 2 { Thread.sleep(forTimeInterval: 0.002) }
    let entry = try #require(rig.disk.journal.last)
    guard case .breached = entry.change else {
      Issue.record("\(entry) is no breach")
      return
    }
    #expect(entry.at == start + .hours(1) + 1)
    #expect(rig.service.statistics.idleCommits == 1)
    #expect(rig.service.statistics.durable.entryCount == 2)
    rig.service.stop()
    try rig.expectSound()
  }

  @Test("What came due while the service was down rings when it starts")
  func afterPause() throws {
    let rig = try Rig(clock: .requests)
    for reference in 1...5_000 {
      let request = ServiceRequest(
        Town.submit(UInt64(reference), Town.rubbish), at: Town.monday - .days(3))
      #expect(rig.service.submitWaiting(request, replyTo: rig.replies) == .accepted)
      _ = rig.replies.next()
    }
    rig.service.stop()
    #expect(rig.disk.journal.count == 5_000)
    let disk = rig.disk
    let next = try AppealService(disk.open(), clock: shifted()) { try disk.open() }
    while next.statistics.durable.entryCount < 10_000 { Thread.sleep(forTimeInterval: 0.002) }
    // In commits of bounded size.
    #expect(disk.commitSizes.suffix(2) == [4_096, 904])
    next.stop()
  }

  @Test("A clock that reads nonsense rings nothing, and is told so")
  func absurdClock() throws {
    let rig = try Rig(clock: .wall(shift: .days(365) * 500))
    _ = try rig.ask(Town.submit(1, Town.rubbish))
    let absurd = Town.monday + .days(365) * 80
    #expect(try rig.ask(nil, at: nil) == .refused(.outsideCalendar))
    #expect(try rig.ask(nil, at: absurd) == .refused(.outsideCalendar))
    #expect(try rig.ask(Town.submit(2), at: nil) == .refused(.outsideCalendar))
    #expect(rig.disk.journal.count == 1)
    #expect(try rig.ask(nil, at: Town.monday + .days(1)).appeal == AppealNumber.none)
    #expect(rig.disk.journal.count == 2)
    rig.service.stop()
    try rig.expectSound()
  }

  @Test("A repeat at an absurd instant rings nothing either")
  func absurdRepeat() throws {
    let rig = try Rig(memory: .hours(1))
    _ = try rig.ask(Town.submit(1, Town.rubbish))
    _ = try rig.ask(.cancel(1, .withdrawn))
    _ = try rig.ask(Town.submit(2, Town.rubbish), at: Town.monday + .hours(3))
    let absurd = Town.monday + .days(365) * 80
    #expect(try rig.ask(Town.submit(1), at: absurd) == .repeated(1))
    #expect(rig.disk.journal.count == 3)
    try rig.expectSound()
  }

  @Test("Where only requests bring time, no alarm rings by itself")
  func requestsOnly() throws {
    let rig = try Rig(clock: .requests)
    _ = try rig.ask(Town.submit(1, Town.rubbish))
    rig.service.drain()
    #expect(rig.disk.journal.count == 1)
  }
}
