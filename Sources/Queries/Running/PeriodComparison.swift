import CivicTime
import GRDB
import ResultFiles

/// The last whole week or month of a window beside the one before it.
struct PeriodComparison {
  let workspace: Workspace
  let query: Query
  let options: QueryOptions

  func table(_ period: Query.Period, in window: Range<Int64>) throws -> QueryTable {
    guard let (before, now) = pair(period, window) else {
      return QueryTable(
        id: query.id, meaning: query.meaning, arm: workspace.arm.name, columns: columns, rows: [],
        period: Self.tooShort)
    }
    let rows = try merged(
      try workspace.groups(unlimited, before, options, limit: nil),
      try workspace.groups(unlimited, now, options, limit: nil))
    let (was, has) = (workspace.text(of: before), workspace.text(of: now))
    return QueryTable(
      id: query.id, meaning: query.meaning, arm: workspace.arm.name, columns: columns,
      rows: rows,
      period: BilingualText(
        zh: "\(has.zh),对比 \(was.zh)", en: "\(has.en) against \(was.en)"))
  }

  private static let tooShort = BilingualText(
    zh: "所选时段不足两个完整周期", en: "the window holds no two whole periods")

  /// All groups are needed before rows can be left out.
  private var unlimited: Query {
    var query = query
    query.least = 0
    return query
  }

  /// The last two whole periods.
  private func pair(
    _ period: Query.Period, _ window: Range<Int64>
  ) -> (before: Range<Int64>, now: Range<Int64>)? {
    let end = CivilDate(day: workspace.clock.reading(window.upperBound).day)
    let start = { (date: CivilDate) in workspace.clock.start(ofDay: Int(date.daysSince1970)) }
    let (last, middle, first) =
      switch period {
      case .week:
        (end.firstOfWeek, end.firstOfWeek.advanced(by: -7), end.firstOfWeek.advanced(by: -14))
      case .month:
        (
          end.firstOfMonth, end.firstOfMonth.advanced(by: -1).firstOfMonth,
          end.firstOfMonth.advanced(by: -1).firstOfMonth.advanced(by: -1).firstOfMonth
        )
      }
    guard start(first) >= window.lowerBound else { return nil }
    return (start(first)..<start(middle), start(middle)..<start(last))
  }

  private var columns: [QueryTable.Column] {
    workspace.keyColumns(query)
      + query.measures.flatMap { measure in
        var before = measure.column()
        before.id += "_before"
        before.title = BilingualText(
          zh: "上期" + before.title.zh, en: before.title.en + ", before")
        let change = QueryTable.Column(
          id: measure.rawValue + "_change",
          title: BilingualText(zh: "增减", en: "Change"), kind: .change(measure.spec.unit),
          hasSize: false)
        return [measure.column(), before, change]
      }
  }

  private func merged(
    _ before: [Workspace.Group], _ now: [Workspace.Group]
  ) throws -> [[QueryTable.Cell]] {
    let old = Dictionary(before.map { ($0.keys, $0) }) { first, _ in first }
    let present = Set(now.map(\.keys))
    let gone = before.filter { !present.contains($0.keys) }
    var lines = now.map { line($0.names, $0, old[$0.keys]) } + gone.map { line($0.names, nil, $0) }
    lines = lines.filter { $0.size >= query.least }
    // A stable order: equal changes stay in the order of the first measure.
    let sorted = lines.enumerated().sorted { left, right in
      (-left.element.change, left.offset) < (-right.element.change, right.offset)
    }
    return sorted.prefix(options.top ?? query.top ?? .max).map(\.element.cells)
  }

  private struct Line {
    var cells: [QueryTable.Cell]
    var change: Double
    /// The larger of both periods.
    var size: Int
  }

  private func line(
    _ names: [QueryTable.Cell], _ now: Workspace.Group?, _ before: Workspace.Group?
  ) -> Line {
    var line = Line(cells: names, change: 0, size: 0)
    for (index, measure) in query.measures.enumerated() {
      let isCount = measure.spec.unit == .count || measure.spec.unit == .points
      let none = QueryTable.Cell(value: isCount ? 0 : nil, size: nil)
      let (new, old) = (now?.cells[index] ?? none, before?.cells[index] ?? none)
      var change = QueryTable.Cell()
      if let value = new.value, let was = old.value { change.value = value - was }
      line.cells += [new, old, change]
      guard index == 0 else { continue }
      line.change = change.value ?? 0
      line.size = max(Self.size(new), Self.size(old))
    }
    return line
  }

  private static func size(_ cell: QueryTable.Cell) -> Int {
    cell.size ?? cell.value.map { Int($0) } ?? 0
  }
}
