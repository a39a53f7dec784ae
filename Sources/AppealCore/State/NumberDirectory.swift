/// Where an appeal's record is, by number: a table in pages, whose empty pages are given back.
///
/// Numbers are consecutive and most appeals live shortly, so only the newest pages and those with
/// an old open appeal hold memory: 4 bytes a number there, 8 bytes for 4,096 numbers elsewhere.
/// All operations are O(1).
struct NumberDirectory: ~Copyable {
  /// The record of one appeal.
  enum Location: Equatable {
    case open(UInt32)
    case closed(UInt32)
    /// Never given, or forgotten.
    case none
  }

  private struct Page: BitwiseCopyable {
    var entries: UnsafeMutablePointer<UInt32>?
    var live: UInt32
  }

  private static let shift = 12
  private static let pageSize = 1 << shift
  private static let closedBit: UInt32 = 1 << 31

  private var pages: UnsafeMutablePointer<Page>
  private var capacity = 16
  private(set) var pageCount = 0
  /// One emptied page, kept for the next.
  private var spare: UnsafeMutablePointer<UInt32>?

  init() { pages = .allocate(capacity: capacity) }

  deinit {
    for index in 0..<pageCount { pages[index].entries?.deallocate() }
    pages.deallocate()
    spare?.deallocate()
  }

  @inline(__always)
  subscript(number: AppealNumber) -> Location {
    let page = number.index >> Self.shift
    guard page < pageCount, let entries = pages[page].entries else { return .none }
    let entry = entries[number.index & (Self.pageSize - 1)]
    if entry == 0 { return .none }
    let index = (entry & ~Self.closedBit) - 1
    return entry & Self.closedBit == 0 ? .open(index) : .closed(index)
  }

  /// A new number, the next after all before.
  mutating func insert(_ number: AppealNumber, open index: UInt32) {
    let page = number.index >> Self.shift
    while page >= pageCount { addPage() }
    let entries = entries(of: page)
    entries[number.index & (Self.pageSize - 1)] = index + 1
    pages[page].live += 1
  }

  /// The place of a number that is absent, in any order; for restoring a snapshot.
  mutating func restore(_ number: AppealNumber, at location: Location) {
    hold(number.index >> Self.shift)
    pages[number.index >> Self.shift].live += 1
    // Marks the entry as present.
    pages[number.index >> Self.shift].entries?[number.index & (Self.pageSize - 1)] = 1
    move(number, to: location)
  }

  /// The newest number given so far, after all have been restored.
  mutating func restoreEnd(_ newest: AppealNumber) {
    if newest != .none { hold(newest.index >> Self.shift) }
  }

  /// Lets a page hold memory, and be there in the first place.
  private mutating func hold(_ page: Int) {
    while page >= pageCount {
      if pageCount == capacity { widen() }
      (pages + pageCount).initialize(to: Page(entries: nil, live: 0))
      pageCount += 1
    }
    guard pages[page].entries == nil else { return }
    let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.pageSize)
    entries.initialize(repeating: 0, count: Self.pageSize)
    pages[page].entries = entries
  }

  /// Another place for a number that is present.
  mutating func move(_ number: AppealNumber, to location: Location) {
    let entries = entries(of: number.index >> Self.shift)
    let offset = number.index & (Self.pageSize - 1)
    precondition(entries[offset] != 0, "the appeal is not in the directory")
    switch location {
    case .open(let index): entries[offset] = index + 1
    case .closed(let index): entries[offset] = (index + 1) | Self.closedBit
    case .none: preconditionFailure("an appeal moves to a place")
    }
  }

  /// Forgets a number, and its page with the last of them.
  mutating func remove(_ number: AppealNumber) {
    let page = number.index >> Self.shift
    let entries = entries(of: page)
    precondition(
      entries[number.index & (Self.pageSize - 1)] != 0, "the appeal is not in the directory")
    entries[number.index & (Self.pageSize - 1)] = 0
    pages[page].live -= 1
    if pages[page].live == 0 && page + 1 < pageCount { giveBack(page) }
  }

  /// Pages that hold memory. O(pages).
  var livePages: Int {
    var live = 0
    for page in 0..<pageCount where pages[page].entries != nil { live += 1 }
    return live
  }

  var allocatedBytes: Int {
    let pageBytes = Self.pageSize * MemoryLayout<UInt32>.stride
    return capacity * MemoryLayout<Page>.stride + (livePages + (spare == nil ? 0 : 1)) * pageBytes
  }

  /// The next number present after `number`; nil at the end. Skips empty pages at once.
  func next(after number: AppealNumber) -> AppealNumber? {
    var candidate = number.index + 1
    while candidate >> Self.shift < pageCount {
      guard let entries = pages[candidate >> Self.shift].entries else {
        candidate = (candidate >> Self.shift + 1) << Self.shift
        continue
      }
      if entries[candidate & (Self.pageSize - 1)] != 0 { return AppealNumber(candidate) }
      candidate += 1
    }
    return nil
  }

  private func entries(of page: Int) -> UnsafeMutablePointer<UInt32> {
    guard page < pageCount, let entries = pages[page].entries else {
      preconditionFailure("the appeal is not in the directory")
    }
    return entries
  }

  @inline(never)
  private mutating func addPage() {
    if pageCount == capacity { widen() }
    // The page before was kept while it was the newest, even when empty.
    if pageCount > 0 && pages[pageCount - 1].live == 0 { giveBack(pageCount - 1) }
    let entries = spare ?? .allocate(capacity: Self.pageSize)
    spare = nil
    entries.initialize(repeating: 0, count: Self.pageSize)
    (pages + pageCount).initialize(to: Page(entries: entries, live: 0))
    pageCount += 1
  }

  private mutating func widen() {
    let wider = UnsafeMutablePointer<Page>.allocate(capacity: 2 * capacity)
    wider.moveInitialize(from: pages, count: pageCount)
    pages.deallocate()
    pages = wider
    capacity *= 2
  }

  private mutating func giveBack(_ page: Int) {
    guard let entries = pages[page].entries else { return }
    pages[page].entries = nil
    if spare == nil { spare = entries } else { entries.deallocate() }
  }
}
