import Heaps
import Testing

/// A key with many ties in its first part, so that the second decides often.
struct TaskKey: HeapKey, Equatable {
  var rank: Int64
  var number: UInt32

  static func precedes(_ a: TaskKey, _ b: TaskKey) -> Bool {
    a.rank != b.rank ? a.rank < b.rank : a.number < b.number
  }
}

/// SplitMix64: a small deterministic generator for the commands of property tests.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// The naive heap: an array kept sorted.
struct SortedList {
  var items: [(key: TaskKey, slot: UInt32)] = []

  mutating func insert(_ key: TaskKey, _ slot: UInt32) {
    let place = items.firstIndex { TaskKey.precedes(key, $0.key) } ?? items.count
    items.insert((key, slot), at: place)
  }

  mutating func remove(_ slot: UInt32) -> TaskKey? {
    guard let place = items.firstIndex(where: { $0.slot == slot }) else { return nil }
    return items.remove(at: place).key
  }
}

@Suite struct IndexedHeapTests {
  @Test(arguments: 1...20)
  func agreesWithSortedArray(seed: UInt64) {
    var random = SplitMix(state: seed)
    var heap = IndexedHeap<TaskKey>()
    var model = SortedList()
    for _ in 0..<2_000 {
      step(&heap, &model, &random)
      heap.audit()
      let (count, first) = (heap.count, heap.peek)
      #expect(count == model.items.count)
      #expect(first?.slot == model.items.first?.slot && first?.key == model.items.first?.key)
    }
    while let first = heap.removeMin() { #expect(first.slot == model.items.removeFirst().slot) }
    #expect(model.items.isEmpty)
  }

  private func step(
    _ heap: inout IndexedHeap<TaskKey>, _ model: inout SortedList, _ random: inout SplitMix
  ) {
    let slot = UInt32.random(in: 0..<200, using: &random)
    let key = TaskKey(rank: .random(in: 0..<12, using: &random), number: slot)
    let present = heap.contains(slot: slot)
    #expect(present == model.items.contains { $0.slot == slot })
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1, 2, 3:
      if present {
        heap.rekey(slot: slot, to: key)
        _ = model.remove(slot)
      } else {
        heap.insert(slot: slot, key: key)
      }
      model.insert(key, slot)
      let stored = heap.key(ofSlot: slot)
      #expect(stored == key)
    case 4, 5:
      let removed = heap.remove(slot: slot)
      #expect(removed == model.remove(slot))
    default:
      let first = heap.removeMin()
      #expect(first?.slot == model.items.first?.slot)
      if !model.items.isEmpty { model.items.removeFirst() }
    }
  }

  @Test func emptyHeapHoldsNoMemoryAndAnswersNil() {
    var heap = IndexedHeap<Int64>()
    let (bytes, isEmpty) = (heap.allocatedBytes, heap.isEmpty)
    #expect(bytes == 0 && isEmpty)
    let answers = [heap.peek?.key, heap.removeMin()?.key, heap.remove(slot: 3)]
    #expect(answers == [nil, nil, nil])
    heap.insert(slot: 5, key: 1)
    let present = [heap.contains(slot: 4), heap.contains(slot: 5)]
    #expect(present == [false, true])
    heap.removeAll()
    let (after, still) = (heap.allocatedBytes, heap.contains(slot: 5))
    #expect(after == 0 && !still)
  }

  @Test func livesInPlainBuffer() {
    let heaps = UnsafeMutablePointer<IndexedHeap<Int64>>.allocate(capacity: 3)
    for index in 0..<3 { (heaps + index).initialize(to: IndexedHeap()) }
    for index in 0..<3 { heaps[index].insert(slot: 0, key: Int64(10 - index)) }
    #expect((0..<3).map { heaps[$0].peek?.key } == [10, 9, 8])
    heaps.deinitialize(count: 3)
    heaps.deallocate()
  }
}
