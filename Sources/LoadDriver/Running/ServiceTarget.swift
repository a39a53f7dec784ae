import AppealCore
import AppealService
import CivicTime

/// The real service behind a queue of replies, as a target of load.
///
/// The service must take its time from the requests (`ServiceClock.requests`): a clock of its own
/// would ring alarms that the trial rings later.
public struct ServiceTarget: LoadTarget {
  private let service: AppealService
  private let replies: ReplyQueue
  private let walBytes: @Sendable () -> Int

  /// - Parameter walBytes: size of the store's log, asked once a second.
  public init(_ service: AppealService, walBytes: @escaping @Sendable () -> Int = { 0 }) {
    self.service = service
    replies = ReplyQueue(capacity: 1 << 16)
    self.walBytes = walBytes
  }

  public mutating func submit(
    _ command: Command, at instant: Instant, token: UInt64, intended: Int64
  ) -> LoadAdmission {
    let request = ServiceRequest(
      command, at: instant, token: token, intendedStart: MonotonicTime(nanoseconds: intended))
    return switch service.submit(request, replyTo: replies) {
    case .accepted: .accepted
    case .busy: .busy
    case .stopped: .stopped
    }
  }

  public mutating func nextReply() -> LoadReply? {
    guard let reply = replies.poll() else { return nil }
    let outcome: LoadReply.Outcome =
      switch reply.outcome {
      case .done(let receipt): .done(appeal: receipt.appeal)
      case .repeated(let number): .refused(.duplicateReference(number))
      case .refused(let refusal): .refused(refusal)
      case .outcomeUnknown: .unknown
      }
    return LoadReply(
      token: reply.token, outcome: outcome, begun: reply.applied.nanoseconds,
      committed: reply.committed.nanoseconds)
  }

  public mutating func gauges() -> LoadGauges {
    let statistics = service.statistics
    return LoadGauges(
      queueDepth: statistics.queueDepth, commits: Int(statistics.batchSizes.count),
      committedCommands: Int(statistics.batchSizes.sum), cacheBytes: statistics.cacheBytes,
      walBytes: walBytes())
  }

  public mutating func chain() -> UInt64? { service.statistics.durable.chain }
}
