/// The events that happen soonest: an implicit 4-ary heap of keys, payloads beside them.
///
/// The root lies at place 3 of a block aligned to cache lines, so four children share one line.
/// Places past the end hold `EventKey.never`, so that choosing among four children needs no bounds
/// and no branch. Taking the root leaves a *hole*: a push that follows fills it, and so costs one
/// pass instead of two.
@usableFromInline
struct NearHeap<Payload: BitwiseCopyable>: BitwiseCopyable {
  @usableFromInline var keys: UnsafeMutablePointer<EventKey>
  @usableFromInline var payloads: UnsafeMutablePointer<Payload>
  /// Places in use, a hole at the root included.
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int
  @usableFromInline var hasHole = false

  @inlinable static var root: Int { 3 }

  @inlinable
  init(capacity: Int) {
    self.capacity = capacity
    (keys, payloads) = Self.allocate(capacity)
  }

  @inlinable
  func deallocate() {
    keys.deallocate()
    payloads.deallocate()
  }

  @inlinable
  static func allocate(
    _ capacity: Int
  ) -> (UnsafeMutablePointer<EventKey>, UnsafeMutablePointer<Payload>) {
    // The last parent's children may lie past the capacity, within one line.
    let places = (capacity + root + 7) / 4 * 4
    let raw = UnsafeMutableRawPointer.allocate(byteCount: 16 * places, alignment: 64)
    let keys = raw.bindMemory(to: EventKey.self, capacity: places)
    keys.initialize(repeating: .never, count: places)
    return (keys, UnsafeMutablePointer<Payload>.allocate(capacity: places))
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    let (wider, beside) = Self.allocate(2 * capacity)
    wider.update(from: keys, count: count + Self.root)
    (beside + Self.root).update(from: payloads + Self.root, count: count)
    deallocate()
    (keys, payloads) = (wider, beside)
    capacity *= 2
  }

  @inlinable var bytes: Int {
    (capacity + Self.root + 7) / 4 * 4 * (16 + MemoryLayout<Payload>.stride)
  }
}

// MARK: - Keeping order

extension NearHeap {
  /// Puts an event in, into the hole if there is one.
  @inlinable
  @inline(__always)
  mutating func insert(_ key: EventKey, _ payload: Payload) {
    if hasHole {
      hasHole = false
      siftDown(key, payload)
    } else {
      if count == capacity { grow() }
      count += 1
      siftUp(key, payload)
    }
  }

  /// Closes the hole, if there is one, with the last event.
  @inlinable
  @inline(__always)
  mutating func closeHole() {
    guard hasHole else { return }
    hasHole = false
    count -= 1
    let last = count + Self.root
    let key = keys[last]
    keys[last] = .never
    if count > 0 { siftDown(key, payloads[last]) }
  }

  @inlinable
  func siftUp(_ key: EventKey, _ payload: Payload) {
    let (keys, payloads) = (self.keys, self.payloads)
    var hole = count + Self.root - 1
    while hole > Self.root {
      let parent = (hole &+ 8) >> 2
      let above = keys[parent]
      if above < key { break }
      keys[hole] = above
      payloads[hole] = payloads[parent]
      hole = parent
    }
    keys[hole] = key
    payloads[hole] = payload
  }

  @inlinable
  @inline(__always)
  func siftDown(_ key: EventKey, _ payload: Payload) {
    let (keys, payloads) = (self.keys, self.payloads)
    let end = count &+ Self.root
    var hole = Self.root
    var first = 4
    while first < end {
      let a = first &+ (keys[first &+ 1] < keys[first] ? 1 : 0)
      let b = first &+ 2 &+ (keys[first &+ 3] < keys[first &+ 2] ? 1 : 0)
      let child = keys[b] < keys[a] ? b : a
      let below = keys[child]
      if key < below { break }
      keys[hole] = below
      payloads[hole] = payloads[child]
      hole = child
      first = 4 &* hole &- 8
    }
    keys[hole] = key
    payloads[hole] = payload
  }
}
