import ResultFiles

/// Tables as Markdown.
enum Markdown {
  static func table(_ table: QueryTable, _ language: ReportLanguage) -> String {
    self.table(
      table, head: table.columns.map { $0.title[language] }, none: none[language], language)
  }

  static func table(
    _ table: QueryTable, head: [String], none: String = Markdown.none.zh + " " + Markdown.none.en,
    _ language: ReportLanguage = .english
  ) -> String {
    guard !table.rows.isEmpty else { return none + "\n" }
    let marks = table.columns.map { $0.kind == .key ? "---" : "--:" }
    let rows = table.rows.map { row in
      zip(table.columns, row).map { QueryTable.text($1, $0, language) }
    }
    return ([head, marks] + rows).map { "| " + $0.map(cell).joined(separator: " | ") + " |\n" }
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
