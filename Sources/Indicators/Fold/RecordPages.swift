import CivicTime

/// Records of appeals by number, in pages that are freed when all their appeals are done.
///
/// Memory grows with the appeals that are open or lately closed, not with history: a freed page
/// leaves eight bytes behind. Finding a record takes constant time.
struct RecordPages: ~Copyable {
  static let shift = 8
  static let size = 1 << shift

  private struct Page {
    var records: UnsafeMutablePointer<AppealRecord>?
    /// What keeps the page: appeals not done, merged ones whose parent is open, open needs.
    var live: Int32 = 0
    var used: Int32 = 0
    var queued = false
    var lastDone = Instant.distantPast
  }

  private var directory: UnsafeMutablePointer<Page>
  private var capacity = 64
  /// Pages ever begun; numbers run up to `count * size`.
  private(set) var count = 0
  private(set) var inUse = 0
  /// Full pages without anything live, waiting for their retention to pass, oldest first.
  private var waiting: [Int] = []

  init() {
    directory = .allocate(capacity: capacity)
    directory.initialize(repeating: Page(), count: capacity)
  }

  deinit {
    for index in 0..<count { directory[index].records?.deallocate() }
    directory.deallocate()
  }

  /// The record of a number, or nil when it was never submitted or its page is freed.
  @inline(__always)
  subscript(number: UInt32) -> UnsafeMutablePointer<AppealRecord>? {
    let page = Int(number) >> Self.shift
    guard page < count, let records = directory[page].records else { return nil }
    return records + (Int(number) & (Self.size - 1))
  }

  /// A fresh record; numbers come in ascending order.
  @inline(__always)
  mutating func add(_ number: UInt32) -> UnsafeMutablePointer<AppealRecord>? {
    let page = Int(number) >> Self.shift
    if page >= count { begin(page) }
    guard let records = directory[page].records else { return nil }
    directory[page].used &+= 1
    let record = records + (Int(number) & (Self.size - 1))
    record.pointee = AppealRecord()
    return record
  }

  @inline(__always)
  mutating func retain(_ number: UInt32) { directory[Int(number) >> Self.shift].live &+= 1 }

  @inline(__always)
  mutating func release(_ number: UInt32, at now: Instant) {
    let page = Int(number) >> Self.shift
    directory[page].live &-= 1
    directory[page].lastDone = now
    if directory[page].live == 0 { enqueue(page) }
  }

  private mutating func enqueue(_ page: Int) {
    // The last page is still filling; it is looked at again when it has live records once more.
    guard page < count - 1, !directory[page].queued else { return }
    directory[page].queued = true
    waiting.append(page)
  }

  private mutating func begin(_ page: Int) {
    if page >= capacity { grow(beyond: page) }
    let filled = count - 1
    for index in count...page {
      let records = UnsafeMutablePointer<AppealRecord>.allocate(capacity: Self.size)
      records.initialize(repeating: AppealRecord(), count: Self.size)
      directory[index].records = records
      inUse += 1
    }
    count = page + 1
    if filled >= 0, directory[filled].live == 0 { enqueue(filled) }
  }

  private mutating func grow(beyond page: Int) {
    let larger = max(capacity * 2, page + 1)
    let moved = UnsafeMutablePointer<Page>.allocate(capacity: larger)
    moved.moveInitialize(from: directory, count: capacity)
    (moved + capacity).initialize(repeating: Page(), count: larger - capacity)
    directory.deallocate()
    directory = moved
    capacity = larger
  }

  /// Frees the waiting pages that have had nothing live since `instant`; calls `body` with each
  /// record of a page before it goes.
  mutating func free(
    quietSince instant: Instant, _ body: (UInt32, borrowing AppealRecord) -> Void
  ) {
    var kept: [Int] = []
    for page in waiting {
      guard directory[page].live == 0 else {
        directory[page].queued = false
        continue
      }
      guard directory[page].lastDone <= instant, let records = directory[page].records else {
        kept.append(page)
        continue
      }
      for slot in 0..<Self.size { body(UInt32(page << Self.shift + slot), records[slot]) }
      records.deallocate()
      directory[page].records = nil
      inUse -= 1
    }
    waiting = kept
  }

  /// Calls `body` with each record still kept, in the order of numbers.
  func forEach(_ body: (UInt32, AppealRecord) -> Void) {
    for page in 0..<count {
      guard let records = directory[page].records else { continue }
      for slot in 0..<Self.size { body(UInt32(page << Self.shift + slot), records[slot]) }
    }
  }
}
