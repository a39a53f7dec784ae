/// A stretch of the future cut into buckets of equal width, each an unordered list.
///
/// The widths are powers of two, so the bucket of a time is a shift. Buckets before `current` have
/// been emptied; the one before it may have been cut again into the next finer rung.
@usableFromInline
struct EventRung: BitwiseCopyable {
  @usableFromInline var start: UInt64
  /// The first time past the last bucket.
  @usableFromInline var end: UInt64
  @usableFromInline var shift: UInt64
  @usableFromInline var current = 0
  /// Events in the buckets.
  @usableFromInline var count = 0
  @usableFromInline var buckets: UnsafeMutablePointer<EventList>
  @usableFromInline var bucketCount: Int
  @usableFromInline var capacity: Int

  @inlinable
  init() {
    (start, end, shift, bucketCount, capacity) = (0, 0, 0, 0, 16)
    buckets = .allocate(capacity: 16)
  }

  /// Begins anew with empty buckets.
  @inlinable
  mutating func reset(start: UInt64, shift: UInt64, bucketCount: Int) {
    if bucketCount > capacity {
      buckets.deallocate()
      capacity = max(bucketCount, 2 * capacity)
      buckets = .allocate(capacity: capacity)
    }
    buckets.initialize(repeating: EventList(), count: bucketCount)
    self.start = start
    self.shift = shift
    self.bucketCount = bucketCount
    end = start + UInt64(bucketCount) << shift
    current = 0
    count = 0
  }

  @inlinable var bytes: Int { capacity * MemoryLayout<EventList>.stride }
}
