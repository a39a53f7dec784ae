/// A number by a 64-bit key: open addressing with linear probing.
///
/// Removal shifts the followers back instead of leaving marks, so the table never silts up
/// (Knuth, The Art of Computer Programming 3, section 6.4, algorithm R). The hash is fixed: the
/// same keys give the same table in every process.
package struct KeyIndex: ~Copyable {
  private struct Entry: BitwiseCopyable {
    var key: UInt64
    /// Zero marks a free place.
    var value: UInt32
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

  package subscript(key: UInt64) -> UInt32? {
    var place = home(of: key)
    while entries[place].value != 0 {
      if entries[place].key == key { return entries[place].value }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The key must be absent, and the value not zero.
  package mutating func insert(_ key: UInt64, _ value: UInt32) {
    if 2 * (count + 1) > mask + 1 { grow() }
    place(Entry(key: key, value: value))
    count += 1
  }

  /// The key must be present.
  package mutating func remove(_ key: UInt64) {
    var gap = home(of: key)
    while entries[gap].key != key || entries[gap].value == 0 {
      precondition(entries[gap].value != 0, "the key is not there")
      gap = (gap + 1) & mask
    }
    var follower = (gap + 1) & mask
    while entries[follower].value != 0 {
      // A follower may fill the gap unless that lies before its home.
      let distance = (follower - home(of: entries[follower].key)) & mask
      if distance >= (follower - gap) & mask {
        entries[gap] = entries[follower]
        gap = follower
      }
      follower = (follower + 1) & mask
    }
    entries[gap].value = 0
    count -= 1
  }

  private func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: Fold.multiply(key ^ Fold.keys.2, Fold.keys.3)) & mask
  }

  private func place(_ entry: Entry) {
    var place = home(of: entry.key)
    while entries[place].value != 0 {
      precondition(entries[place].key != entry.key, "the key is taken")
      place = (place + 1) & mask
    }
    entries[place] = entry
  }

  private static func freshEntries(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    entries.initialize(repeating: Entry(key: 0, value: 0), count: count)
    return entries
  }

  @inline(never)
  private mutating func grow() {
    let old = entries
    let oldCount = mask + 1
    mask = 2 * oldCount - 1
    entries = Self.freshEntries(2 * oldCount)
    for index in 0..<oldCount where old[index].value != 0 { place(old[index]) }
    old.deallocate()
  }
}
