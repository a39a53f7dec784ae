import Foundation
import ResultFiles

/// Numbers as people read them, the same in every locale of the machine.
package struct NumberText: Sendable {
  var language: ReportLanguage

  package init(language: ReportLanguage) { self.language = language }

  /// `value` with a fixed number of decimals and grouped thousands.
  package func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "–" }
    let text = String(format: "%.\(digits)f", abs(value))
    let parts = text.split(separator: ".", maxSplits: 1)
    var whole = ""
    for (position, digit) in parts[0].reversed().enumerated() {
      if position > 0 && position % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    let number = String(whole.reversed()) + (parts.count > 1 ? "." + parts[1] : "")
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    return value < 0 && !isZero ? "\u{2212}" + number : number
  }

  package func count(_ value: Int) -> String { decimal(Double(value), digits: 0) }

  /// A value of an indicator, without its unit except for the per cent sign.
  package func value(_ value: Double, _ unit: IndicatorRecord.Unit) -> String {
    switch unit {
    case .share: decimal(value * 100, digits: 1) + "%"
    case .hours, .workingHours: decimal(value, digits: abs(value) < 1000 ? 1 : 0)
    case .count: decimal(value, digits: abs(value) < 10 ? 1 : 0)
    case .cost: decimal(value, digits: 0)
    case .score: decimal(value, digits: 2)
    case .perAppeal: decimal(value, digits: 3)
    }
  }

  /// A half-width, with as many decimals as the mean beside it; shares in points.
  package func halfWidth(_ half: Double, of mean: Double, _ unit: IndicatorRecord.Unit) -> String {
    switch unit {
    case .share: decimal(half * 100, digits: half * 100 < 0.095 && half > 0 ? 2 : 1)
    case .hours, .workingHours: decimal(half, digits: abs(mean) < 1000 ? 1 : 0)
    case .count: decimal(half, digits: abs(mean) < 10 ? 1 : 0)
    default: value(half, unit)
    }
  }

  /// Writes a difference and its bounds, signed and with the same decimals; shares in points.
  package func difference(
    _ difference: Difference, _ unit: IndicatorRecord.Unit
  ) -> @Sendable (Double) -> String {
    let bounds = [difference.noise?.low, difference.noise?.high].compactMap { $0 }
    let largest = (bounds + [difference.mean]).map { abs($0) }.max() ?? 0
    let half = bounds.count == 2 ? (bounds[1] - bounds[0]) / 2 : 0
    let digits =
      switch unit {
      case .share: half > 0 && half < 0.0005 ? 2 : 1
      case .hours, .workingHours: largest < 1000 ? 1 : 0
      case .count: largest < 10 && largest > 0 ? 1 : 0
      case .cost: 0
      case .score: 2
      case .perAppeal: 3
      }
    let scale = unit == .share ? 100.0 : 1
    return { value in
      let text = decimal(value * scale, digits: digits)
      let isZero = !text.contains { $0.isNumber && $0 != "0" }
      return value > 0 && !isZero ? "+" + text : text
    }
  }

  /// `low – high` of values or of differences.
  package func range(_ interval: Interval, _ text: (Double) -> String) -> String {
    let joint = language == .chinese ? " ~ " : " to "
    return text(interval.low) + joint + text(interval.high)
  }

  /// A short tick label for a span of hours: minutes, hours or days.
  package func span(_ hours: Double) -> String {
    let isChinese = language == .chinese
    if hours < 1 { return decimal(hours * 60, digits: 0) + (isChinese ? " 分" : " min") }
    if hours < 24 { return trimmed(hours) + (isChinese ? " 小时" : " h") }
    return trimmed(hours / 24) + (isChinese ? " 天" : " d")
  }

  private func trimmed(_ value: Double) -> String {
    decimal(value, digits: value == value.rounded() ? 0 : 1)
  }

  /// `10月` or `Oct` of a civil date `2018-10-01`.
  package func month(_ date: String) -> String {
    let parts = date.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), (1...12).contains(month) else {
      return date
    }
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return language == .chinese ? "\(month)月" : names[month - 1]
  }
}
