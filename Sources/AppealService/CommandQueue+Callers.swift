/// What callers beside the submitters ask of the queue.
extension CommandQueue {
  var depth: Int {
    lock.lock()
    defer { lock.unlock() }
    return state.pointee.count
  }

  var turnedAway: UInt64 {
    lock.lock()
    defer { lock.unlock() }
    return state.pointee.turnedAway
  }

  var serviceState: ServiceState {
    lock.lock()
    defer { lock.unlock() }
    if let failure = state.pointee.failure { return .failed(failure) }
    if state.pointee.isRecovering { return .recovering }
    return switch state.pointee.phase {
    case .open: .running
    case .draining, .stopping: .draining
    case .ended: .stopped
    }
  }

  /// Closes the queue and waits until all in it is answered; with `.stopping`, until the writer has
  /// ended.
  func shut(_ phase: Phase) {
    close(toAtLeast: phase)
    lock.lock()
    while state.pointee.phase != .ended {
      if phase == .draining, state.pointee.count == 0, !state.pointee.isBusy { break }
      progress.wait(lock)
    }
    lock.unlock()
  }

  /// Has the writer carry an inspection out.
  /// - Returns: false if it ended before.
  func await(_ inspection: Inspection) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    guard state.pointee.phase != .ended else { return false }
    state.pointee.inspections.append(inspection)
    work.signal()
    while !inspection.isDone && !inspection.isAbandoned { progress.wait(lock) }
    return inspection.isDone
  }
}
