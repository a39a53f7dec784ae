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

  private func merging(_ merged: Set<Int>, as name: String) -> CountTable {
    let kept = columns.indices.filter { !merged.contains($0) }
    return CountTable(
      rows: rows, columns: kept.map { columns[$0] } + [name],
      cells: cells.map { row in
        kept.map { row[$0] } + [merged.reduce(0) { $0 + row[$1] }]
      })
  }
}
