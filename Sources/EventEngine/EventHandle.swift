/// Names one scheduled event, so that it can be cancelled. A handle of an event that has happened or
/// was cancelled names nothing, also after its slot is in use again.
public struct EventHandle: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline var slot: UInt32
  @usableFromInline var generation: UInt32

  @inlinable
  init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }

  /// Names no event.
  @inlinable public static var none: EventHandle { EventHandle(slot: 0, generation: 0) }
}

/// The slots of cancellable events. Slot 0 stands for "cannot be cancelled" and is never given out.
///
/// A cancelled event stays where it is until it comes up or the list is swept; its slot waits with
/// it. The generation is odd while the event is pending, even after.
@usableFromInline
struct EventSlots: BitwiseCopyable {
  @usableFromInline var generations: UnsafeMutablePointer<UInt32>?
  @usableFromInline var nextFree: UnsafeMutablePointer<UInt32>?
  @usableFromInline var firstFree: UInt32 = 0
  @usableFromInline var used: UInt32 = 1
  @usableFromInline var capacity: UInt32 = 0

  @inlinable
  init() {}

  @inlinable
  func deallocate() {
    generations?.deallocate()
    nextFree?.deallocate()
  }

  @inlinable var bytes: Int { 8 * Int(capacity) }

  @inlinable
  mutating func take() -> EventHandle {
    var slot = firstFree
    if slot != 0 {
      firstFree = nextFree.unsafelyUnwrapped[Int(slot)]
    } else {
      if used >= capacity { grow() }
      slot = used
      used += 1
    }
    let generation = generations.unsafelyUnwrapped[Int(slot)] &+ 1
    generations.unsafelyUnwrapped[Int(slot)] = generation
    return EventHandle(slot: slot, generation: generation)
  }

  @inlinable
  func isPending(_ handle: EventHandle) -> Bool {
    handle.slot != 0 && handle.slot < used
      && generations.unsafelyUnwrapped[Int(handle.slot)] == handle.generation
  }

  /// Marks a pending event as cancelled; its slot is not free yet.
  @inlinable
  func cancel(_ handle: EventHandle) {
    generations.unsafelyUnwrapped[Int(handle.slot)] = handle.generation &+ 1
  }

  /// Frees the slot of an event that leaves the list; false if it had been cancelled.
  @inlinable
  mutating func release(_ slot: UInt32) -> Bool {
    let generation = generations.unsafelyUnwrapped[Int(slot)]
    let wasPending = generation & 1 == 1
    if wasPending { generations.unsafelyUnwrapped[Int(slot)] = generation &+ 1 }
    nextFree.unsafelyUnwrapped[Int(slot)] = firstFree
    firstFree = slot
    return wasPending
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    let wider = max(16, 2 * capacity)
    let newGenerations = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(wider))
    let newNext = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(wider))
    newGenerations.initialize(repeating: 0, count: Int(wider))
    newNext.initialize(repeating: 0, count: Int(wider))
    if let generations, let nextFree {
      newGenerations.update(from: generations, count: Int(used))
      newNext.update(from: nextFree, count: Int(used))
    }
    deallocate()
    (generations, nextFree) = (newGenerations, newNext)
    capacity = wider
  }
}
