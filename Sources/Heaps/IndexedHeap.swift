/// An indexed 4-ary heap: the least key leaves first, and any item can be taken out or given a new
/// key by its slot.
///
///     var alarms = IndexedHeap<AlarmKey>()
///     alarms.insert(slot: 7, key: AlarmKey(due: 900, number: 7))
///     alarms.rekey(slot: 7, to: AlarmKey(due: 400, number: 7))
///     while let next = alarms.removeMin() { ring(next.slot) }
///
/// A *slot* is a small number that the caller gives each item and may use again after the item has
/// left. The table of positions grows to the largest slot, so keep slots dense. Insertion, removal
/// and re-keying take O(log₄ n) moves; `peek` and `contains` take O(1). An empty heap allocates
/// nothing. The same calls give the same order; with a total order of keys so does any order of
/// insertion.
///
/// The heap owns its memory and cannot be copied. It may live in a plain buffer
/// (`UnsafeMutablePointer<IndexedHeap<Key>>`, with `initialize(to:)` and `deinitialize(count:)`);
/// for many heaps whose items are numbered together, `IndexedHeapForest` needs less memory.
///
/// Johnson, "Priority queues with update and finding minimum spanning trees", Information
/// Processing Letters 4 (1975): the d-ary heap.
public struct IndexedHeap<Key: HeapKey>: ~Copyable {
  /// An item: its key and its slot.
  public typealias Item = HeapItem<Key>

  @usableFromInline var lane = HeapLane<Key>()
  @usableFromInline var table = HeapPlaceTable()

  /// An empty heap, without memory.
  @inlinable
  public init() {}

  deinit {
    lane.deallocate()
    table.deallocate()
  }

  /// The number of items.
  @inlinable public var count: Int { Int(lane.count) }

  /// True if there is no item.
  @inlinable public var isEmpty: Bool { lane.count == 0 }

  /// The item that leaves first.
  @inlinable public var peek: Item? {
    guard lane.count > 0 else { return nil }
    return Item(lane.nodes.unsafelyUnwrapped[0])
  }

  /// True if the item is in the heap.
  @inlinable
  public func contains(slot: UInt32) -> Bool { table.place(of: slot).lane == 0 }

  /// The item's key, or nil if it is not in the heap.
  @inlinable
  public func key(ofSlot slot: UInt32) -> Key? {
    let place = table.place(of: slot)
    return place.lane == 0 ? lane.nodes.unsafelyUnwrapped[Int(place.index)].key : nil
  }

  /// Puts an item in. It must not be in the heap already.
  @inlinable
  public mutating func insert(slot: UInt32, key: Key) {
    let places = table.reaching(slot)
    precondition(places[Int(slot)].lane == HeapPlace.nowhere, "the slot is in the heap already")
    lane.reserveOne()
    places[Int(slot)].lane = 0
    lane.count += 1
    lane.siftUp(HeapLane.Node(key: key, slot: slot), from: lane.count - 1, places)
  }

  /// Takes the first item out.
  @inlinable
  @discardableResult
  public mutating func removeMin() -> Item? {
    guard lane.count > 0, let places = table.places else { return nil }
    let removed = lane.remove(at: 0, places)
    places[Int(removed.slot)] = .absent
    return Item(removed)
  }

  /// Takes an item out wherever it stands; nil if it is not in the heap.
  @inlinable
  @discardableResult
  public mutating func remove(slot: UInt32) -> Key? {
    let place = table.place(of: slot)
    guard place.lane == 0, let places = table.places else { return nil }
    let removed = lane.remove(at: place.index, places)
    places[Int(slot)] = .absent
    return removed.key
  }

  /// Gives an item another key. It must be in the heap.
  @inlinable
  public mutating func rekey(slot: UInt32, to key: Key) {
    let place = table.place(of: slot)
    guard place.lane == 0, let places = table.places else {
      preconditionFailure("the slot is not in the heap")
    }
    lane.settle(HeapLane.Node(key: key, slot: slot), at: place.index, places)
  }

  /// Takes everything out and gives the memory back.
  @inlinable
  public mutating func removeAll() {
    lane.removeAll()
    table.deallocate()
    table = HeapPlaceTable()
  }

  /// The item at a place of the heap's array, `0..<count`: for looking at all items in no
  /// particular order. The order depends on the history: never let it reach a result.
  @inlinable
  public func item(atPosition position: Int) -> Item {
    precondition(position >= 0 && position < count, "no item at that position")
    return Item(lane.nodes.unsafelyUnwrapped[position])
  }

  /// Bytes now allocated.
  @inlinable public var allocatedBytes: Int {
    Int(lane.capacity) * MemoryLayout<HeapLane<Key>.Node>.stride
      + table.capacity * MemoryLayout<HeapPlace>.stride
  }

  /// The full check of the heap's invariants, for tests. O(n).
  package func audit() { lane.audit(table.places, lane: 0) }
}

/// An item of a heap: its key and its slot.
public struct HeapItem<Key: HeapKey>: BitwiseCopyable {
  public var key: Key
  public var slot: UInt32

  @inlinable
  init(_ node: HeapLane<Key>.Node) {
    key = node.key
    slot = node.slot
  }
}
