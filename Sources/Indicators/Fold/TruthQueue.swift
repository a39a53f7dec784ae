import AppealCore

/// What a host knows of the next submissions besides the journal, in their order.
struct TruthQueue {
  struct Truth: BitwiseCopyable {
    var reference: UInt64
    var leaf: LeafID
    var unit: UnitID
  }

  private var items: [Truth] = []
  private var first = 0

  mutating func append(_ truth: Truth) {
    if first == items.count && first > 0 {
      items.removeAll(keepingCapacity: true)
      first = 0
    }
    items.append(truth)
  }

  /// The truth of the next submission, nil where the host has told none. O(1).
  @inline(__always)
  mutating func next(for reference: UInt64) -> Truth? {
    guard first < items.count, items[first].reference == reference else { return nil }
    first += 1
    return items[first - 1]
  }
}
