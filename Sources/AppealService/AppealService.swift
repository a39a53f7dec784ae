import AppealCore
import CivicTime

/// The core as it runs in production: many clients, one writer, nothing acknowledged that is not
/// durable.
///
///     let service = try AppealService(opened, reopen: { try … })
///     let replies = ReplyQueue(capacity: 1_000)
///     service.submit(ServiceRequest(.take(list, by: clerk), token: 1), replyTo: replies)
///     let reply = replies.next()
///
/// Commands are carried out in the order in which they were accepted, so those of one client in the
/// order in which it sent them. The writer, a thread of its own, applies a batch to the core,
/// commits the journal's entries, and only then answers. If a commit fails, all who wait are told
/// `outcomeUnknown`, the core is dropped and restored from the log, and the service goes on; if
/// that is impossible it ends as `failed`.
///
/// Memory is bounded by the limits: where there is no room a request is turned away at once. The
/// calls that wait (`submitWaiting`, `inspect`, `drain`, `stop`) block their thread: from tasks use
/// `perform`.
public final class AppealService: Sendable {
  public let limits: ServiceLimits
  public let clock: ServiceClock
  private let queue: CommandQueue
  private let board = StatisticsBoard()
  private let callers: AwaitingCallers
  private let awaited: ReplyQueue

  /// - Parameters:
  ///   - opened: the log and the core, handed over to the writer.
  ///   - reopen: opens the log again after a failed commit, on the writer's thread, once the old one
  ///     has been let go. What it throws ends the service.
  /// - Throws: `ServiceError.limit`, `.noThread`.
  public init<Log: DurableLog>(
    _ opened: consuming sending OpenedLog<Log>, limits: ServiceLimits = ServiceLimits(),
    clock: ServiceClock = .wall, reopen: @escaping @Sendable () throws -> OpenedLog<Log>
  ) throws(ServiceError) {
    try limits.validate()
    self.limits = limits
    self.clock = clock
    let queue = CommandQueue(capacity: limits.queueCapacity)
    self.queue = queue
    callers = AwaitingCallers()
    awaited = ReplyQueue(callers)
    let start = Start(opened)
    let board = board
    do throws(ServiceError) {
      try startThread {
        start.run(
          Writer(queue: queue, board: board, limits: limits, clock: clock, reopen: reopen))
        // Core and log are gone by now, so that a caller of `stop` finds the file free.
        queue.close(toAtLeast: .ended)
      }
    } catch {
      // Else letting go of this object would wait for a writer that never began.
      queue.close(toAtLeast: .ended)
      throw error
    }
  }

  deinit { stop() }

  /// Asks for a command to be carried out. Never waits.
  public func submit(_ request: ServiceRequest, replyTo replies: ReplyQueue) -> Admission {
    queue.submit(request, replyTo: replies, waiting: false)
  }

  /// As `submit`, but waits for room in the queue. `.busy` then means that `replies` is full: take
  /// some.
  public func submitWaiting(
    _ request: ServiceRequest, replyTo replies: ReplyQueue
  ) -> Admission {
    queue.submit(request, replyTo: replies, waiting: true)
  }

  /// Carries a command out and awaits the reply, without blocking a thread.
  ///
  /// - Throws: `ServiceError.busy`, `.stopped`; then nothing happened.
  public func perform(_ command: Command?, at instant: Instant? = nil) async throws -> Reply {
    try await withCheckedThrowingContinuation { continuation in
      let token = callers.add(continuation)
      let request = ServiceRequest(command, at: instant, token: token, intendedStart: .now())
      switch submit(request, replyTo: awaited) {
      case .accepted: break
      case .busy: callers.resume(token, throwing: .busy)
      case .stopped: callers.resume(token, throwing: .stopped)
      }
    }
  }

  /// Looks at the core between two batches, when all of its state is durable. Holds the writer up
  /// for as long as `look` takes; it must not call the service.
  ///
  /// - Throws: `ServiceError.stopped`, `.failed`.
  public func inspect<Answer: Sendable>(
    _ look: @escaping @Sendable (borrowing AppealCore) -> Answer
  ) throws(ServiceError) -> Answer {
    let answer = Slot<Answer>()
    guard queue.await(Inspection { core in answer.value = look(core) }), let value = answer.value
    else {
      if case .failed(let reason) = state { throw .failed(reason) }
      throw .stopped
    }
    return value
  }

  public var state: ServiceState { queue.serviceState }

  /// The figures as of now. The writer does not stop for it.
  public var statistics: ServiceStatistics {
    var statistics = board.snapshot
    statistics.queueDepth = queue.depth
    statistics.queueCapacity = queue.capacity
    statistics.turnedAway = queue.turnedAway
    return statistics
  }

  /// Takes no more work, and waits until all that was accepted is durable and answered.
  public func drain() { queue.shut(.draining) }

  /// Drains, ends the writer and lets go of core and log. May be called again, by anybody.
  public func stop() { queue.shut(.stopping) }
}

/// Where an inspection leaves its answer.
private final class Slot<Value>: @unchecked Sendable {
  // Unchecked: written by the writer before the queue's lock is taken to wake the reader.
  var value: Value?
}

/// What the writer starts from, on its way to the writer's thread.
private final class Start<Log: DurableLog>: @unchecked Sendable {
  // Unchecked: touched by that thread alone once it runs.
  private var opened: OpenedLog<Log>?

  init(_ opened: consuming sending OpenedLog<Log>) { self.opened = consume opened }

  func run(_ writer: consuming Writer<Log>) {
    guard let opened = opened.take() else { return }
    writer.run(opened)
  }
}
