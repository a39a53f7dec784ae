import CivicTime
import Foundation
import Queries
import ResultFiles
import Testing

/// What is withheld cannot be found out: here someone tries.
@Suite struct SuppressionTests {
  private func outcome(_ cells: [[Int]], seed: UInt64 = 1) -> Suppression.Outcome {
    Suppression(threshold: 5, seed: seed).outcome(table(cells))
  }

  private func table(_ cells: [[Int]]) -> CountTable {
    CountTable(
      rows: cells.indices.map { "r\($0)" }, columns: cells[0].indices.map { "c\($0)" },
      cells: cells)
  }

  @Test("A small cell takes a rectangle with it, any that leaves room both ways")
  func rectangle() throws {
    var seen: Set<[[Bool]]> = []
    for seed in UInt64(0)..<40 {
      guard
        case .withheld(let hidden) = outcome([[3, 9, 50], [8, 7, 60], [40, 4, 80]], seed: seed)
      else { continue }
      #expect(hidden[0][0] && hidden[2][1])
      seen.insert(hidden)
    }
    #expect(seen.count > 1)
    // The one across has only one to give: it would tell a 3 from a 1.
    #expect(outcome([[3, 9], [8, 6]]) == .unprotected(rows: [0]))
    #expect(outcome([[3, 9], [8, 7]]) == .withheld([[true, true], [true, true]]))
  }

  @Test("Nothing small, nothing withheld; a zero is no secret")
  func nothing() throws {
    #expect(outcome([[0, 5], [6, 0]]) == .withheld([[false, false], [false, false]]))
  }

  @Test(
    "What cannot be protected is refused: a small total, or no partner large enough",
    arguments: [
      [[1, 2], [50, 60]], [[3, 9], [0, 30]], [[3, 4, 4], [8, 8, 8]], [[3, 20]],
      [[1, 7], [30, 40]],
    ])
  func refused(cells: [[Int]]) {
    guard case .unprotected(let rows) = outcome(cells) else {
      return #expect(outcome(cells) == .smallColumn)
    }
    #expect(rows == [0])
  }

