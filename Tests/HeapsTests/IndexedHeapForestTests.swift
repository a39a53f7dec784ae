import Heaps
import Testing

@Suite struct IndexedHeapForestTests {
  @Test(arguments: 1...12)
  func agreesWithSortedArrays(seed: UInt64) {
    var random = SplitMix(state: seed)
    var forest = IndexedHeapForest<TaskKey>(heapCount: 5)
    var models = [SortedList](repeating: SortedList(), count: 5)
    for _ in 0..<2_000 {
      step(&forest, &models, &random)
      forest.audit()
      for heap in 0..<5 {
        let (count, first) = (forest.count(in: heap), forest.peek(in: heap)?.slot)
        #expect(count == models[heap].items.count && first == models[heap].items.first?.slot)
      }
    }
    let total = forest.totalCount
    #expect(total == models.reduce(0) { $0 + $1.items.count })
  }

  private func step(
    _ forest: inout IndexedHeapForest<TaskKey>, _ models: inout [SortedList],
    _ random: inout SplitMix
  ) {
    let slot = UInt32.random(in: 0..<120, using: &random)
    let key = TaskKey(rank: .random(in: 0..<9, using: &random), number: slot)
    let target = Int.random(in: 0..<5, using: &random)
    let home = models.firstIndex { $0.items.contains { $0.slot == slot } }
    let found = forest.heap(ofSlot: slot)
    #expect(found == home)
    switch (Int.random(in: 0..<6, using: &random), home) {
    case (0...3, nil):
      forest.insert(slot: slot, key: key, into: target)
      models[target].insert(key, slot)
    case (0...1, let home?):
      let old = models[home].remove(slot)
      let stored = forest.key(ofSlot: slot)
      #expect(stored == old)
      forest.move(slot: slot, to: target)
      if let old { models[target].insert(old, slot) }
    case (2, let home?):
      forest.rekey(slot: slot, to: key)
      _ = models[home].remove(slot)
      models[home].insert(key, slot)
    case (3, let home?):
      let removed = forest.remove(slot: slot)
      #expect(removed == models[home].remove(slot))
    default:
      let first = forest.removeMin(from: target)
      #expect(first?.slot == models[target].items.first?.slot)
      if !models[target].items.isEmpty { models[target].items.removeFirst() }
    }
  }

  @Test func shortListsAreCheap() {
    var forest = IndexedHeapForest<TaskKey>(heapCount: 200)
    let empty = forest.allocatedBytes
    #expect(empty <= 256 * 16)
    for slot in 0..<200 as Range<UInt32> {
      forest.insert(slot: slot, key: TaskKey(rank: 0, number: slot), into: Int(slot))
    }
    let short = forest.allocatedBytes
    #expect(short < 200 * 250)
    forest.removeAll(from: 7)
    let (gone, total, added) = (forest.heap(ofSlot: 7), forest.totalCount, forest.addHeap())
    #expect(gone == nil && total == 199 && added == 200)
    forest.insert(slot: 7, key: TaskKey(rank: 1, number: 7), into: 200)
    forest.audit()
  }
}
