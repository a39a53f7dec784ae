/// A request in the queue, with what its reply will need. It holds one reference to the receiver.
struct QueuedCommand: BitwiseCopyable {
  var request: ServiceRequest
  var enqueued: MonotonicTime
  var receiver: Unmanaged<ReplyQueue>
}

/// The bounded queue between all clients and the one writer: first in, first out.
///
/// A mutex and a ring in plain memory. The writer is woken when it has something to do, not for
/// each command: it names the length at which it wants to be.
final class CommandQueue: @unchecked Sendable {
  // Unchecked: the state is read and written under the lock.
  enum Phase: Int, Comparable {
    case open
    /// No new work; what is queued is done.
    case draining
    /// As draining, and the writer ends after it.
    case stopping
    case ended
    static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
  }

  struct State {
    var head = 0
    var count = 0
    /// The length at which the writer wants to be woken.
    var wakeAt = Int.max
    var waitingForRoom = 0
    var phase = Phase.open
    /// Between a take and the next.
    var isBusy = false
    var isRecovering = false
    var turnedAway: UInt64 = 0
    var failure: String?
    var inspections: [Inspection] = []
  }

  let capacity: Int
  let lock = Lock()
  let work = Condition()
  let room = Condition()
  /// The writer finished something that callers may wait for.
  let progress = Condition()
  let state: UnsafeMutablePointer<State>
  let commands: UnsafeMutablePointer<QueuedCommand>

  init(capacity: Int) {
    self.capacity = capacity
    commands = .allocate(capacity: capacity)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
    commands.deallocate()
  }

  /// Adds a request; with `waiting` it waits for room in this queue (not for room for the reply,
  /// which the client itself makes).
  func submit(
    _ request: ServiceRequest, replyTo receiver: ReplyQueue, waiting: Bool
  ) -> Admission {
    guard receiver.reserve() else { return .busy }
    var enqueued = MonotonicTime.now()
    lock.lock()
    if state.pointee.count == capacity, waiting {
      waitForRoom()
      enqueued = .now()
    }
    guard state.pointee.phase == .open else {
      lock.unlock()
      receiver.giveBack()
      return .stopped
    }
    guard state.pointee.count < capacity else {
      state.pointee.turnedAway += 1
      lock.unlock()
      receiver.giveBack()
      return .busy
    }
    append(
      QueuedCommand(
        request: request, enqueued: enqueued, receiver: .passRetained(receiver)))
    lock.unlock()
    return .accepted
  }

  private func waitForRoom() {
    state.pointee.waitingForRoom += 1
    while state.pointee.count == capacity && state.pointee.phase == .open { room.wait(lock) }
    state.pointee.waitingForRoom -= 1
  }

  private func append(_ command: QueuedCommand) {
    var place = state.pointee.head + state.pointee.count
    if place >= capacity { place -= capacity }
    (commands + place).initialize(to: command)
    state.pointee.count += 1
    wakeWriter(at: state.pointee.count)
  }

  /// The lock is held.
  func wakeWriter(at length: Int) {
    guard length >= state.pointee.wakeAt else { return }
    state.pointee.wakeAt = .max
    work.signal()
  }
}
