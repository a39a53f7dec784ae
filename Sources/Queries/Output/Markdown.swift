import ResultFiles

/// Tables as Markdown.
enum Markdown {
  static func table(_ table: QueryTable, _ language: ReportLanguage) -> String {
    self.table(table.grid(language), none: none[language])
  }

  /// With headings in both languages.
  static func bilingual(_ table: QueryTable) -> String {
    self.table(
      table.grid(.english) { "\($0.zh) \($0.en)" }, none: none.zh + " " + none.en)
  }

  private static func table(_ grid: QueryTable.Grid, none: String) -> String {
    guard !grid.rows.isEmpty else { return none + "\n" }
    let marks = grid.head.indices.map { $0 < grid.names ? "---" : "--:" }
    return ([grid.head, marks] + grid.rows)
      .map { "| " + $0.map(cell).joined(separator: " | ") + " |\n" }
      .joined()
  }

  static let none = BilingualText(zh: "本期没有。", en: "None in this period.")

  /// Names must not break a table or begin an element.
  private static func cell(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "<", "`", "*", "_", "[": out += "\\" + String(scalar)
      case _ where scalar.properties.generalCategory == .control: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