  @Test("On random tables a small cell may, for all that is published, be nothing or far more")
  func random() throws {
    var random = SplitMix(state: 11)
    var protected = 0
    for seed in UInt64(0)..<600 {
      let counts = randomTable(&random, rows: 2 + random.next(6), columns: 2 + random.next(5))
      guard case .withheld(let hidden) = outcome(counts.cells, seed: seed) else { continue }
      protected += 1
      for (row, column) in small(counts) {
        #expect(hidden[row][column])
        let attack = Attack(counts, hidden)
        #expect(
          attack.most(row, column) >= counts.cells[row][column] + 5,
          "\(counts.cells) \(row) \(column)")
        #expect(attack.least(row, column) == 0, "\(counts.cells) \(row) \(column)")
      }
    }
    #expect(protected > 100)
  }

  @Test("One who repeats the rule on every table that fits still finds all of 1 to 4 possible")
  func ruleTried() throws {
    var random = SplitMix(state: 29)
    var tried = 0
    for seed in UInt64(0)..<400 where tried < 40 {
      let counts = randomTable(&random, rows: 3, columns: 3)
      guard !small(counts).isEmpty,
        case .withheld(let hidden) = outcome(counts.cells, seed: seed),
        hidden.reduce(0, { $0 + $1.count { $0 } }) <= 7
      else { continue }
      tried += 1
      var missing = Set(
        small(counts).flatMap { place in (1...4).map { [place.row, place.column, $0] } })
      for cells in Fitting.tables(counts, hidden) where !missing.isEmpty {
        let told = missing.filter { cells[$0[0]][$0[1]] == $0[2] }
        guard !told.isEmpty else { continue }
        let isPossible = (UInt64(0)..<150).contains {
          outcome(cells, seed: $0 &* 7_919) == .withheld(hidden)
        }
        if isPossible { missing.subtract(told) }
      }
      #expect(missing.isEmpty, "\(counts.cells): excluded \(missing)")
    }
    #expect(tried > 20)
  }

  private func randomTable(_ random: inout SplitMix, rows: Int, columns: Int) -> CountTable {
    let scale = 2 + random.next(40)
    return table((0..<rows).map { _ in (0..<columns).map { _ in random.next(scale) } })
  }

  private func small(_ counts: CountTable) -> [(row: Int, column: Int)] {
    counts.rows.indices.flatMap { row in
      counts.columns.indices.filter { (1...4).contains(counts.cells[row][$0]) }.map { (row, $0) }
    }
  }

  @Test("The attack finds out what is withheld without complements")
  func attackWorks() {
    let counts = table([[3, 9, 50], [8, 7, 60], [40, 70, 80]])
    var hidden = counts.cells.map { $0.map { _ in false } }
    hidden[0][0] = true
    #expect(Attack(counts, hidden).most(0, 0) == 3)
    // Two in one row protect neither: their columns tell.
    hidden[0][1] = true
    #expect(Attack(counts, hidden).most(0, 0) == 3)
  }

  @Test("Open data: no key of a person, no time finer than a day, totals that agree")
  func export() throws {
    let data = try DenseJournal.make().ask { try OpenData($0) }
    #expect(Set(data.files.map(\.name)).isSuperset(of: ["README.md", "data-dictionary.csv"]))
    let tables = data.files.filter { $0.name.hasSuffix(".csv") && $0.name != "data-dictionary.csv" }
    #expect(tables.count == 5, "\(tables.map(\.name))")
    for (name, text) in tables {
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(lines[0].count == 4 && ["day", "month"].contains(lines[0][0]), "\(name)")
      for line in lines.dropFirst() where line[3] == "no" {
        let count = try #require(Int(line[2]), "\(name) \(line)")
        #expect(count == 0 || count >= 5, "\(name) \(line)")
      }
      for line in lines.dropFirst() where line[3] == "yes" { #expect(line[2].isEmpty) }
      for word in ["citizen", "reference", "staff", "text_key", ":"] {
        #expect(!text.contains(word), "\(name) holds \(word)")
      }
      #expect(data.files.contains { $0.name == "data-dictionary.csv" && $0.text.contains(name) })
    }
    #expect(tables.contains { $0.text.contains(",yes") })
  }

  @Test("A day that cannot be protected joins its smaller neighbour of the same month")
  func joining() throws {
    let days = ["2018-10-30", "2018-10-31", "2018-11-01", "2018-11-02", "2018-11-03"]
    let counts = CountTable(
      rows: days, columns: ["a", "b"], cells: [[9, 9], [1, 0], [5, 5], [2, 0], [1, 8]])
    let joined = try #require(counts.joining([1, 3]))
    #expect(joined.rows == ["2018-10-30/2018-10-31", "2018-11-01", "2018-11-02/2018-11-03"])
    #expect(joined.cells == [[10, 9], [5, 5], [3, 8]])
    let again = try #require(joined.joining([1]))
    #expect(again.rows == ["2018-10-30/2018-10-31", "2018-11-01/2018-11-03"])
    #expect(again.columnTotals == counts.columnTotals)
    #expect(again.joining([0]) == nil)
  }

  @Test("One weak day leaves the others days, and names, titles and labels say what was used")
  func weakDay() throws {
    let journal = DenseJournal.make { $0 == 20 ? 2 : nil }
    let files = try journal.ask { try OpenData($0).files }
    let daily = try #require(files.first { $0.name == "appeals-by-day-and-street.csv" }).text
    let labels = Set(daily.split(separator: "\n").compactMap { $0.split(separator: ",").first })
    #expect(labels.contains { $0.contains("2018-10-21") && $0.contains("/") })
    #expect(labels.count > 45)
    let readme = try #require(files.first { $0.name == "README.md" }).text
    #expect(readme.contains("by day and street (some days put together with the next)"))
    // Hardly a day with five appeals: months, and they are called so.
    let sparse = DenseJournal.make { $0 % 2 == 0 ? 3 : 9 }
    let months = try sparse.ask { try OpenData($0).files }
    #expect(months.contains { $0.name == "appeals-by-month-and-street.csv" })
    #expect(!months.contains { $0.name.contains("by-day") })
    let text = try #require(months.first { $0.name == "README.md" }).text
    #expect(text.contains("Appeals by month and street") && !text.contains("by day"))
  }

  @Test("The same journal is published the same way every time")
  func same() throws {
    let texts = try (0..<2).map { _ in
      try DenseJournal.make().ask { try OpenData($0).files.map(\.text) }
    }
    #expect(texts[0] == texts[1])
  }

  @Test("Small columns are put together, always into one")
  func merging() throws {
    let counts = table([[3, 1, 1, 40], [4, 0, 2, 50]])
    let merged = try #require(counts.mergingSmallColumns(below: 5, as: "rest"))
    #expect(merged.columns == ["c3", "rest"])
    #expect(merged.cells == [[40, 5], [50, 6]] && merged.columnTotals == [90, 11])
    let more = try #require(
      table([[9, 3, 1, 40], [9, 4, 0, 50]]).mergingSmallColumns(below: 5, as: "rest"))
    #expect(more.columns == ["c0", "c3", "rest"] && more.columnTotals == [18, 90, 8])
    #expect(table([[1, 2]]).mergingSmallColumns(below: 5, as: "rest") == nil)
    let once = try #require(table([[9, 8, 7, 6]]).mergingSmallest(as: "rest"))
    #expect(once.columns == ["c0", "c1", "rest"] && once.cells == [[9, 8, 13]])
    let twice = try #require(once.mergingSmallest(as: "rest"))
    #expect(twice.columns == ["c0", "rest"] && twice.cells == [[9, 21]])
    #expect(twice.mergingSmallest(as: "rest") == nil)
  }

  @Test("A table that cannot be protected is coarsened, or left out and said so")
  func tiny() throws {
    let data = try RichJournal.make().ask { try OpenData($0) }
    let readme = try #require(data.files.first { $0.name == "README.md" }?.text)
    #expect(readme.contains("Not published"))
    for file in data.files { #expect(!file.text.contains("2018-10-01,"), "\(file.name)") }
  }
}

