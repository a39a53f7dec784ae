/// Fixed-size records in one block of plain memory, reused last freed first.
///
/// Indices are stable while a record lives; the block moves when it grows, so no pointer may be
/// kept across `claim()`.
struct SlotPool<Record: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutableRawPointer
  private let stride: Int
  private var capacity: Int
  /// Records ever claimed at once; those above were never touched.
  private(set) var highest = 0
  private(set) var liveCount = 0
  private var firstFree: UInt32 = .max

  init(stride: Int = MemoryLayout<Record>.stride) {
    precondition(stride >= MemoryLayout<Record>.size && stride >= 4, "the stride is too short")
    self.stride = stride
    capacity = 64
    memory = .allocate(byteCount: capacity * stride, alignment: 64)
  }

  deinit { memory.deallocate() }

  var allocatedBytes: Int { capacity * stride }

  /// The record at `index`, which must be claimed.
  @inline(__always)
  subscript(index: UInt32) -> UnsafeMutablePointer<Record> {
    (memory + Int(index) * stride).assumingMemoryBound(to: Record.self)
  }

  /// An index for a new record; its memory holds nothing yet.
  mutating func claim() -> UInt32 {
    liveCount += 1
    if firstFree != .max {
      let index = firstFree
      firstFree = (memory + Int(index) * stride).load(as: UInt32.self)
      return index
    }
    if highest == capacity { grow() }
    highest += 1
    return UInt32(truncatingIfNeeded: highest - 1)
  }

  mutating func release(_ index: UInt32) {
    liveCount -= 1
    (memory + Int(index) * stride).storeBytes(of: firstFree, as: UInt32.self)
    firstFree = index
  }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutableRawPointer.allocate(byteCount: 2 * capacity * stride, alignment: 64)
    wider.copyMemory(from: memory, byteCount: capacity * stride)
    memory.deallocate()
    memory = wider
    capacity *= 2
  }
}
