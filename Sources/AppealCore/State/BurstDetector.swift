import CivicTime

/// Counts submissions by class and community, and remembers where an alert has been raised.
struct BurstDetector: ~Copyable {
  private let window: Milliseconds
  private(set) var times: RecentTimes
  private let isAlerted: UnsafeMutablePointer<Bool>

  init(cells: Int, count: Int, window: Milliseconds) {
    self.window = window
    times = RecentTimes(cells: cells, depth: count)
    isAlerted = .allocate(capacity: max(1, cells))
    isAlerted.initialize(repeating: false, count: cells)
  }

  deinit { isAlerted.deallocate() }

  /// Whether a submission at `now` starts a burst that nobody has been alerted to.
  func starts(_ cell: Int, at now: Instant) -> Bool {
    times.isBurst(cell, at: now, within: window) && !(isAlerted[cell] && !isOver(cell, at: now))
  }

  private func isOver(_ cell: Int, at now: Instant) -> Bool {
    let last = times.last(cell)
    return last == .distantPast || now - last > window
  }

  mutating func record(_ cell: Int, at now: Instant) {
    if isOver(cell, at: now) { isAlerted[cell] = false }
    times.record(cell, at: now)
  }

  /// Takes the last one back, right after it was recorded.
  mutating func forgetLast(_ cell: Int) { times.forgetLast(cell) }

  /// What a record tells of a cell.
  ///
  /// - Returns: what is wrong with it.
  mutating func restore(
    _ cell: Int, isAlerted alerted: Bool, _ words: borrowing RecordWords, upTo now: Instant
  ) -> String? {
    isAlerted[cell] = alerted
    return times.restore(cell, words, from: 1, upTo: now)
  }

  mutating func alert(_ cell: Int) { isAlerted[cell] = true }

  func wasAlerted(_ cell: Int) -> Bool { isAlerted[cell] }
}
