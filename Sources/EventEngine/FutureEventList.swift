public import CivicTime

/// The pending events of a simulation, ordered by (time, priority, sequence of scheduling).
///
///     var events = FutureEventList<Event>()
///     events.schedule(.arrival, at: start, priority: .arrival)
///     let patience = events.scheduleCancellable(.renege(ticket), at: later, priority: .alarm)
///     events.cancel(patience)
///     while let next = events.pop(through: end) { handle(next.payload, at: next.time) }
///
/// The order is the same whatever the structure inside, which follows the number of events. Few
/// events stand in one 4-ary heap. When they become many, the heap keeps the near future only; the
/// rest waits unordered in buckets by time, buckets that turn out too full are cut into finer ones,
/// and what lies beyond the last bucket waits in one list: a ladder queue. Scheduling and popping
/// then take O(1) amortised moves for any smooth or clustered distribution of increments; a heap
/// takes O(log n).
///
/// A push that follows a pop fills the place the pop left. A cancelled event is skipped when it comes
/// up; when cancelled events outnumber the pending ones, all of them are swept, so that memory grows
/// with the pending events only.
///
/// Times lie within 4,459 years of 1970, and never before the last event popped. Not copyable; one
/// list belongs to one run. Nothing is allocated in steady state.
///
/// Tang, Goh and Thng, "Ladder queue: an O(1) priority queue structure for large-scale discrete event
/// simulation", ACM TOMACS 15 (2005).
public struct FutureEventList<Payload: BitwiseCopyable>: ~Copyable {
  /// Events before `horizon` stand here in order.
  @usableFromInline var near = NearHeap<Payload>(capacity: 60)
  /// `EventTick.never` while the heap holds everything.
  @usableFromInline var horizon = EventTick.never
  /// The size of the heap at which it is cut into buckets.
  @usableFromInline var nearLimit = FutureEventList.heapLimit

  /// Coarse to fine. The end of each is the start of the current bucket of the one before.
  @usableFromInline var rungs: UnsafeMutablePointer<EventRung>
  @usableFromInline var rungCount = 0
  @usableFromInline var rungsMade = 0
  /// Events past the end of the coarsest rung.
  @usableFromInline var far = EventList()
  @usableFromInline var chunks = EventChunks<Payload>()

  @usableFromInline var slots = EventSlots()
  @usableFromInline var live = 0
  @usableFromInline var cancelled = 0
  @usableFromInline var sequence: UInt64 = 0
  /// The time of the last event popped.
  @usableFromInline var clock: UInt64 = 0

  /// An empty list.
  @inlinable
  public init() {
    rungs = .allocate(capacity: Self.mostRungs)
  }

  deinit {
    near.deallocate()
    for index in 0..<rungsMade { rungs[index].buckets.deallocate() }
    rungs.deallocate()
    chunks.deallocate()
    slots.deallocate()
  }

  /// Pending events, without cancelled ones.
  @inlinable public var count: Int { live }

  /// True if nothing is pending.
  @inlinable public var isEmpty: Bool { live == 0 }

  /// Events ever scheduled.
  @inlinable public var scheduledCount: Int { Int(sequence) }

  /// Bytes now allocated.
  public var allocatedBytes: Int {
    var bytes = near.bytes + chunks.bytes + slots.bytes
    bytes += Self.mostRungs * MemoryLayout<EventRung>.stride
    for index in 0..<rungsMade { bytes += rungs[index].bytes }
    return bytes
  }
}

extension FutureEventList {
  /// Above this size the heap is cut into buckets.
  @inlinable static var heapLimit: Int { 512 }
  /// At or below this size everything returns to the heap.
  @inlinable static var returnLimit: Int { 128 }
  /// Events aimed at in a bucket.
  @inlinable static var bucketAim: Int { 8 }
  /// A fuller bucket is cut again.
  @inlinable static var bucketLimit: Int { 64 }
  /// Each rung is finer than the one before, and times have 48 bits.
  @inlinable static var mostRungs: Int { 48 }
}

// MARK: - Scheduling

extension FutureEventList {
  /// Schedules an event that cannot be cancelled.
  @inlinable
  @inline(__always)
  public mutating func schedule(_ payload: Payload, at time: Instant, priority: EventPriority) {
    insert(payload, at: time, priority: priority, slot: 0)
  }

  /// Schedules an event and returns the handle to cancel it by.
  @inlinable
  public mutating func scheduleCancellable(
    _ payload: Payload, at time: Instant, priority: EventPriority
  ) -> EventHandle {
    let handle = slots.take()
    insert(payload, at: time, priority: priority, slot: handle.slot)
    return handle
  }

  /// True if the event is still to happen.
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool { slots.isPending(handle) }

  /// Cancels an event; false if it has happened or was cancelled before.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard slots.isPending(handle) else { return false }
    slots.cancel(handle)
    live -= 1
    cancelled += 1
    if cancelled > live + 64 { sweep() }
    return true
  }

  @inlinable
  @inline(__always)
  mutating func insert(
    _ payload: Payload, at time: Instant, priority: EventPriority, slot: UInt32
  ) {
    let tick = EventTick.tick(of: time)
    precondition(tick >= clock, "an event before the last one that happened")
    sequence += 1
    live += 1
    let key = EventKey(tick: tick, priority: priority, sequence: sequence, slot: slot)
    if tick < horizon {
      if near.hasHole || near.count < nearLimit { return near.insert(key, payload) }
      spread(key, payload)
    } else {
      putAway(key, payload)
    }
  }
}

// MARK: - Happening

/// An event taken from the list.
public struct DueEvent<Payload: BitwiseCopyable>: BitwiseCopyable {
  public var time: Instant
  public var priority: EventPriority
  public var payload: Payload

  @inlinable
  init(key: EventKey, payload: Payload) {
    time = EventTick.instant(of: key.tick)
    priority = key.priority
    self.payload = payload
  }
}

extension FutureEventList {
  /// Takes the next event if it happens at or before `limit`; otherwise nil.
  @inlinable
  @inline(__always)
  public mutating func pop(through limit: Instant = .distantFuture) -> DueEvent<Payload>? {
    while prepareRoot() {
      let key = near.keys[NearHeap<Payload>.root]
      let time = EventTick.instant(of: key.tick)
      if time > limit { return nil }
      let payload = near.payloads[NearHeap<Payload>.root]
      near.hasHole = true
      if key.slot != 0 && !slots.release(key.slot) {
        cancelled -= 1
        continue
      }
      live -= 1
      clock = key.tick
      return DueEvent(key: key, payload: payload)
    }
    return nil
  }

  /// The time of the next event, or nil if nothing is pending.
  @inlinable
  public mutating func nextTime() -> Instant? {
    while prepareRoot() {
      let key = near.keys[NearHeap<Payload>.root]
      if key.slot == 0 || slots.generations.unsafelyUnwrapped[Int(key.slot)] & 1 == 1 {
        return EventTick.instant(of: key.tick)
      }
      near.hasHole = true
      _ = slots.release(key.slot)
      cancelled -= 1
    }
    return nil
  }

  /// Brings the next event, cancelled or not, to the root of the heap; false if there is none.
  @inlinable
  @inline(__always)
  mutating func prepareRoot() -> Bool {
    near.closeHole()
    return near.count > 0 || refill()
  }
}
