/// Which cells of a table are withheld so that small counts stay unknown although all totals of
/// rows and columns are published, and this rule as well.
///
/// A cell v of 1…4 is withheld together with three others that make a rectangle with it: one of its
/// row, one of its column, and the one across. Moving s from the first two to the small cell and to
/// the one across changes no total; see Cox, Journal of the American Statistical Association 75,
/// 1980, on complementary suppression. A rectangle is allowed if its three other cells stay at the
/// threshold or above whatever 1…4 the small cells of all rectangles were instead of what they are:
/// each has a reserve over the threshold, and pays from it 4 − v for every rectangle that takes
/// from it and v − 1 for every one that gives to it. What is left of a reserve is the same in all
/// those tables, so the rule may withhold the same cells in each of them.
///
/// Were the choice among the allowed rectangles fixed, one who repeats it on those tables could
/// drop the ones in which another comes out. So it is drawn, with a weight above zero for each
/// allowed one, from a seed that nobody can know who does not know all single appeals.
package struct Suppression {
  package let threshold: Int
  private let seed: UInt64

  package init(threshold: Int, seed: UInt64) {
    self.threshold = threshold
    self.seed = seed
  }

  /// What came of it.
  package enum Outcome: Equatable {
    case withheld([[Bool]])
    /// Rows with a small total, or with a small cell that has no rectangle.
    case unprotected(rows: Set<Int>)
    /// Columns with a small total; more rows do not help.
    case smallColumn
  }

  private static let attempts: UInt64 = 4

  /// O(small cells × rows × columns).
  package func outcome(_ table: CountTable) -> Outcome {
    guard !table.columnTotals.contains(where: isSmall) else { return .smallColumn }
    let poor = table.rowTotals.indices.filter { isSmall(table.rowTotals[$0]) }
    guard poor.isEmpty else { return .unprotected(rows: Set(poor)) }
    var fewest: Set<Int>?
    for attempt in 0..<Self.attempts {
      var draft = Draft(table, threshold: threshold, seed: seed &+ attempt)
      let failed = draft.protect()
      guard !failed.isEmpty else { return .withheld(draft.hidden) }
      if failed.count < fewest?.count ?? .max { fewest = failed }
    }
    return .unprotected(rows: fewest ?? [])
  }

  private func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }
}

/// A choice of rectangles in the making.
private struct Draft {
  private let cells: [[Int]]
  private let threshold: Int
  private(set) var hidden: [[Bool]]
  /// How much a cell has above the threshold in the worst of all tables that may be.
  private var reserve: [[Int]]
  private var random: SecretRandom

  init(_ table: CountTable, threshold: Int, seed: UInt64) {
    cells = table.cells
    self.threshold = threshold
    hidden = cells.map { $0.map { _ in false } }
    reserve = cells.map { $0.map { $0 - threshold } }
    random = SecretRandom(state: seed)
  }

  /// Rows of small cells that got no rectangle.
  mutating func protect() -> Set<Int> {
    var small: [(row: Int, column: Int)] = []
    for row in cells.indices {
      for column in cells[row].indices where (1..<threshold).contains(cells[row][column]) {
        small.append((row, column))
      }
    }
    for index in small.indices.reversed() { small.swapAt(index, random.next(index + 1)) }
    var failed: Set<Int> = []
    for (row, column) in small where !take(row, column) { failed.insert(row) }
    return failed
  }

  private mutating func take(_ row: Int, _ column: Int) -> Bool {
    let value = cells[row][column]
    let (taken, given) = (threshold - 1 - value, value - 1)
    let places = cells[row].indices.filter { $0 != column && reserve[row][$0] >= taken }
    var chosen: (row: Int, column: Int)?
    var total = 0
    for other in cells.indices where other != row && reserve[other][column] >= taken {
      for place in places where reserve[other][place] >= given {
        let weight = weight([(row, place), (other, column), (other, place)])
        total += weight
        if random.next(total) < weight { chosen = (other, place) }
      }
    }
    guard let chosen else { return false }
    reserve[row][chosen.column] -= taken
    reserve[chosen.row][column] -= taken
    reserve[chosen.row][chosen.column] -= given
    for r in [row, chosen.row] { for c in [column, chosen.column] { hidden[r][c] = true } }
    return true
  }

  /// Rectangles that withhold little more are likelier, and none is excluded.
  private func weight(_ corners: [(Int, Int)]) -> Int {
    corners.reduce(1) { $0 * (hidden[$1.0][$1.1] ? 16 : 1) }
  }
}

/// A sequence that follows from its seed (SplitMix64: Steele, Lea, Flood, OOPSLA 2014).
struct SecretRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// 0 ..< bound, which is small against 2^64.
  mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
