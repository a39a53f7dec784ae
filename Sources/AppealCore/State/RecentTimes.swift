import CivicTime

/// The last few instants of something in each of many cells: a ring a cell.
///
/// Tells whether `depth` of them lie within a window, exactly, in O(1). Memory: 8 bytes × depth ×
/// cells, and 4 a cell.
struct RecentTimes: ~Copyable {
  let cells: Int
  let depth: Int
  private let times: UnsafeMutablePointer<Instant>
  /// Position of the oldest in each ring.
  private let oldest: UnsafeMutablePointer<UInt32>
  /// What the last record took the place of.
  private var replaced = Instant.distantPast

  init(cells: Int, depth: Int) {
    self.cells = cells
    self.depth = depth
    times = .allocate(capacity: max(1, cells * depth))
    times.initialize(repeating: .distantPast, count: cells * depth)
    oldest = .allocate(capacity: max(1, cells))
    oldest.initialize(repeating: 0, count: cells)
  }

  deinit {
    times.deallocate()
    oldest.deallocate()
  }

  /// Whether one more at `now` makes `depth` within `window`.
  func isBurst(_ cell: Int, at now: Instant, within window: Milliseconds) -> Bool {
    guard depth > 1 else { return depth == 1 }
    // The oldest that is still counted once `now` has taken the place of the oldest of all.
    let position = (Int(oldest[cell]) + 1) % depth
    let first = times[cell * depth + position]
    return first != .distantPast && now - first <= window
  }

  /// Whether all `depth` instants lie within `window` before `now`.
  func isFull(_ cell: Int, at now: Instant, within window: Milliseconds) -> Bool {
    guard depth > 0 else { return false }
    let first = times[cell * depth + Int(oldest[cell])]
    return first != .distantPast && now - first <= window
  }

  /// The newest in a cell; the distant past before the first.
  func last(_ cell: Int) -> Instant {
    depth == 0 ? .distantPast : times[cell * depth + (Int(oldest[cell]) + depth - 1) % depth]
  }

  mutating func record(_ cell: Int, at now: Instant) {
    guard depth > 0 else { return }
    let position = Int(oldest[cell])
    replaced = times[cell * depth + position]
    times[cell * depth + position] = now
    oldest[cell] = UInt32((position + 1) % depth)
  }

  /// Takes the last record back, which must have been of this cell.
  mutating func forgetLast(_ cell: Int) {
    guard depth > 0 else { return }
    let position = (Int(oldest[cell]) + depth - 1) % depth
    times[cell * depth + position] = replaced
    oldest[cell] = UInt32(position)
  }

  /// The instant `step` after the oldest of a cell, below `depth`; the distant past where none was.
  func instant(_ cell: Int, _ step: Int) -> Instant {
    times[cell * depth + (Int(oldest[cell]) + step) % depth]
  }
}
