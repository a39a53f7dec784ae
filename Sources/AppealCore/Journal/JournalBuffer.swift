/// An append-only buffer of journal entries in plain memory.
///
/// The core appends; the host reads, folds and empties it. Appending costs one copy of an entry
/// and allocates only when the buffer outgrows its capacity.
///
///     var journal = JournalBuffer()
///     try core.apply(.accept(number), at: now, into: &journal)
///     for index in 0..<journal.count { fold(journal[index]) }
///     journal.removeAll(keepingCapacity: true)
public struct JournalBuffer: ~Copyable {
  @usableFromInline var entries: UnsafeMutablePointer<JournalEntry>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0

  /// An empty buffer with room for `minimumCapacity` entries.
  public init(minimumCapacity: Int = 64) {
    capacity = max(minimumCapacity, 1)
    entries = .allocate(capacity: capacity)
  }

  deinit { entries.deallocate() }

  /// The number of entries.
  @inlinable public var count: Int { filled }

  @inlinable public var isEmpty: Bool { filled == 0 }

  /// The newest entry.
  @inlinable public var last: JournalEntry? { filled == 0 ? nil : entries[filled - 1] }

  /// The entry appended `position` entries after the first.
  @inlinable public subscript(position: Int) -> JournalEntry {
    precondition(position >= 0 && position < filled, "no journal entry at that position")
    return entries[position]
  }

  @inlinable
  public mutating func append(_ entry: JournalEntry) {
    if filled == capacity { grow() }
    (entries + filled).initialize(to: entry)
    filled += 1
  }

  /// Forgets all entries; without `keepingCapacity` the memory is given back too.
  public mutating func removeAll(keepingCapacity: Bool) {
    filled = 0
    guard !keepingCapacity else { return }
    entries.deallocate()
    capacity = 64
    entries = .allocate(capacity: capacity)
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let wider = UnsafeMutablePointer<JournalEntry>.allocate(capacity: 2 * capacity)
    wider.moveInitialize(from: entries, count: filled)
    entries.deallocate()
    entries = wider
    capacity *= 2
  }
}
