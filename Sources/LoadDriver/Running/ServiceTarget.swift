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
    room = Self.room(service.limits)
    replies = ReplyQueue(capacity: room)
    self.walBytes = walBytes
  }

  public let room: Int

  /// The queue, the batch, and answers that the driver has not taken yet; a power of two.
  static func room(_ limits: ServiceLimits) -> Int {
    let most = limits.queueCapacity + limits.batchSize + (1 << 15)
    return 1 << (Int.bitWidth - (most - 1).leadingZeroBitCount)
  }

  public var failure: String? {
    if case .failed(let reason) = service.state { return reason }
    return service.statistics.lastFailure
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
      token: reply.token, outcome: outcome, begun: reply.begun.nanoseconds,
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
