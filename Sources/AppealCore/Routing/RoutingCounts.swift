/// How many cases of each context went to each unit or role: append-only tables and an index.
///
/// Contexts and cells stand in the order in which they were first met, and the index is found by a
/// fixed hash, so the same history gives the same words in every process. Memory: 16 bytes a
/// context, 12 a cell, and the index.
struct RoutingCounts {
  struct Cell: BitwiseCopyable {
    /// A unit or a role, as the context counts.
    var subject: UInt16
    var cases: UInt32
    /// One past the index of the next cell of the context; 0 ends.
    var next: UInt32
  }

  let roles: [UInt16]
  private(set) var unitCases: [UInt32]
  private(set) var roleCases: [UInt32]
  /// Units of each role.
  let roleSizes: [UInt32]
  private(set) var cases: UInt64 = 0

  private(set) var keys: [UInt64] = []
  private(set) var heads: [UInt32] = []
  private(set) var totals: [UInt32] = []
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
    totals[slot] += 1
    var cell = Int(heads[slot]) - 1
    while cell >= 0 {
      if cells[cell].subject == subject {
        cells[cell].cases += 1
        return
      }
      cell = Int(cells[cell].next) - 1
    }
    cells.append(Cell(subject: subject, cases: 1, next: heads[slot]))
    heads[slot] = UInt32(cells.count)
  }

  private mutating func slot(for key: UInt64) -> Int {
    if let known = context(of: key) { return known }
    keys.append(key)
    heads.append(0)
    totals.append(0)
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
