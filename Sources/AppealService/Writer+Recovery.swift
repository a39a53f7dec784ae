/// After a failed commit.
extension Writer {
  /// Tells all who wait that nobody knows what became of their commands, also those whose commands
  /// were only queued behind: each client's commands take effect in order or not at all.
  mutating func abandon(_ reason: String) {
    board.failed(reason)
    journal.removeAll(keepingCapacity: false)
    disownQueued(queue.beginRecovery())
  }

  /// The end: refuses what comes, and answers what came.
  func giveUp(_ reason: String) {
    queue.close(toAtLeast: .stopping, failure: reason)
    disownQueued(queue.depth)
  }

  private func disownQueued(_ queued: Int) {
    var left = queued
    while left > 0 {
      let count = queue.takeAtOnce(upTo: min(left, batch.limit), into: batch.commands)
      batch.disown(0..<count)
      board.answered(batch.replies, count: count)
      batch.deliver(0..<count, committed: .now())
      left -= count
    }
  }
}
