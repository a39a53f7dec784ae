import CivicTime
import Foundation
import Queries
import ResultFiles
import Testing

/// What is withheld cannot be found out: here someone tries.
@Suite struct SuppressionTests {
  private let suppression = Suppression(threshold: 5)

  private func table(_ cells: [[Int]]) -> CountTable {
    CountTable(
      rows: cells.indices.map { "r\($0)" }, columns: cells[0].indices.map { "c\($0)" },
      cells: cells)
  }

  @Test("A small cell takes a rectangle with it, the one that withholds least")
  func rectangle() throws {
    let hidden = try #require(
      suppression.hidden(table([[3, 9, 50], [8, 7, 60], [40, 70, 80]])))
    #expect(hidden == [[true, true, false], [true, true, false], [false, false, false]])
  }

  @Test("Nothing small, nothing withheld; a zero is no secret")
  func nothing() throws {
    let hidden = try #require(suppression.hidden(table([[0, 5], [6, 0]])))
    #expect(hidden.allSatisfy { !$0.contains(true) })
  }

  @Test(
    "What cannot be protected is refused: a small total, or no partner large enough",
    arguments: [
      [[1, 2], [50, 60]], [[3, 9], [0, 30]], [[3, 4, 4], [8, 8, 8]], [[3, 20]],
    ])
  func refused(cells: [[Int]]) { #expect(suppression.hidden(table(cells)) == nil) }

  @Test("On random tables every small cell may, for all that is published, be five or more larger")
  func random() throws {
    var random = SplitMix(state: 11)
    var protected = 0
    for _ in 0..<400 {
      let (rows, columns) = (2 + random.next(6), 2 + random.next(5))
      let scale = 2 + random.next(40)
      let counts = table(
        (0..<rows).map { _ in (0..<columns).map { _ in random.next(scale) } })
      guard let hidden = suppression.hidden(counts) else { continue }
      protected += 1
      for row in 0..<rows {
        for column in 0..<columns where (1...4).contains(counts.cells[row][column]) {
          #expect(hidden[row][column])
          let most = Attack(counts, hidden).most(row, column)
          #expect(most >= counts.cells[row][column] + 5, "\(counts.cells) \(row) \(column)")
        }
      }
    }
    #expect(protected > 100)
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
  static func make() -> TinyJournal {
    let journal = TinyJournal()
    var random = SplitMix(state: 5)
    var number: Int64 = 0
    let natures = ["complaint", "complaint", "complaint", "enquiry", "suggestion"]
    for day in 0..<61 {
      let date = CivilDate(daysSince1970: Int32(TinyJournal.instant("10-01 12:00") / 86_400_000))
        .advanced(by: day)
      let text = String(date.description.dropFirst(5))
      for _ in 0..<20 + random.next(30) {
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
