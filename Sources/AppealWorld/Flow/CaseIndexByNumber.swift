import AppealCore

/// From appeal number to case, in pages of 1,024 numbers that are freed when all are closed.
///
/// O(1), 4 bytes for each number of a live page.
struct CaseIndexByNumber: ~Copyable {
  private static let pageBits: UInt32 = 10
  private static let pageSize = 1 << 10

  private struct Page: BitwiseCopyable {
    var cells: UnsafeMutablePointer<CaseIndex>?
    var live: UInt32
  }

  private var pages: UnsafeMutablePointer<Page>
  private var capacity = 64

  init() {
    pages = .allocate(capacity: capacity)
    pages.initialize(repeating: Page(cells: nil, live: 0), count: capacity)
  }

  deinit {
    for page in 0..<capacity { pages[page].cells?.deallocate() }
    pages.deallocate()
  }

  /// The case of an open appeal, nil when it is closed.
  @inline(__always)
  subscript(number: AppealNumber) -> CaseIndex? {
    let page = Int(number.rawValue >> Self.pageBits)
    guard page < capacity, let cells = pages[page].cells else { return nil }
    let index = cells[Int(number.rawValue) & (Self.pageSize - 1)]
    return index == .max ? nil : index
  }

  mutating func insert(_ index: CaseIndex, for number: AppealNumber) {
    let page = Int(number.rawValue >> Self.pageBits)
    if page >= capacity { grow(to: page + 1) }
    let cells = pages[page].cells ?? makeCells()
    cells[Int(number.rawValue) & (Self.pageSize - 1)] = index
    pages[page].cells = cells
    pages[page].live += 1
  }

  mutating func remove(_ number: AppealNumber) {
    let page = Int(number.rawValue >> Self.pageBits)
    pages[page].cells?[Int(number.rawValue) & (Self.pageSize - 1)] = .max
    pages[page].live -= 1
    if pages[page].live == 0 {
      pages[page].cells?.deallocate()
      pages[page].cells = nil
    }
  }

  private func makeCells() -> UnsafeMutablePointer<CaseIndex> {
    let cells = UnsafeMutablePointer<CaseIndex>.allocate(capacity: Self.pageSize)
    cells.initialize(repeating: .max, count: Self.pageSize)
    return cells
  }

  private mutating func grow(to needed: Int) {
    let size = max(needed, capacity * 2)
    let larger = UnsafeMutablePointer<Page>.allocate(capacity: size)
    larger.moveInitialize(from: pages, count: capacity)
    (larger + capacity).initialize(
      repeating: Page(cells: nil, live: 0), count: size - capacity)
    pages.deallocate()
    pages = larger
    capacity = size
  }
}
