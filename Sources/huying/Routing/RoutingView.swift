import AppealCore
import CivicTime
import Experiments
import Reporting
import ResultFiles

/// The report of an evaluation as people read it.
struct RoutingView {
  let report: RoutingReport
  let trace: RoutingTrace
  let path: String
  let language: ReportLanguage

  private var numbers: NumberText { NumberText(language: language) }

  func words(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  var text: String {
    var parts = [head, accuracies, differences, notes]
    if !trace.tally.rejects.isEmpty { parts.insert(rejects, at: 1) }
    return (parts + report.explanations.map(explanation)).joined(separator: "\n")
  }

  var day: String { "\(trace.zone.localDateTime(at: report.from).date)" }

  var delay: String { "\(Target.elapsed(report.delay))" }

  private var head: String {
    let tally = trace.tally
    let read = words(
      "读入 \(count(tally.rows)) 行:无法识别 \(count(tally.bad)),过滤 \(count(tally.filtered)),"
        + "无处置单位 \(count(trace.withoutUnit));单位 \(trace.names.units.count) 个",
      "\(count(tally.rows)) rows read: \(count(tally.bad)) bad, \(count(tally.filtered)) filtered, "
        + "\(count(trace.withoutUnit)) without a unit; \(trace.names.units.count) units")
    let judged = words(
      "\(day) 之前 \(count(report.before)) 行;自该日起评判 \(count(report.rows)) 行(\(report.days) 天),"
        + "最终单位在来件 \(delay) 后才可学习",
      "\(count(report.before)) rows before \(day); \(count(report.rows)) judged from then on "
        + "(\(report.days) days), a unit known \(delay) after the appeal came in")
    return "\(DisplayWidth.printable(path))\n  \(read)\n  \(judged)\n"
  }

  func count(_ value: Int) -> String { numbers.count(value) }

  private var rejects: String {
    let lines = trace.tally.rejects.prefix(5).map {
      "  \(words("第 \($0.line) 行", "line \($0.line)")): \($0.reason)\n"
    }
    return words("无法识别的行(前几行):\n", "Rows not understood, the first ones:\n") + lines.joined()
  }

  func name(_ method: RoutingMethod) -> String {
    switch method {
    case .model: words("模型,持续学习", "model, learning on")
    case .modelOnce: words("模型,只训练一次", "model, trained once before")
    case .floorOnce: words("基准,只训练一次", "floor, trained once before")
    case .floor: words("基准,持续学习", "floor, learning on")
    }
  }

  private func short(_ method: RoutingMethod) -> String {
    switch method {
    case .model: words("模型(持续)", "model (on)")
    case .modelOnce: words("模型(一次)", "model (once)")
    case .floorOnce: words("基准(一次)", "floor (once)")
    case .floor: words("基准(持续)", "floor (on)")
    }
  }

  private var accuracies: String {
    let head = [
      words("方法", "method"), words("首选命中 %", "first is right, %"),
      words("95% 区间", "95% interval"), words("前三命中 %", "one of three, %"),
      words("95% 区间", "95% interval"),
    ]
    let rows = report.accuracies.map { accuracy in
      [
        name(accuracy.method), percent(accuracy.first.share.estimate),
        range(accuracy.first.share.low, accuracy.first.share.high),
        percent(accuracy.firstThree.share.estimate),
        range(accuracy.firstThree.share.low, accuracy.firstThree.share.high),
      ]
    }
    return TextTable(head: head, rows: rows).text
  }

  private var differences: String {
    let head = [
      words("差(百分点)", "gain, points"), words("首选", "first"),
      words("95% 区间", "95% interval"), words("独中", "only each"),
      words("前三", "of three"), words("95% 区间", "95% interval"),
      words("独中", "only each"),
    ]
    let rows = report.differences.map { difference in
      ["\(short(difference.better)) − \(short(difference.than))"]
        + cells(difference.first) + cells(difference.firstThree)
    }
    return TextTable(head: head, rows: rows).text
  }

  private func cells(_ paired: RoutingReport.Paired) -> [String] {
    [
      signed(paired.gain), paired.interval.map { "\(signed($0.low)) … \(signed($0.high))" } ?? "–",
      "\(count(paired.onlyBetter)) : \(count(paired.onlyOther))",
    ]
  }

  private var notes: String {
    words(
      """
      “只训练一次”:用 \(day) 之前的全部行训练,不计延迟,此后不变;“持续学习”:每行先判后学,严守延迟。
      命中率为 Wilson 区间;差为按日整体重抽样的配对区间;“独中”为仅一方命中的行数(前者 : 后者)。
      \(count(report.neverSeen)) 行的单位此前从未出现,无从得知。模型自称首选命中 \(percent(report.claimed))%。
      模型常数以坪山 2018-10-16 之前的数据选定;“按职能归并”是在看过一次其后数据的结果之后才加入的。

      """,
      """
      "Trained once" (once): on all rows before \(day), whatever the delay, and fixed from then on.
      "Learning on" (on): each row is judged before it is learned, and the delay is always kept.
      Intervals are Wilson's; gains are paired, from whole days drawn anew; "only each" counts the
      rows that only the one and only the other got right.
      \(count(report.neverSeen)) rows have a unit never seen before. The model claims \
      \(percent(report.claimed))% for its first suggestions.
      The constants of the model were chosen on Pingshan before 2018-10-16; pooling units by role
      was added after one look at the results on what follows.

      """)
  }

  func percent(_ share: Double) -> String { numbers.decimal(100 * share, digits: 1) }

  func range(_ low: Double, _ high: Double) -> String { "\(percent(low))–\(percent(high))" }

  private func signed(_ share: Double) -> String {
    (share > 0 ? "+" : "") + numbers.decimal(100 * share, digits: 1)
  }
}
