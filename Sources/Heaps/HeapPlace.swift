/// Where a slot stands: in which lane, and at which index of it.
@usableFromInline
struct HeapPlace: BitwiseCopyable {
  /// The lane's number, or `HeapPlace.nowhere`.
  @usableFromInline var lane: UInt32
  @usableFromInline var index: UInt32

  @inlinable
  init(lane: UInt32, index: UInt32) {
    self.lane = lane
    self.index = index
  }

  @inlinable static var nowhere: UInt32 { .max }
  @inlinable static var absent: HeapPlace { HeapPlace(lane: nowhere, index: 0) }
}

/// Places by slot: a table that grows to the largest slot seen. 8 bytes a slot.
@usableFromInline
struct HeapPlaceTable: BitwiseCopyable {
  @usableFromInline var places: UnsafeMutablePointer<HeapPlace>?
  @usableFromInline var capacity: Int = 0

  @inlinable
  init() {}

  @inlinable
  func deallocate() { places?.deallocate() }

  @inlinable
  func place(of slot: UInt32) -> HeapPlace {
    guard Int(slot) < capacity, let places else { return .absent }
    return places[Int(slot)]
  }

  /// The table itself, once it reaches `slot`.
  @inlinable
  mutating func reaching(_ slot: UInt32) -> UnsafeMutablePointer<HeapPlace> {
    if Int(slot) >= capacity { grow(toReach: slot) }
    return places.unsafelyUnwrapped
  }

  @inlinable
  @inline(never)
  mutating func grow(toReach slot: UInt32) {
    let wider = max(16, 2 * capacity, Int(slot) + 1)
    let moved = UnsafeMutablePointer<HeapPlace>.allocate(capacity: wider)
    if let places {
      moved.update(from: places, count: capacity)
      places.deallocate()
    }
    (moved + capacity).initialize(repeating: .absent, count: wider - capacity)
    places = moved
    capacity = wider
  }
}
