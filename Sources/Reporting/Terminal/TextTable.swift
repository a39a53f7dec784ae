/// A table of aligned text: the first column to the left, the others to the right.
struct TextTable {
  var head: [String]
  var rows: [[String]]
  /// The most columns of the terminal that one column of the table may take.
  var widest = 26

  /// Lines without trailing blanks, each ending in a newline.
  var text: String {
    let cells = ([head] + rows).map { row in
      row.map { DisplayWidth.cut(DisplayWidth.printable($0), to: widest) }
    }
    let widths = head.indices.map { column in
      cells.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    var lines = cells.map { line($0, widths) }
    let rule = widths.reduce(0, +) + 2 * (widths.count - 1)
    lines.insert(String(repeating: "─", count: max(0, rule)), at: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var out = ""
    for (column, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
      if column > 0 { out += "  " }
      out += column == 0 ? cell + blanks : blanks + cell
    }
    while out.last == " " { out.removeLast() }
    return out
  }
}
