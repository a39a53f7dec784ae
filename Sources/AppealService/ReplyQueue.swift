import Synchronization

/// Where the replies to one client's requests arrive, in the order in which it submitted them.
///
/// It has room for `capacity` requests that are under way or answered and not yet taken; a request
/// beyond that is not accepted, so the service never waits for a client. Any thread may take
/// replies; each is given out once.
public final class ReplyQueue: Sendable {
  public let capacity: Int
  private let reserved = Atomic<Int>(0)
  private let ring: ReplyRing
  /// Callers that await their replies one by one, in place of the ring.
  private let callers: AwaitingCallers?

  public init(capacity: Int = 1_024) {
    precondition(capacity > 0, "a queue of replies needs room for one at least")
    self.capacity = capacity
    ring = ReplyRing(capacity: capacity)
    callers = nil
  }

  init(_ callers: AwaitingCallers) {
    capacity = .max
    ring = ReplyRing(capacity: 1)
    self.callers = callers
  }

  /// Requests under way and replies not yet taken.
  public var outstanding: Int { reserved.load(ordering: .relaxed) }

  /// The next reply, if there is one.
  public func poll() -> Reply? { taken(ring.take(waitingUntil: nil)) }

  /// The next reply; waits for it. Nil once the queue is closed and nothing is outstanding.
  /// Blocks the thread.
  public func next() -> Reply? { next(waitingUntil: .distantFuture) }

  /// As `next`, also nil at `deadline`.
  public func next(waitingUntil deadline: MonotonicTime) -> Reply? {
    taken(
      ring.take(waitingUntil: deadline) { self.reserved.load(ordering: .relaxed) == 0 })
  }

  /// Says that nothing will be submitted with this queue any more: those who wait get nil after the
  /// last reply. A later submission is answered all the same.
  public func close() { ring.close() }

  private func taken(_ reply: Reply?) -> Reply? {
    if reply != nil, reserved.subtract(1, ordering: .relaxed).newValue == 0 { ring.nudge() }
    return reply
  }
}

// MARK: - The service's side

extension ReplyQueue {
  /// Keeps room for one reply.
  func reserve() -> Bool {
    if reserved.add(1, ordering: .relaxed).newValue <= capacity { return true }
    giveBack()
    return false
  }

  /// The request was not accepted after all.
  func giveBack() {
    if reserved.subtract(1, ordering: .relaxed).newValue == 0 { ring.nudge() }
  }

  /// Adds replies for which room was reserved.
  func deliver(_ replies: UnsafePointer<Reply>, count: Int) {
    guard let callers else { return ring.append(replies, count: count) }
    for position in 0..<count { callers.resume(with: replies[position]) }
    reserved.subtract(count, ordering: .relaxed)
  }
}
