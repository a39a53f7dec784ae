/// The writer's side of the queue.
extension CommandQueue {
  enum Work {
    case commands(Int)
    /// Nobody submitted by the time asked for.
    case nothing
    case inspections
    case end
  }

  /// Waits for a batch, and moves it to `target`.
  ///
  /// A batch closes with `limit` commands, or `wait` nanoseconds after its first one arrived, or at
  /// once if no more can come.
  /// - Parameter deadline: when to come back without commands.
  func take(
    upTo limit: Int, waiting wait: Int64, until deadline: MonotonicTime,
    into target: UnsafeMutablePointer<QueuedCommand>
  ) -> Work {
    lock.lock()
    defer { lock.unlock() }
    setBusy(false)
    defer { setBusy(true) }
    while true {
      // Here all that was taken is durable, so this is the time to look.
      if !state.pointee.inspections.isEmpty { return .inspections }
      if state.pointee.count > 0 {
        let close = commands[state.pointee.head].enqueued + wait
        if isFull(limit) || close <= .now() { return .commands(move(upTo: limit, to: target)) }
        sleep(until: close, orLength: limit)
      } else {
        if state.pointee.phase >= .stopping { return .end }
        if deadline != .distantFuture, deadline <= .now() { return .nothing }
        sleep(until: deadline, orLength: 1)
      }
    }
  }

  private func isFull(_ limit: Int) -> Bool {
    state.pointee.count >= min(limit, capacity) || state.pointee.phase > .open
  }

  private func sleep(until deadline: MonotonicTime, orLength length: Int) {
    state.pointee.wakeAt = min(length, capacity)
    work.wait(lock, until: deadline)
    state.pointee.wakeAt = .max
  }

  private func setBusy(_ busy: Bool) {
    state.pointee.isBusy = busy
    if !busy && state.pointee.phase > .open { progress.broadcast() }
  }

  /// Moves the oldest commands; the lock is held.
  private func move(upTo limit: Int, to target: UnsafeMutablePointer<QueuedCommand>) -> Int {
    let count = min(limit, state.pointee.count)
    let first = min(count, capacity - state.pointee.head)
    target.initialize(from: commands + state.pointee.head, count: first)
    (target + first).initialize(from: commands, count: count - first)
    state.pointee.head += count
    if state.pointee.head >= capacity { state.pointee.head -= capacity }
    state.pointee.count -= count
    if state.pointee.waitingForRoom > 0 { room.broadcast() }
    return count
  }

  /// Moves what is there, without waiting.
  func takeAtOnce(upTo limit: Int, into target: UnsafeMutablePointer<QueuedCommand>) -> Int {
    lock.lock()
    defer { lock.unlock() }
    return move(upTo: limit, to: target)
  }

  /// - Returns: how many commands are queued.
  func beginRecovery() -> Int {
    lock.lock()
    defer { lock.unlock() }
    state.pointee.isRecovering = true
    return state.pointee.count
  }

  func endRecovery() {
    lock.lock()
    state.pointee.isRecovering = false
    lock.unlock()
  }

  /// Waits so many nanoseconds, less if the service is to stop.
  func rest(for span: Int64) {
    let deadline = MonotonicTime.now() + span
    lock.lock()
    while state.pointee.phase < .stopping, deadline > .now() { work.wait(lock, until: deadline) }
    lock.unlock()
  }

  /// No further command is let in; those who wait for room are sent away.
  func close(toAtLeast phase: Phase, failure: String? = nil) {
    lock.lock()
    if state.pointee.phase < phase { state.pointee.phase = phase }
    if let failure { state.pointee.failure = failure }
    state.pointee.isRecovering = state.pointee.isRecovering && phase < .ended
    if phase == .ended {
      for inspection in state.pointee.inspections { inspection.isAbandoned = true }
      state.pointee.inspections.removeAll()
    }
    state.pointee.wakeAt = .max
    work.signal()
    room.broadcast()
    progress.broadcast()
    lock.unlock()
  }

  func takeInspections() -> [Inspection] {
    lock.lock()
    defer { lock.unlock() }
    let inspections = state.pointee.inspections
    state.pointee.inspections = []
    return inspections
  }

  func finish(_ inspections: [Inspection]) {
    lock.lock()
    for inspection in inspections { inspection.isDone = true }
    progress.broadcast()
    lock.unlock()
  }
}
