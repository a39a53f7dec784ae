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

    本数据只含计数:没有任何个人、编号或文字内容;时间不细于一日;1至\(OpenData.threshold - 1)的计数不公布,并另隐去若干\
    较大的单元格(不说明哪些),使其无法由合计反推:即使知道全部公布内容与隐去的规则,每个小计数仍可能是1至\(OpenData.threshold - 1)中的\
    任何一个。隐去的单元格留空,`suppressed` 为 `yes`;`*` 表示合计。0照常公布;合计过小的类别合并为一类;无法保护的日与同月相邻日\
    合并为一行(`2018-01-03/2018-01-04`)。
    本数据出自模拟运行,不是真实诉求。

    These are counts only: no person, reference or wording; no time finer than a day. Counts of 1
    to \(OpenData.threshold - 1) are withheld, and some larger ones with them, unmarked, so that none follows from the
    totals: for one who knows all that is published, and how cells are chosen, each small count may
    still be any of 1 to \(OpenData.threshold - 1). A withheld cell is blank with `suppressed` = `yes`; `*` is a total. A
    zero is published. Categories with too small a total are put together, and a day that cannot be
    protected with its neighbour of the same month (`2018-01-03/2018-01-04`). The data come from a
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
    let title = table.title
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
