import CivicTime

/// The commands of one batch and their replies, in memory that is allocated once.
struct Batch: ~Copyable {
  let limit: Int
  let commands: UnsafeMutablePointer<QueuedCommand>
  let replies: UnsafeMutablePointer<Reply>

  init(limit: Int) {
    self.limit = limit
    commands = .allocate(capacity: limit)
    replies = .allocate(capacity: limit)
  }

  deinit {
    commands.deallocate()
    replies.deallocate()
  }

  /// - Parameter begun: when the command was taken up.
  func answer(_ position: Int, _ outcome: Outcome, at instant: Instant, begun: MonotonicTime) {
    let command = commands + position
    (replies + position).initialize(
      to: Reply(
        token: command.pointee.request.token, outcome: outcome, at: instant,
        intendedStart: command.pointee.request.intendedStart,
        enqueued: command.pointee.enqueued, begun: begun, committed: begun))
  }

  /// Answers a range of commands with `outcomeUnknown`, whatever was to be said.
  func disown(_ range: Range<Int>) {
    for position in range {
      answer(
        position, .outcomeUnknown,
        at: commands[position].request.at ?? Instant.distantPast, begun: .now())
    }
  }

  /// Hands a range of replies to their clients, in order.
  func deliver(_ range: Range<Int>, committed: MonotonicTime) {
    for position in range { replies[position].committed = committed }
    var start = range.lowerBound
    while start < range.upperBound {
      let receiver = commands[start].receiver
      var end = start + 1
      while end < range.upperBound,
        commands[end].receiver.toOpaque() == receiver.toOpaque()
      {
        end += 1
      }
      receiver._withUnsafeGuaranteedRef { $0.deliver(replies + start, count: end - start) }
      for _ in start..<end { receiver.release() }
      start = end
    }
  }
}
