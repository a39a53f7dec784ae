/// Many indexed heaps over one numbering of items, each item in one heap at most.
///
/// This is the shape of work lists: hundreds of lists, most of them short, and every open task on
/// exactly one. A heap costs 16 bytes until its first item, a slot 8 bytes whichever heap it is in.
///
///     var lists = IndexedHeapForest<TaskKey>(heapCount: posts.count)
///     lists.insert(slot: task, key: key, into: 12)
///     lists.heap(ofSlot: task)                       // 12
///     lists.move(slot: task, to: 3)                  // same key, another list
///     let next = lists.removeMin(from: 3)
///
/// Costs are those of `IndexedHeap`. It owns its memory and cannot be copied.
public struct IndexedHeapForest<Key: HeapKey>: ~Copyable {
  public typealias Item = HeapItem<Key>

  @usableFromInline var lanes: UnsafeMutablePointer<HeapLane<Key>>?
  @usableFromInline var laneCount = 0
  @usableFromInline var laneCapacity = 0
  @usableFromInline var table = HeapPlaceTable()
  @usableFromInline var total = 0

  /// A forest of empty heaps, numbered from 0.
  public init(heapCount: Int = 0) {
    precondition(heapCount >= 0, "a forest cannot have a negative number of heaps")
    for _ in 0..<heapCount { addHeap() }
  }

  deinit {
    for index in 0..<laneCount { lanes.unsafelyUnwrapped[index].deallocate() }
    lanes?.deallocate()
    table.deallocate()
  }

  /// The number of heaps, empty ones included.
  @inlinable public var heapCount: Int { laneCount }

  /// Items in all heaps together.
  @inlinable public var totalCount: Int { total }

  /// Adds an empty heap and returns its number.
  @discardableResult
  public mutating func addHeap() -> Int {
    if laneCount == laneCapacity {
      let wider = max(4, 2 * laneCapacity)
      let moved = UnsafeMutablePointer<HeapLane<Key>>.allocate(capacity: wider)
      if let lanes {
        moved.update(from: lanes, count: laneCount)
        lanes.deallocate()
      }
      lanes = moved
      laneCapacity = wider
    }
    (lanes.unsafelyUnwrapped + laneCount).initialize(to: HeapLane())
    laneCount += 1
    return laneCount - 1
  }
}

// MARK: - Looking

extension IndexedHeapForest {
  /// The number of items in one heap.
  @inlinable
  public func count(in heap: Int) -> Int { Int(lane(heap).pointee.count) }

  /// The item that leaves a heap first.
  @inlinable
  public func peek(in heap: Int) -> Item? {
    let lane = lane(heap)
    guard lane.pointee.count > 0 else { return nil }
    return Item(lane.pointee.nodes.unsafelyUnwrapped[0])
  }

  /// The heap an item is in, or nil.
  @inlinable
  public func heap(ofSlot slot: UInt32) -> Int? {
    let place = table.place(of: slot)
    return place.lane == HeapPlace.nowhere ? nil : Int(place.lane)
  }

  /// The item's key, or nil if it is in no heap.
  @inlinable
  public func key(ofSlot slot: UInt32) -> Key? {
    let place = table.place(of: slot)
    guard place.lane != HeapPlace.nowhere else { return nil }
    return lane(Int(place.lane)).pointee.nodes.unsafelyUnwrapped[Int(place.index)].key
  }

  /// The item at a place of a heap's array, `0..<count(in:)`, in no particular order: never let
  /// that order reach a result.
  @inlinable
  public func item(atPosition position: Int, in heap: Int) -> Item {
    precondition(position >= 0 && position < count(in: heap), "no item at that position")
    return Item(lane(heap).pointee.nodes.unsafelyUnwrapped[position])
  }

  /// Bytes now allocated. O(heaps).
  public var allocatedBytes: Int {
    var bytes = table.capacity * MemoryLayout<HeapPlace>.stride
    bytes += laneCapacity * MemoryLayout<HeapLane<Key>>.stride
    for index in 0..<laneCount {
      bytes += Int(lane(index).pointee.capacity) * MemoryLayout<HeapLane<Key>.Node>.stride
    }
    return bytes
  }

  @inlinable
  func lane(_ heap: Int) -> UnsafeMutablePointer<HeapLane<Key>> {
    precondition(heap >= 0 && heap < laneCount, "no heap of that number")
    return lanes.unsafelyUnwrapped + heap
  }

  /// The full check of the invariants, for tests. O(items).
  package func audit() {
    var counted = 0
    for index in 0..<laneCount {
      lane(index).pointee.audit(table.places, lane: UInt32(index))
      counted += count(in: index)
    }
    precondition(counted == total, "the heaps and their total disagree")
  }
}

// MARK: - Changing

extension IndexedHeapForest {
  /// Puts an item into a heap. It must be in none.
  @inlinable
  public mutating func insert(slot: UInt32, key: Key, into heap: Int) {
    let lane = lane(heap)
    let places = table.reaching(slot)
    precondition(places[Int(slot)].lane == HeapPlace.nowhere, "the slot is in a heap already")
    lane.pointee.reserveOne()
    places[Int(slot)].lane = UInt32(truncatingIfNeeded: heap)
    lane.pointee.count += 1
    total += 1
    let node = HeapLane.Node(key: key, slot: slot)
    lane.pointee.siftUp(node, from: lane.pointee.count - 1, places)
  }

  /// Takes the first item of a heap out.
  @inlinable
  @discardableResult
  public mutating func removeMin(from heap: Int) -> Item? {
    let lane = lane(heap)
    guard lane.pointee.count > 0, let places = table.places else { return nil }
    let removed = lane.pointee.remove(at: 0, places)
    places[Int(removed.slot)] = .absent
    total -= 1
    return Item(removed)
  }

  /// Takes an item out of whichever heap it is in; nil if it is in none.
  @inlinable
  @discardableResult
  public mutating func remove(slot: UInt32) -> Key? {
    let place = table.place(of: slot)
    guard place.lane != HeapPlace.nowhere, let places = table.places else { return nil }
    let removed = lane(Int(place.lane)).pointee.remove(at: place.index, places)
    places[Int(slot)] = .absent
    total -= 1
    return removed.key
  }

  /// Gives an item another key in the heap it is in. It must be in one.
  @inlinable
  public mutating func rekey(slot: UInt32, to key: Key) {
    let place = table.place(of: slot)
    guard place.lane != HeapPlace.nowhere, let places = table.places else {
      preconditionFailure("the slot is in no heap")
    }
    let node = HeapLane.Node(key: key, slot: slot)
    lane(Int(place.lane)).pointee.settle(node, at: place.index, places)
  }

  /// Moves an item to another heap, with its key or a new one. It must be in a heap.
  @inlinable
  public mutating func move(slot: UInt32, to heap: Int, key: Key? = nil) {
    guard let old = remove(slot: slot) else { preconditionFailure("the slot is in no heap") }
    insert(slot: slot, key: key ?? old, into: heap)
  }

  /// Empties one heap and gives its nodes' memory back. O(items in it).
  @inlinable
  public mutating func removeAll(from heap: Int) {
    let lane = lane(heap)
    guard let places = table.places, let nodes = lane.pointee.nodes else { return }
    for index in 0..<Int(lane.pointee.count) { places[Int(nodes[index].slot)] = .absent }
    total -= Int(lane.pointee.count)
    lane.pointee.removeAll()
  }
}
