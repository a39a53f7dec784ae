/// How many cases of each context went to each unit or role.
///
/// Contexts stand in the order in which they were first met, the cells of each together and the
/// most frequent first; the index uses a fixed hash. So the same history gives the same words in
/// every process. Memory: 24 bytes a context, at most 32 a cell, and the index.
struct RoutingCounts {
  struct Cell: BitwiseCopyable {
    /// A unit or a role, as the context counts.
    var subject: UInt16 = 0
    var cases: UInt32 = 0
  }

  /// Where the cells of a context stand.
  struct Span: BitwiseCopyable {
    var start: UInt32 = 0
    var count: UInt16 = 0
    var capacity: UInt16 = 0
    /// Cases of the context.
    var cases: UInt32 = 0

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  let roles: [UInt16]
  private(set) var unitCases: [UInt32]
  private(set) var roleCases: [UInt32]
  /// Units of each role.
  let roleSizes: [UInt32]
  private(set) var cases: UInt64 = 0

  private(set) var keys: [UInt64] = []
  private(set) var spans: [Span] = []
  /// A span that outgrows its place moves to the end; what it leaves stays unused.
  private(set) var cells: [Cell] = []
  /// One past the index of a context; 0 is free. A power of two of places.
  private var index = [UInt32](repeating: 0, count: 256)

  /// - Parameter roles: of each unit, numbered from 0 without gaps that matter.
  init(roles: [UInt16]) {
    precondition(roles.count <= Int(UInt16.max), "there are more units than a unit's number holds")
    self.roles = roles
    let count = Int(roles.max() ?? 0) + 1
    var sizes = [UInt32](repeating: 0, count: count)
    for role in roles { sizes[Int(role)] += 1 }
    roleSizes = sizes
    unitCases = [UInt32](repeating: 0, count: roles.count)
    roleCases = [UInt32](repeating: 0, count: count)
  }

  /// The context of a key, if a case of it was ever met.
  @inline(__always)
  func context(of key: UInt64) -> Int? {
    let mask = index.count - 1
    var place = Self.home(of: key) & mask
    while index[place] != 0 {
      let found = Int(index[place]) - 1
      if keys[found] == key { return found }
      place = (place + 1) & mask
    }
    return nil
  }

  /// One more case. Amortised O(contexts × cells of each).
  mutating func add(_ features: RoutingFeatures, unit: Int) {
    let role = roles[unit]
    RoutingContext.forEach { context in
      let subject = context.countsRoles ? role : UInt16(unit)
      count(subject, in: slot(for: context.key(of: features)))
    }
    unitCases[unit] += 1
    roleCases[Int(role)] += 1
    cases += 1
  }

  private mutating func count(_ subject: UInt16, in slot: Int) {
    spans[slot].cases += 1
    let range = spans[slot].range
    var place = range.lowerBound
    while place < range.upperBound, cells[place].subject != subject { place += 1 }
    if place == range.upperBound {
      place = append(subject, to: slot)
    } else {
      cells[place].cases += 1
    }
    let first = Int(spans[slot].start)
    while place > first, cells[place - 1].cases < cells[place].cases {
      cells.swapAt(place - 1, place)
      place -= 1
    }
  }

  mutating func restoreTotal(_ total: UInt64) { cases = total }

  /// - Returns: false, and nothing changes, if there are more cases than can be counted.
  mutating func restoreCases(_ count: UInt32, of unit: Int) -> Bool {
    let role = Int(roles[unit])
    let (sum, overflow) = roleCases[role].addingReportingOverflow(count)
    if overflow { return false }
    unitCases[unit] = count
    roleCases[role] = sum
    return true
  }

  /// A class that was not met before, without cells.
  mutating func addClass(_ key: UInt64) {
    spans[slot(for: key)].start = UInt32(cells.count)
  }

  /// One more cell of the class that was added last.
  mutating func addCell(_ cell: Cell) {
    let slot = spans.count - 1
    cells.append(cell)
    spans[slot].count += 1
    spans[slot].capacity += 1
    spans[slot].cases += cell.cases
  }

  /// - Returns: the place of the new cell.
  private mutating func append(_ subject: UInt16, to slot: Int) -> Int {
    var span = spans[slot]
    if span.count == span.capacity {
      let start = cells.count
      precondition(start <= Int(UInt32.max) - 2 * Int(span.capacity), "too many cells")
      let room = max(1, min(2 * Int(span.capacity), Int(UInt16.max)))
      for place in span.range { cells.append(cells[place]) }
      for _ in Int(span.count)..<room { cells.append(Cell()) }
      span.start = UInt32(start)
      span.capacity = UInt16(room)
    }
    let place = span.range.upperBound
    cells[place] = Cell(subject: subject, cases: 1)
    span.count += 1
    spans[slot] = span
    return place
  }

  private mutating func slot(for key: UInt64) -> Int {
    if let known = context(of: key) { return known }
    keys.append(key)
    spans.append(Span())
    if 2 * keys.count > index.count {
      rebuildIndex()
    } else {
      place(keys.count - 1)
    }
    return keys.count - 1
  }

  private mutating func rebuildIndex() {
    index = [UInt32](repeating: 0, count: 2 * index.count)
    for slot in keys.indices { place(slot) }
  }

  private mutating func place(_ slot: Int) {
    let mask = index.count - 1
    var place = Self.home(of: keys[slot]) & mask
    while index[place] != 0 { place = (place + 1) & mask }
    index[place] = UInt32(slot + 1)
  }

  @inline(__always)
  private static func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: Fold.multiply(key ^ Fold.keys.0, Fold.keys.1) >> 16)
  }
}
