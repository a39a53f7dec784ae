import CivicTime
import ResultFiles

/// A time limit in words.
enum LimitText {
  static func title(_ limit: Target) -> BilingualText {
    switch limit {
    case .elapsed(let span):
      let text = hours(span)
      return BilingualText(zh: "\(text)小时", en: "\(text) h")
    case .working(let span):
      let text = hours(span)
      return BilingualText(zh: "\(text)工作小时", en: "\(text) working h")
    case .workingDays(let days, _):
      return BilingualText(zh: "\(days)个工作日", en: "\(days) working days")
    case .none:
      return BilingualText(zh: "无时限", en: "no limit")
    }
  }

  /// Hours without a needless fraction.
  private static func hours(_ span: Milliseconds) -> String {
    span % .hours(1) == 0 ? "\(span / .hours(1))" : "\(Double(span) / 3_600_000)"
  }
}
