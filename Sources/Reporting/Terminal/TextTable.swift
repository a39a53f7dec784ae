/// A table of aligned text: the first columns to the left, the others to the right.
///
/// Headings break into lines, so that a column is hardly wider than its numbers.
package struct TextTable {
  var head: [String]
  var rows: [[String]]
  /// Columns that are names.
  var names: Int

  private static let widestFirst = 40
  private static let narrowest = 13
  private static let mostLines = 4

  package init(head: [String], rows: [[String]], names: Int = 1) {
    self.names = names
    self.head = head.map(DisplayWidth.printable)
    self.rows = rows.map { $0.map(DisplayWidth.printable) }
  }

  /// Lines without trailing blanks, each ending in a newline.
  package var text: String {
    let widths = head.indices.map(width)
    let heads = head.indices.map { DisplayWidth.lines(of: head[$0], width: widths[$0]) }
    let count = min(Self.mostLines, heads.map(\.count).max() ?? 1)
    var lines = (0..<count).map { number in
      // Headings stand on the rule: the last line of each is the lowest.
      line(heads.map { cell($0.prefix(count), number - count) }, widths)
    }
    let rule = widths.reduce(0, +) + 2 * (widths.count - 1)
    lines.append(String(repeating: "─", count: max(0, rule)))
    lines += rows.map { line($0, widths) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line that stands `fromEnd` (−1 is the last) above the rule.
  private func cell(_ lines: ArraySlice<String>, _ fromEnd: Int) -> String {
    let place = lines.count + fromEnd
    return place < 0 ? "" : lines[place]
  }

  private func width(_ column: Int) -> Int {
    let cells = rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }
    let widest = cells.max() ?? 0
    if column < names {
      return min(Self.widestFirst, max(widest, DisplayWidth.of(head[column])))
    }
    return max(widest, min(Self.narrowest, DisplayWidth.of(head[column])))
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var out = ""
    for (column, full) in cells.enumerated() {
      let cell = DisplayWidth.cut(full, to: widths[column])
      let blanks = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
      if column > 0 { out += "  " }
      out += column < names ? cell + blanks : blanks + cell
    }
    while out.last == " " { out.removeLast() }
    return out
  }
}
