import AppealStore
import CivicTime
import Foundation

/// Figures and findings of a store for a terminal.
enum StoreText {
  static func text(_ findings: StoreFindings, _ file: String) -> String {
    var lines = [
      "\(findings.entries) entries in \(findings.commits) commits, \(findings.appeals) appeals; "
        + "\(findings.records) records and \(findings.closedRows) closed appeals compared"
    ]
    lines += findings.problems
    lines.append(
      findings.isSound
        ? "sound 完好: the state is what the journal leads to, digest \(findings.digest ?? "–")"
        : "not sound 有误: \(findings.problems.count) problems; restore \(file) from a backup")
    return lines.joined(separator: "\n") + "\n"
  }

  static func text(_ figures: StoreStatistics) -> String {
    let last = figures.lastEntryAt.map { Instant(milliseconds: $0).iso8601() } ?? "–"
    var rows = [
      ("scenario 方案", figures.scenario), ("explanation 解释", figures.explanation ?? "–"),
      ("hash", String(figures.scenarioHash.prefix(16))), ("seed", "\(figures.seed)"),
      ("schema", "\(figures.schema)"), ("entries 日志条目", "\(figures.entries)"),
      ("commits 提交", "\(figures.commits)"), ("last entry 最后一条", last),
      ("appeals 诉求", "\(figures.appeals)"), ("open 在办", "\(figures.open)"),
      ("closed 已结案", "\(figures.closed)"), ("on time 按时", "\(figures.onTime)"),
      ("cancelled 撤销", "\(figures.cancelled)"),
      ("remembered 窗口内", "\(figures.remembered)"), ("file", bytes(figures.fileBytes)),
      ("log", bytes(figures.logBytes)), ("free", bytes(figures.freeBytes)),
    ]
    rows += figures.tables.sorted { $0.value > $1.value }.map { ("  \($0.key)", bytes($0.value)) }
    let width = rows.map { columns($0.0) }.max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width - columns(name) + 2) + value
    }.joined(separator: "\n") + "\n"
  }

  private static func bytes(_ count: Int) -> String {
    String(format: "%.1f MiB", Double(count) / 1_048_576)
  }

  /// Chinese characters take two columns.
  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
