import CivicTime
import ResultFiles

/// What stands beside the tables.
struct OpenDataNotes {
  let arm: JournalArm
  let days: ClosedRange<CivilDate>
  let tables: [OpenDataTable]
  /// Tables that cannot be protected in any period and are not published.
  let left: [BilingualText]

  var readme: String {
    """
    # 开放数据 Open data

    \(arm.scenario.zh) \(arm.scenario.en) · \(days.lowerBound) – \(days.upperBound)

    本数据只含计数:没有任何个人、编号或文字内容;时间不细于一日;小于\(OpenData.threshold)的计数不公布,并另隐去若干单元格,使其\
    无法由合计反推。隐去的单元格留空,`suppressed` 为 `yes`,其值可以是任何数;`*` 表示合计。0照常公布;合计过小的类别合并为一类。
    本数据出自模拟运行,不是真实诉求。

    These are counts only: no person, reference or wording; no time finer than a day; counts
    below \(OpenData.threshold) are withheld, and further cells with them, so that none follows from the totals.
    A withheld cell is blank with `suppressed` = `yes` and may hold any number; `*` is a total. A
    zero is published. Categories with too small a total are put together. The data come from a
    simulated run; they are no real appeals.

    | 文件 file | 内容 content | 单元格 cells | 隐去 withheld |
    | --- | --- | --: | --: |
    \(tables.map(line).joined(separator: "\n"))
    \(left.isEmpty ? "" : "\n未能保护而不公布 Not published, because it cannot be protected: "
      + left.map { "\($0.zh) \($0.en)" }.joined(separator: "; ") + "\n")
    """
  }

  private func line(_ table: OpenDataTable) -> String {
    let cells = table.counts.rows.count * table.counts.columns.count
    let title = table.plan.title
    return "| \(table.file) | \(title.zh) \(title.en) | \(cells) | \(table.withheld) |"
  }

  /// One line a column of each file.
  var dictionary: String {
    var lines = [["file", "column", "type", "zh", "en"]]
    for table in tables {
      for key in [table.period, table.plan.by] {
        let title = key.spec.title
        lines.append([table.file, key.rawValue, "text", title.zh, title.en])
      }
      let measure = table.plan.measure
      let title = measure.spec.title
      lines.append([
        table.file, measure.rawValue, "integer", title.zh + ";隐去时留空",
        title.en + "; blank where withheld",
      ])
      lines.append([
        table.file, "suppressed", "yes/no", "是否隐去", "Whether the count is withheld",
      ])
    }
    return lines.map { $0.map(CSV.quoted).joined(separator: ",") + "\n" }.joined()
  }
}
