/// Counts by row and column; every row and column of the table is there, also where it is empty.
package struct CountTable: Equatable {
  package var rows: [String]
  package var columns: [String]
  package var cells: [[Int]]

  package init(rows: [String], columns: [String], cells: [[Int]]) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }

  package var rowTotals: [Int] { cells.map { $0.reduce(0, +) } }
  package var columnTotals: [Int] {
    columns.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
  }

  /// The columns whose totals are small are put together, with the next larger ones if need be, so
  /// that no total is small. Nil where nothing is large enough.
  package func mergingSmallColumns(below threshold: Int, as name: String) -> CountTable? {
    let totals = columnTotals
    guard totals.contains(where: { 0 < $0 && $0 < threshold }) else { return self }
    let order = columns.indices.filter { totals[$0] > 0 }
      .sorted { (totals[$0], $0) < (totals[$1], $1) }
    var merged: Set<Int> = []
    var sum = 0
    for column in order where totals[column] < threshold || sum < threshold {
      merged.insert(column)
      sum += totals[column]
    }
    guard sum >= threshold else { return nil }
    return merging(merged, as: name)
  }

  /// One column less: the smallest joins the merged one, or the next smallest where there is none.
  /// Nil where only two are left.
  package func mergingSmallest(as name: String) -> CountTable? {
    guard columns.count > 2 else { return nil }
    let totals = columnTotals
    let isMerged = { (column: Int) in columns[column] == name }
    let order = columns.indices.sorted {
      (isMerged($0) ? 0 : 1, totals[$0], $0) < (isMerged($1) ? 0 : 1, totals[$1], $1)
    }
    return merging(Set(order.prefix(2)), as: name)
  }

  /// Rows that cannot be protected are each put together with a neighbour of the same month, the one
  /// with the smaller total. Nil where a month has no other row.
  package func joining(_ weak: Set<Int>) -> CountTable? {
    var (groups, totals) = (rows.indices.map { [$0] }, rowTotals)
    let month = { (group: [Int]) in rows[group[0]].prefix(7) }
    for row in weak.sorted() {
      guard let place = groups.firstIndex(where: { $0.contains(row) }) else { continue }
      // Joined already by its neighbour.
      guard groups[place].count == 1 else { continue }
      let beside = [place - 1, place + 1].filter {
        groups.indices.contains($0) && month(groups[$0]) == month(groups[place])
      }
      guard let other = beside.min(by: { totals[$0] < totals[$1] }) else { return nil }
      let (low, high) = (min(place, other), max(place, other))
      groups[low] += groups.remove(at: high)
      totals[low] += totals.remove(at: high)
    }
    return CountTable(
      rows: groups.map { Self.span(rows[$0[0]], rows[$0[$0.count - 1]]) }, columns: columns,
      cells: groups.map { group in
        columns.indices.map { column in group.reduce(0) { $0 + cells[$1][column] } }
      })
  }

  /// `2018-01-03/2018-01-05`, as ISO 8601 writes an interval.
  private static func span(_ first: String, _ last: String) -> String {
    guard first != last else { return first }
    let (from, to) = (first.split(separator: "/"), last.split(separator: "/"))
    return "\(from[0])/\(to[to.count - 1])"
  }

  private func merging(_ merged: Set<Int>, as name: String) -> CountTable {
    let kept = columns.indices.filter { !merged.contains($0) }
    return CountTable(
      rows: rows, columns: kept.map { columns[$0] } + [name],
      cells: cells.map { row in
        kept.map { row[$0] } + [merged.reduce(0) { $0 + row[$1] }]
      })
  }
}
