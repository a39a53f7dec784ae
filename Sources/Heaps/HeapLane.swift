/// The nodes of one implicit 4-ary heap: a pointer and two counts, 16 bytes, nothing allocated until
/// the first insertion.
///
/// Where each slot stands is kept outside, in a table of `HeapPlace` shared by all lanes of one
/// owner, because several heaps may number their items together. A lane does not free its memory by
/// itself: its owner calls `deallocate()`.
@usableFromInline
struct HeapLane<Key: HeapKey>: BitwiseCopyable {
  @usableFromInline
  struct Node: BitwiseCopyable {
    @usableFromInline var key: Key
    @usableFromInline var slot: UInt32

    @inlinable
    init(key: Key, slot: UInt32) {
      self.key = key
      self.slot = slot
    }
  }

  @usableFromInline var nodes: UnsafeMutablePointer<Node>?
  @usableFromInline var count: UInt32 = 0
  @usableFromInline var capacity: UInt32 = 0

  @inlinable
  init() {}

  @inlinable
  func deallocate() { nodes?.deallocate() }

  /// Room for one more node. The first allocation holds eight.
  @inlinable
  mutating func reserveOne() {
    if count == capacity { grow() }
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    let wider = capacity == 0 ? 8 : 2 * capacity
    let moved = UnsafeMutablePointer<Node>.allocate(capacity: Int(wider))
    if let nodes {
      moved.update(from: nodes, count: Int(count))
      nodes.deallocate()
    }
    nodes = moved
    capacity = wider
  }

  /// Forgets all nodes and gives their memory back.
  @inlinable
  mutating func removeAll() {
    nodes?.deallocate()
    nodes = nil
    count = 0
    capacity = 0
  }
}

// MARK: - Keeping order

extension HeapLane {
  /// Moves towards the root until the parent precedes `node`, and puts it there.
  @inlinable
  func siftUp(_ node: Node, from start: UInt32, _ places: UnsafeMutablePointer<HeapPlace>) {
    let nodes = self.nodes.unsafelyUnwrapped
    var hole = Int(start)
    while hole > 0 {
      let parent = (hole - 1) >> 2
      let above = nodes[parent]
      if !Key.precedes(node.key, above.key) { break }
      nodes[hole] = above
      places[Int(above.slot)].index = UInt32(truncatingIfNeeded: hole)
      hole = parent
    }
    nodes[hole] = node
    places[Int(node.slot)].index = UInt32(truncatingIfNeeded: hole)
  }

  /// Moves towards the leaves until no child precedes `node`, and puts it there.
  @inlinable
  func siftDown(_ node: Node, from start: UInt32, _ places: UnsafeMutablePointer<HeapPlace>) {
    let nodes = self.nodes.unsafelyUnwrapped
    let end = Int(count)
    var hole = Int(start)
    while true {
      let first = 4 * hole + 1
      if first >= end { break }
      var least = first
      var child = first + 1
      while child < min(first + 4, end) {
        if Key.precedes(nodes[child].key, nodes[least].key) { least = child }
        child += 1
      }
      let below = nodes[least]
      if !Key.precedes(below.key, node.key) { break }
      nodes[hole] = below
      places[Int(below.slot)].index = UInt32(truncatingIfNeeded: hole)
      hole = least
    }
    nodes[hole] = node
    places[Int(node.slot)].index = UInt32(truncatingIfNeeded: hole)
  }

  /// Puts `node` at `index`, or wherever order wants it from there.
  @inlinable
  func settle(_ node: Node, at index: UInt32, _ places: UnsafeMutablePointer<HeapPlace>) {
    if index > 0 {
      let parent = nodes.unsafelyUnwrapped[Int((index - 1) >> 2)]
      if Key.precedes(node.key, parent.key) { return siftUp(node, from: index, places) }
    }
    siftDown(node, from: index, places)
  }

  /// Takes the node at `index` out, filling the gap with the last one.
  @inlinable
  mutating func remove(at index: UInt32, _ places: UnsafeMutablePointer<HeapPlace>) -> Node {
    let nodes = self.nodes.unsafelyUnwrapped
    let removed = nodes[Int(index)]
    count -= 1
    if index != count { settle(nodes[Int(count)], at: index, places) }
    return removed
  }
}

// MARK: - Invariants

extension HeapLane {
  /// The full check: every parent precedes or ties its children, and the table points back.
  @usableFromInline
  func audit(_ places: UnsafeMutablePointer<HeapPlace>?, lane: UInt32) {
    precondition(count <= capacity, "a heap counts more items than it has room for")
    guard let nodes, let places else { return precondition(count == 0, "items without memory") }
    for index in 0..<Int(count) {
      let place = places[Int(nodes[index].slot)]
      precondition(place.lane == lane && place.index == UInt32(index), "a lost position")
      guard index > 0 else { continue }
      let parent = nodes[(index - 1) >> 2]
      precondition(!Key.precedes(nodes[index].key, parent.key), "a child precedes its parent")
    }
  }
}
