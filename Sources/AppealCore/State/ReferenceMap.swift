/// Which appeal a reference belongs to: open addressing with linear probing.
///
/// Removal shifts the followers back instead of leaving marks, so the table never silts up
/// (Knuth, The Art of Computer Programming 3, section 6.4, algorithm R). The hash is fixed: the
/// same references give the same table in every process.
package struct ReferenceMap: ~Copyable {
  private struct Entry: BitwiseCopyable {
    var reference: UInt64
    /// `AppealNumber.none` marks a free place.
    var number: AppealNumber
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var mask: Int
  package private(set) var count = 0

  package init() {
    mask = 63
    entries = Self.freshEntries(64)
  }

  deinit { entries.deallocate() }

  var allocatedBytes: Int { (mask + 1) * MemoryLayout<Entry>.stride }

  package subscript(reference: UInt64) -> AppealNumber? {
    var place = home(of: reference)
    while entries[place].number != .none {
      if entries[place].reference == reference { return entries[place].number }
      place = (place + 1) & mask
    }
    return nil
  }

  package mutating func insert(_ reference: UInt64, _ number: AppealNumber) {
    if 2 * (count + 1) > mask + 1 { grow() }
    place(Entry(reference: reference, number: number))
    count += 1
  }

  /// The reference must be present.
  package mutating func remove(_ reference: UInt64) {
    var gap = home(of: reference)
    while entries[gap].reference != reference || entries[gap].number == .none {
      precondition(entries[gap].number != .none, "the reference is not remembered")
      gap = (gap + 1) & mask
    }
    var follower = (gap + 1) & mask
    while entries[follower].number != .none {
      // A follower may fill the gap unless that lies before its home.
      let distance = (follower - home(of: entries[follower].reference)) & mask
      if distance >= (follower - gap) & mask {
        entries[gap] = entries[follower]
        gap = follower
      }
      follower = (follower + 1) & mask
    }
    entries[gap].number = .none
    count -= 1
  }

  private func home(of reference: UInt64) -> Int {
    Int(truncatingIfNeeded: Fold.multiply(reference ^ Fold.keys.2, Fold.keys.3)) & mask
  }

  private func place(_ entry: Entry) {
    var place = home(of: entry.reference)
    while entries[place].number != .none {
      precondition(entries[place].reference != entry.reference, "the reference is taken")
      place = (place + 1) & mask
    }
    entries[place] = entry
  }

  private static func freshEntries(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    entries.initialize(repeating: Entry(reference: 0, number: .none), count: count)
    return entries
  }

  @inline(never)
  private mutating func grow() {
    let old = entries
    let oldCount = mask + 1
    mask = 2 * oldCount - 1
    entries = Self.freshEntries(2 * oldCount)
    for index in 0..<oldCount where old[index].number != .none { place(old[index]) }
    old.deallocate()
  }
}