/// Knows all that is published, and looks for the largest value a withheld cell may have.
///
/// With the totals known, the withheld cells are a flow between rows and columns: a cell can grow
/// by as much as can be sent along alternating withheld cells, taking from one and giving to the
/// next. Exact, by augmenting one unit at a time.
struct Attack {
  private var cells: [[Int]]
  private let hidden: [[Bool]]

  init(_ table: CountTable, _ hidden: [[Bool]]) {
    cells = table.cells
    self.hidden = hidden
  }

  /// At most 40 more than it is.
  func most(_ row: Int, _ column: Int) -> Int {
    var attack = self
    let start = cells[row][column]
    while attack.cells[row][column] < start + 40, attack.grow(row, column) {}
    return attack.cells[row][column]
  }

  /// The smallest value the cell may have.
  func least(_ row: Int, _ column: Int) -> Int {
    var attack = self
    while attack.cells[row][column] > 0, attack.shrink(row, column) {}
    return attack.cells[row][column]
  }

  /// One less in the cell: one more in another of its row, and so on back to it.
  private mutating func shrink(_ row: Int, _ column: Int) -> Bool {
    for place in cells[row].indices where place != column && hidden[row][place] {
      var attack = self
      attack.cells[row][column] -= 1
      attack.cells[row][place] += 1
      // One too many in the column `place`, one too few in `column`.
      if attack.shift(from: place, to: column, keeping: row) {
        self = attack
        return true
      }
    }
    return false
  }

