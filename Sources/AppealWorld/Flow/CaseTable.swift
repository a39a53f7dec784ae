/// Cases in a slab with a free list, so that memory grows with the backlog and not with history.
struct CaseTable: ~Copyable {
  private var cells: UnsafeMutablePointer<Case>
  private var capacity: Int
  private var used = 0
  private var free: UnsafeMutablePointer<CaseIndex>
  private var freeCount = 0

  init(capacity: Int = 1024) {
    self.capacity = capacity
    cells = .allocate(capacity: capacity)
    free = .allocate(capacity: capacity)
  }

  deinit {
    cells.deallocate()
    free.deallocate()
  }

  var count: Int { used - freeCount }

  subscript(index: CaseIndex) -> Case {
    @inline(__always) unsafeAddress { UnsafePointer(cells + Int(index)) }
    @inline(__always) unsafeMutableAddress { cells + Int(index) }
  }

  mutating func insert(_ element: Case) -> CaseIndex {
    let index: CaseIndex
    if freeCount > 0 {
      freeCount -= 1
      index = free[freeCount]
    } else {
      if used == capacity { grow() }
      index = CaseIndex(used)
      used += 1
    }
    cells[Int(index)] = element
    return index
  }

  mutating func remove(_ index: CaseIndex) {
    cells[Int(index)].number = .none
    free[freeCount] = index
    freeCount += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Case>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: cells, count: used)
    cells.deallocate()
    cells = larger
    let largerFree = UnsafeMutablePointer<CaseIndex>.allocate(capacity: capacity * 2)
    largerFree.moveInitialize(from: free, count: freeCount)
    free.deallocate()
    free = largerFree
    capacity *= 2
  }
}
