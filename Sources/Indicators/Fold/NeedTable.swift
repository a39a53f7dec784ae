/// From a need to the appeal that keeps it: open addressing with linear probing.
///
/// Expected constant time; deletion shifts back, so that no markers pile up over the years.
struct NeedTable: ~Copyable {
  private struct Slot: BitwiseCopyable {
    var need: UInt64
    /// 0 marks an empty slot; appeals count from 1.
    var owner: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 12) {
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(need: 0, owner: 0), count: capacity)
  }

  deinit { slots.deallocate() }

  /// Fibonacci hashing: the high bits of a product are well mixed.
  @inline(__always)
  private func home(_ need: UInt64) -> Int {
    Int(truncatingIfNeeded: (need &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  /// The owner of a need; `newOwner`, which is kept, when the need is not known.
  @inline(__always)
  mutating func owner(of need: UInt64, orInsert newOwner: UInt32) -> UInt32 {
    var index = home(need)
    while slots[index].owner != 0 {
      if slots[index].need == need { return slots[index].owner }
      index = (index + 1) & mask
    }
    slots[index] = Slot(need: need, owner: newOwner)
    count += 1
    if count * 2 > mask { grow() }
    return newOwner
  }

  /// Forgets a need, if it is known.
  mutating func remove(_ need: UInt64) {
    var hole = home(need)
    while slots[hole].need != need || slots[hole].owner == 0 {
      if slots[hole].owner == 0 { return }
      hole = (hole + 1) & mask
    }
    count -= 1
    var index = (hole + 1) & mask
    while slots[index].owner != 0 {
      let distance = (index - home(slots[index].need)) & mask
      if distance >= (index - hole) & mask {
        slots[hole] = slots[index]
        hole = index
      }
      index = (index + 1) & mask
    }
    slots[hole].owner = 0
  }

  private mutating func grow() {
    var larger = NeedTable(capacity: (mask + 1) * 2)
    for index in 0...mask where slots[index].owner != 0 {
      _ = larger.owner(of: slots[index].need, orInsert: slots[index].owner)
    }
    swap(&slots, &larger.slots)
    swap(&mask, &larger.mask)
  }
}
