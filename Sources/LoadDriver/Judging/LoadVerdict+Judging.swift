import Foundation
import ResultFiles

/// What a run is judged by, the gravest first.
struct RunFindings {
  /// Commands lost, doubled or wrongly answered.
  var wrong: BilingualText?
  /// The run measured the driver.
  var fault: BilingualText?
  var thresholds: [ThresholdOutcome]
  var isInterrupted = false
}

extension LoadVerdict {
  /// A run whose store or answers are wrong failed, whatever else it was. A void run neither passed
  /// nor failed. A threshold that was not measured could not fail, which is no way to pass.
  static func judged(_ run: RunFindings) -> LoadVerdict {
    if let wrong = run.wrong { return LoadVerdict(outcome: .wrong, reason: wrong) }
    if let fault = run.fault { return LoadVerdict(outcome: .driverLimited, reason: fault) }
    let failed = run.thresholds.filter { $0.state == .failed }
    // A run that was cut short is not to blame for what it had no time to measure.
    let silent = run.isInterrupted ? [] : run.thresholds.filter { $0.state == .notMeasured }
    if !failed.isEmpty || !silent.isEmpty {
      return LoadVerdict(
        outcome: .thresholdFailed, reason: joined((failed + silent).map(\.sentence)))
    }
    if run.isInterrupted { return .interrupted }
    return LoadVerdict(outcome: .ok, reason: allMet(run.thresholds.count))
  }

  static let interrupted = LoadVerdict(
    outcome: .interrupted,
    reason: BilingualText(
      zh: "压测在计划结束之前被中断，此前测得的没有不合格。",
      en: "The run was ended before its schedule; what was measured until then did not fail."))

  private static func allMet(_ count: Int) -> BilingualText {
    count == 0
      ? BilingualText(
        zh: "压测端按计划发出，答复无误；未设失败条件。",
        en: "The driver kept to its schedule and no answer was wrong; no threshold was set.")
      : BilingualText(
        zh: "压测端按计划发出，答复无误；" + (count == 1 ? "阈值达到。" : "\(count) 项阈值全部达到。"),
        en: "The driver kept to its schedule, no answer was wrong, and "
          + (count == 1 ? "the threshold is met." : "all \(count) thresholds are met."))
  }

  private static func joined(_ texts: [BilingualText]) -> BilingualText {
    BilingualText(
      zh: texts.map(\.zh).joined(separator: "；") + "。",
      en: texts.map(\.en).joined(separator: "; ") + ".")
  }

  /// 0, or 2 where a threshold failed, 3 where the run is void, 70 where store or answers are wrong,
  /// 75 where it was interrupted: as every command of huying.
  public var exitCode: Int32 {
    switch outcome {
    case .ok: 0
    case .thresholdFailed: 2
    case .driverLimited: 3
    case .wrong: 70
    case .interrupted: 75
    }
  }
}

extension ThresholdOutcome {
  /// `submit.p99 > 50ms: 81.9 ms measured`.
  var sentence: BilingualText {
    guard let measured else {
      return BilingualText(zh: "\(text)：没有测到", en: "\(text): nothing was measured")
    }
    let figure = figure(measured)
    if isAtLeast {
      return BilingualText(
        zh: "\(text)：实测至少 \(figure.zh)", en: "\(text): at least \(figure.en) measured")
    }
    return BilingualText(zh: "\(text)：实测 \(figure.zh)", en: "\(text): \(figure.en) measured")
  }

  private func figure(_ value: Double) -> BilingualText {
    switch unit {
    case .microseconds:
      value < 1e6 ? same(value / 1e3, "%.4g ms") : same(value / 1e6, "%.4g s")
    case .share: same(value * 100, "%.4g%%")
    case .count: same(value, "%.0f")
    case .bytes: same(value / 1e6, "%.4g MB")
    case .perSecond:
      BilingualText(
        zh: String(format: "每秒 %.4g", value), en: String(format: "%.4g a second", value))
    }
  }

  private func same(_ value: Double, _ format: String) -> BilingualText {
    let text = String(format: format, value)
    return BilingualText(zh: text, en: text)
  }
}
