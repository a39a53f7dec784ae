import AppealCore
import AppealService
import CivicTime
import ServiceFixtures
import Testing

/// A service on a disk in memory, with one client that asks and waits.
final class Rig {
  let policy: Policy
  let disk: MemoryDisk
  let service: AppealService
  let replies = ReplyQueue(capacity: 4_096)
  private var token: UInt64 = 0

  init(
    limits: ServiceLimits = ServiceLimits(batchWait: .zero), clock: ServiceClock = .requests,
    memory: Milliseconds = .days(15)
  ) throws {
    policy = try Town.policy(memory: memory)
    let disk = MemoryDisk(policy)
    self.disk = disk
    service = try AppealService(disk.open(), limits: limits, clock: clock) { try disk.open() }
  }

  /// Asks without waiting for the reply.
  @discardableResult
  func send(_ command: Command?, at instant: Instant? = Town.monday) -> Admission {
    token += 1
    return service.submit(
      ServiceRequest(command, at: instant, token: token), replyTo: replies)
  }

  /// Asks and waits.
  func ask(_ command: Command?, at instant: Instant? = Town.monday) throws -> Outcome {
    #expect(send(command, at: instant) == .accepted)
    let reply = try #require(replies.next())
    #expect(reply.token == token)
    return reply.outcome
  }

  /// The service's journal leads to the service's chain, and to a sound state.
  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let replayed = try MemoryDisk.replay(disk.journal, policy)
    replayed.audit()
    #expect(replayed.chain == service.statistics.durable.chain, sourceLocation: sourceLocation)
  }
}

extension Outcome {
  /// The appeal it tells of, if the command was carried out.
  var appeal: AppealNumber? {
    if case .done(let receipt) = self { return receipt.appeal }
    return nil
  }
}

extension AppealNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: UInt32) { self.init(rawValue: value) }
}
