import CivicTime
import GRDB
import ResultFiles

/// Counts for everybody: nothing personal, no time finer than a day, no count below five, and none
/// to be found out from the totals.
public struct OpenData {
  /// Counts from 1 up to one less are withheld.
  public static let threshold = 5

  /// CSVs, README.md and data-dictionary.csv.
  public let files: [(name: String, text: String)]

  /// - Throws: `QueryError`; the error of the database.
  public init(_ workspace: Workspace) throws {
    let options = QueryOptions()
    let window = try workspace.window(options)
    guard let days = workspace.wholeDays(of: window) else {
      throw QueryError.badOption("--in", detail: "the journal holds no whole day")
    }
    let maker = OpenDataMaker(workspace: workspace, days: days, secret: try workspace.secret())
    var tables: [OpenDataTable] = []
    var left: [BilingualText] = []
    for plan in OpenDataPlan.all {
      if let table = try maker.table(plan) {
        tables.append(table)
      } else {
        left.append(plan.title(plan.periods[plan.periods.count - 1]))
      }
    }
    let notes = OpenDataNotes(arm: workspace.arm, days: days, tables: tables, left: left)
    files =
      tables.map { ($0.file, $0.csv) }
      + [("README.md", notes.readme), ("data-dictionary.csv", notes.dictionary)]
  }
}

/// A table with what is withheld of it.
struct OpenDataTable {
  var plan: OpenDataPlan
  var period: Dimension
  var counts: CountTable
  var hidden: [[Bool]]
  /// Whether some of its rows are several periods.
  var isJoined: Bool { counts.rows.contains { $0.contains("/") } }

  var file: String { plan.name(period) + ".csv" }
  var title: BilingualText { plan.title(period, isJoined: isJoined) }
  var keys: [String] { [period.rawValue, plan.by.rawValue] }
  var withheld: Int { hidden.reduce(0) { $0 + $1.count { $0 } } }

  /// One line a cell; `*` is the total of a row or column. A withheld count is left blank.
  var csv: String {
    var lines = [keys + [plan.measure.rawValue, "suppressed"]]
    let totals = counts.rowTotals
    for (row, name) in counts.rows.enumerated() {
      for (column, other) in counts.columns.enumerated() {
        let isHidden = hidden[row][column]
        lines.append([
          name, other, isHidden ? "" : String(counts.cells[row][column]), isHidden ? "yes" : "no",
        ])
      }
      lines.append([name, "*", String(totals[row]), "no"])
    }
    for (column, name) in counts.columns.enumerated() {
      lines.append(["*", name, String(counts.columnTotals[column]), "no"])
    }
    lines.append(["*", "*", String(totals.reduce(0, +)), "no"])
    return lines.map { $0.map(CSV.quoted).joined(separator: ",") + "\n" }.joined()
  }
}

/// Counts the cells of a plan, at the finest period at which it can be protected.
struct OpenDataMaker {
  let workspace: Workspace
  let days: ClosedRange<CivilDate>
  let secret: UInt64

  func table(_ plan: OpenDataPlan) throws -> OpenDataTable? {
    let other = workspace.language == .chinese ? "其他(合并)" : "other (merged)"
    for period in plan.periods {
      var counts = try counts(plan, period).mergingSmallColumns(
        below: OpenData.threshold, as: other)
      while let tried = counts, !tried.columns.isEmpty {
        if let table = protected(plan, period, tried) { return table }
        // Fewer columns only where no coarser period is left.
        counts = period == plan.periods.last ? tried.mergingSmallest(as: other) : nil
      }
    }
    return nil
  }

  /// Days that cannot be protected are joined with their neighbours, while at least half as many
  /// rows are left as there are days. Months are not: other tables publish their totals.
  private func protected(
    _ plan: OpenDataPlan, _ period: Dimension, _ whole: CountTable
  ) -> OpenDataTable? {
    let seed = plan.name(period).utf8.reduce(secret) { SecretRandom.mixed($0 &+ UInt64($1)) }
    let rule = Suppression(threshold: OpenData.threshold, seed: seed)
    var counts = whole
    while true {
      switch rule.outcome(counts) {
      case .withheld(let hidden):
        return OpenDataTable(plan: plan, period: period, counts: counts, hidden: hidden)
      case .unprotected(let rows):
        guard period == .day, let joined = counts.joining(rows),
          2 * joined.rows.count >= whole.rows.count
        else { return nil }
        counts = joined
      case .smallColumn: return nil
      }
    }
  }

  private func counts(_ plan: OpenDataPlan, _ period: Dimension) throws -> CountTable {
    let query = Query(
      plan.name(period), .time, plan.title(period).zh, plan.title(period).en,
      by: [period, plan.by], [plan.measure])
    let answer = try workspace.run(
      query, QueryOptions(from: days.lowerBound, to: days.upperBound))
    let rows = periods(period)
    let unknown = workspace.language == .chinese ? "不详" : "unknown"
    var columns: [String] = []
    var places: [String: Int] = [:]
    var cells: [String: [Int: Int]] = [:]
    for row in answer.rows {
      let text = row[1].text ?? ""
      let name = text.isEmpty ? unknown : text
      if places[name] == nil {
        places[name] = columns.count
        columns.append(name)
      }
      cells[row[0].text ?? "", default: [:]][places[name] ?? 0, default: 0] +=
        Int(row[2].value ?? 0)
    }
    return CountTable(
      rows: rows, columns: columns,
      cells: rows.map { row in columns.indices.map { cells[row]?[$0] ?? 0 } })
  }

  private func periods(_ period: Dimension) -> [String] {
    var seen: Set<String> = []
    return days.map { period == .day ? $0.description : $0.monthText }
      .filter { seen.insert($0).inserted }
  }
}

extension Workspace {
  /// Follows from the instants of every single appeal, which no count tells. The same journal gives
  /// the same tables every time: drawn anew, what is withheld each time would show the small ones.
  func secret() throws -> UInt64 {
    var word: UInt64 = 0
    let rows = try Row.fetchCursor(
      db, sql: "SELECT submitted, due, limit_length FROM temp.fact ORDER BY appeal")
    while let row = try rows.next() {
      for column in 0..<3 {
        word = SecretRandom.mixed(word &* 31 &+ UInt64(bitPattern: row[column] as Int64))
      }
    }
    return word
  }
}
