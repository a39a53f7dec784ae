/// An append-only buffer of record keys in plain memory.
///
///     var keys = RecordKeys()
///     for index in 0..<journal.count { core.appendTouched(by: journal[index], to: &keys) }
///     keys.sortAndUnique()
///     for index in 0..<keys.count { store(keys[index]) }
///     keys.removeAll()
public struct RecordKeys: ~Copyable {
  @usableFromInline var keys: UnsafeMutablePointer<RecordKey>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0

  /// An empty buffer with room for `minimumCapacity` keys.
  public init(minimumCapacity: Int = 256) {
    capacity = max(minimumCapacity, 1)
    keys = .allocate(capacity: capacity)
  }

  deinit { keys.deallocate() }

  @inlinable public var count: Int { filled }
  @inlinable public var isEmpty: Bool { filled == 0 }

  /// The key appended `position` keys after the first.
  @inlinable public subscript(position: Int) -> RecordKey {
    precondition(position >= 0 && position < filled, "no record key at that position")
    return keys[position]
  }

  /// Appends a key, unless it is the last one already.
  @inlinable
  public mutating func append(_ key: RecordKey) {
    if filled > 0 && keys[filled - 1] == key { return }
    if filled == capacity { grow() }
    (keys + filled).initialize(to: key)
    filled += 1
  }

  /// Forgets all keys and keeps the memory.
  @inlinable
  public mutating func removeAll() { filled = 0 }

  /// Puts the keys in order, each once. O(n log n) for n keys.
  public mutating func sortAndUnique() {
    guard filled > 1 else { return }
    var all = UnsafeMutableBufferPointer(start: keys, count: filled)
    all.sort()
    var kept = 1
    for position in 1..<filled where keys[position] != keys[kept - 1] {
      keys[kept] = keys[position]
      kept += 1
    }
    filled = kept
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let wider = UnsafeMutablePointer<RecordKey>.allocate(capacity: 2 * capacity)
    wider.moveInitialize(from: keys, count: filled)
    keys.deallocate()
    keys = wider
    capacity *= 2
  }
}
