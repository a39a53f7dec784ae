/// A bounded queue of replies in plain memory; whoever appends knows that there is room.
final class ReplyRing: @unchecked Sendable {
  // Unchecked: all below is read and written under the lock.
  private struct State {
    var head = 0
    var count = 0
    var waiting = 0
    var isClosed = false
  }

  private let lock = Lock()
  private let arrived = Condition()
  private let state: UnsafeMutablePointer<State>
  private let replies: UnsafeMutablePointer<Reply>
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    replies = .allocate(capacity: capacity)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    replies.deallocate()
    state.deallocate()
  }

  func append(_ added: UnsafePointer<Reply>, count: Int) {
    lock.lock()
    precondition(state.pointee.count + count <= capacity, "a reply nobody reserved room for")
    var place = state.pointee.head + state.pointee.count
    for position in 0..<count {
      if place >= capacity { place -= capacity }
      (replies + place).initialize(to: added[position])
      place += 1
    }
    state.pointee.count += count
    let waiting = state.pointee.waiting
    if waiting == 1 { arrived.signal() } else if waiting > 1 { arrived.broadcast() }
    lock.unlock()
  }

  /// The oldest reply. With a deadline it waits until then, unless the queue is closed and
  /// `isFinished` says that nothing will come.
  func take(
    waitingUntil deadline: MonotonicTime?, isFinished: () -> Bool = { true }
  ) -> Reply? {
    lock.lock()
    defer { lock.unlock() }
    while state.pointee.count == 0 {
      guard let deadline, !(state.pointee.isClosed && isFinished()), deadline > .now() else {
        return nil
      }
      state.pointee.waiting += 1
      arrived.wait(lock, until: deadline)
      state.pointee.waiting -= 1
    }
    let reply = replies[state.pointee.head]
    let next = state.pointee.head + 1
    state.pointee.head = next == capacity ? 0 : next
    state.pointee.count -= 1
    return reply
  }

  func close() {
    lock.lock()
    state.pointee.isClosed = true
    arrived.broadcast()
    lock.unlock()
  }

  /// Lets those who wait look again whether anything is still to come.
  func nudge() {
    lock.lock()
    if state.pointee.isClosed && state.pointee.waiting > 0 { arrived.broadcast() }
    lock.unlock()
  }
}
