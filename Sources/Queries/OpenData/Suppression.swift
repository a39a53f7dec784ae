/// Which cells of a table are withheld so that small counts stay unknown although all totals of
/// rows and columns are published.
///
/// A cell of 1…4 is withheld together with three others that make a rectangle with it: one of its
/// row and one of its column, each at least the threshold, and the one across. Moving t from the
/// first two to the small cell and the one across changes no total, for every t up to the
/// threshold. So whoever knows everything that is published cannot tell the small cell from one
/// that is t larger, whatever else is withheld: withholding more only leaves more open. See
/// Cox, Journal of the American Statistical Association 75, 1980, on complementary suppression.
package struct Suppression {
  package let threshold: Int

  package init(threshold: Int) { self.threshold = threshold }

  /// Withheld cells; nil where a small cell or total cannot be protected.
  ///
  /// O(small cells × rows × columns).
  package func hidden(_ table: CountTable) -> [[Bool]]? {
    guard !(table.rowTotals + table.columnTotals).contains(where: isSmall) else { return nil }
    var hidden = table.cells.map { $0.map { _ in false } }
    for row in table.cells.indices {
      for column in table.columns.indices where isSmall(table.cells[row][column]) {
        guard let (other, across) = rectangle(table.cells, row, column, hidden) else { return nil }
        for (r, c) in [(row, column), (row, across), (other, column), (other, across)] {
          hidden[r][c] = true
        }
      }
    }
    return hidden
  }

  private func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }

  /// The other row and column of the rectangle that withholds least.
  private func rectangle(
    _ cells: [[Int]], _ row: Int, _ column: Int, _ hidden: [[Bool]]
  ) -> (row: Int, column: Int)? {
    var best: (cost: Int, row: Int, column: Int)?
    let across = cells[row].indices.filter { $0 != column && cells[row][$0] >= threshold }
    for other in cells.indices where other != row && cells[other][column] >= threshold {
      for place in across {
        let corners = [(row, place), (other, column), (other, place)]
        let cost = corners.reduce(0) {
          $0 + (hidden[$1.0][$1.1] ? 0 : cells[$1.0][$1.1] + 1)
        }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, other, place) }
      }
    }
    return best.map { ($0.row, $0.column) }
  }
}
