/// A list of events in no order: the number of its newest chunk, and how many events it holds.
@usableFromInline
struct EventList: BitwiseCopyable {
  @usableFromInline var head: UInt32
  @usableFromInline var count: UInt32

  @inlinable
  init() {
    head = .max
    count = 0
  }
}

/// The memory of all unordered lists: chunks of four events, linked by number. Four keys fill one
/// cache line. A chunk freed last is used again first.
@usableFromInline
struct EventChunks<Payload: BitwiseCopyable>: BitwiseCopyable {
  @usableFromInline var keys: UnsafeMutablePointer<EventKey>?
  @usableFromInline var payloads: UnsafeMutablePointer<Payload>?
  @usableFromInline var next: UnsafeMutablePointer<UInt32>?
  @usableFromInline var firstFree: UInt32 = .max
  @usableFromInline var used: UInt32 = 0
  @usableFromInline var capacity: UInt32 = 0

  /// Events in a chunk.
  @inlinable static var width: UInt32 { 4 }

  @inlinable
  init() {}

  @inlinable
  func deallocate() {
    keys?.deallocate()
    payloads?.deallocate()
    next?.deallocate()
  }

  @inlinable var bytes: Int {
    Int(capacity) * (4 * (16 + MemoryLayout<Payload>.stride) + 4)
  }

  /// Adds an event to a list.
  @inlinable
  mutating func append(_ key: EventKey, _ payload: Payload, to list: inout EventList) {
    let within = list.count & (Self.width - 1)
    if within == 0 {
      let chunk = take()
      next.unsafelyUnwrapped[Int(chunk)] = list.head
      list.head = chunk
    }
    let place = Int(list.head) &* Int(Self.width) &+ Int(within)
    keys.unsafelyUnwrapped[place] = key
    payloads.unsafelyUnwrapped[place] = payload
    list.count &+= 1
  }

  /// Takes the newest event of a list that is not empty.
  @inlinable
  mutating func removeLast(from list: inout EventList) -> (key: EventKey, payload: Payload) {
    list.count &-= 1
    let within = list.count & (Self.width - 1)
    let place = Int(list.head) &* Int(Self.width) &+ Int(within)
    let event = (keys.unsafelyUnwrapped[place], payloads.unsafelyUnwrapped[place])
    if within == 0 {
      let chunk = list.head
      let links = next.unsafelyUnwrapped
      list.head = links[Int(chunk)]
      links[Int(chunk)] = firstFree
      firstFree = chunk
    }
    return event
  }

  @inlinable
  mutating func take() -> UInt32 {
    if firstFree != .max {
      let chunk = firstFree
      firstFree = next.unsafelyUnwrapped[Int(chunk)]
      return chunk
    }
    if used == capacity { grow() }
    used += 1
    return used - 1
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    let wider = max(64, capacity + capacity / 2)
    let width = Int(Self.width)
    let raw = UnsafeMutableRawPointer.allocate(byteCount: 64 * Int(wider), alignment: 64)
    let newKeys = raw.bindMemory(to: EventKey.self, capacity: width * Int(wider))
    let newPayloads = UnsafeMutablePointer<Payload>.allocate(capacity: width * Int(wider))
    let newNext = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(wider))
    if let keys, let payloads, let next {
      newKeys.update(from: keys, count: width * Int(used))
      newPayloads.update(from: payloads, count: width * Int(used))
      newNext.update(from: next, count: Int(used))
    }
    deallocate()
    (keys, payloads, next) = (newKeys, newPayloads, newNext)
    capacity = wider
  }
}