  /// Moves one from column to column by the other rows, through as many as it takes.
  private mutating func shift(from: Int, to: Int, keeping row: Int) -> Bool {
    var origin: [Int: (column: Int, row: Int)] = [:]
    var queue = [from]
    while let column = queue.popLast(), column != to {
      for other in cells.indices
      where other != row && hidden[other][column] && cells[other][column] > 0 {
        for next in cells[other].indices
        where hidden[other][next] && next != from && origin[next] == nil {
          origin[next] = (column, other)
          queue.append(next)
        }
      }
    }
    guard origin[to] != nil else { return false }
    var column = to
    while column != from, let step = origin[column] {
      cells[step.row][step.column] -= 1
      cells[step.row][column] += 1
      column = step.column
    }
    return true
  }

  /// One more in the cell, with all totals as they are; false where that is impossible.
  private mutating func grow(_ row: Int, _ column: Int) -> Bool {
    var seen: Set<Int> = [row]
    guard let path = path(from: row, to: column, avoiding: (row, column), &seen) else {
      return false
    }
    cells[row][column] += 1
    for (index, step) in path.enumerated() {
      cells[step.row][step.column] += index % 2 == 0 ? -1 : 1
    }
    return true
  }

  /// Cells in turn to take from and to give to, from a row that has one too many to a column that
  /// has one too many.
  private func path(
    from row: Int, to target: Int, avoiding own: (Int, Int), _ seen: inout Set<Int>
  ) -> [(row: Int, column: Int)]? {
    for column in cells[row].indices
    where hidden[row][column] && cells[row][column] > 0 && (row, column) != own {
      if column == target { return [(row, column)] }
      for next in cells.indices
      where hidden[next][column] && (next, column) != own && seen.insert(next).inserted {
        if let rest = path(from: next, to: target, avoiding: own, &seen) {
          return [(row, column), (next, column)] + rest
        }
      }
    }
    return nil
  }
}

/// All tables with the published totals and cells.
enum Fitting {
  static func tables(_ counts: CountTable, _ hidden: [[Bool]]) -> [[[Int]]] {
    var (cells, found) = (counts.cells, [[[Int]]]())
    let places = hidden.indices.flatMap { row in
      hidden[row].indices.filter { hidden[row][$0] }.map { (row: row, column: $0) }
    }
    var (rows, columns) = (counts.rows.map { _ in 0 }, counts.columns.map { _ in 0 })
    for (row, column) in places {
      rows[row] += cells[row][column]
      columns[column] += cells[row][column]
    }
    func fill(_ index: Int) {
      guard index < places.count else {
        if (rows + columns).allSatisfy({ $0 == 0 }) { found.append(cells) }
        return
      }
      let (row, column) = places[index]
      let isLast = !places[(index + 1)...].contains { $0.row == row }
      let most = min(rows[row], columns[column])
      guard !isLast || rows[row] <= most else { return }
      for value in (isLast ? rows[row] : 0)...most {
        cells[row][column] = value
        rows[row] -= value
        columns[column] -= value
        fill(index + 1)
        rows[row] += value
        columns[column] += value
      }
    }
    fill(0)
    return found
  }
}

/// A small generator with a fixed sequence (SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}

/// Some thousand appeals over the two months.
enum DenseJournal {
  /// - Parameter appeals: of a day of the window, where not as many as by chance.
  static func make(_ appeals: (Int) -> Int? = { _ in nil }) -> TinyJournal {
    let journal = TinyJournal()
    var random = SplitMix(state: 5)
    var number: Int64 = 0
    let natures = ["complaint", "complaint", "complaint", "enquiry", "suggestion"]
    for day in 0..<61 {
      let date = CivilDate(daysSince1970: Int32(TinyJournal.instant("10-01 12:00") / 86_400_000))
        .advanced(by: day)
      let text = String(date.description.dropFirst(5))
      let usual = 20 + random.next(30)
      for _ in 0..<(appeals(day) ?? usual) {
        number += 1
        let hour = 8 + random.next(4)
        journal.submit(
          number, "\(text) \(hour):00", channel: Int64(random.next(5) / 4),
          leaf: Int64(random.next(9) / 4), natures[random.next(5)],
          community: Int64(random.next(9) / 4), due: "\(text) 18:00")
        journal.close(number, "\(text) \(random.next(10) == 0 ? 19 : 17):00")
      }
    }
    return journal
  }
}
