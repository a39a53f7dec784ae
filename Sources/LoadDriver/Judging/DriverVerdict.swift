import Foundation
import ResultFiles

extension DriverLimits {
  /// Why the run measured the driver; nil if it did not.
  ///
  /// Lateness is counted from the intended start, or from the moment at which a full queue had room
  /// again, so that a slow service never makes the driver look late.
  ///
  /// - Parameter all: the sums over stages and operations.
  package func fault(_ all: LoadOperation, processorShare used: Double) -> BilingualText? {
    let p99 = all.lateness.us(atPercent: 99) ?? 0
    if p99 > latenessP99Us {
      return BilingualText(
        zh: "压测端自身迟发，99% 分位 \(ms(p99)) 毫秒，超过 \(ms(latenessP99Us)) 毫秒，本次结果作废",
        en: "the driver was late by itself: 99th percentile \(ms(p99)) ms, limit "
          + "\(ms(latenessP99Us)) ms; the run is void")
    }
    let (own, felt) = (all.lateness.meanUs, all.intended.meanUs)
    if own > 1_000, own > latenessShare * felt {
      return BilingualText(
        zh: "压测端自身迟发平均 \(ms(Int(own))) 毫秒，占延迟的 \(percent(own / felt))，本次结果作废",
        en:
          "the driver's own lateness, \(ms(Int(own))) ms on average, is \(percent(own / felt)) of "
          + "the latency, limit \(percent(latenessShare)); the run is void")
    }
    if used > processorShare {
      return BilingualText(
        zh: "压测线程占用一个处理器的 \(percent(used))，超过 \(percent(processorShare))，本次结果作废",
        en: "the driver's thread used \(percent(used)) of a processor, limit "
          + "\(percent(processorShare)); the run is void")
    }
    return nil
  }

  private func ms(_ us: Int) -> String { String(format: "%.1f", Double(us) / 1_000) }
  private func percent(_ share: Double) -> String { String(format: "%.0f %%", 100 * share) }
}

extension LoadVerdict {
  /// A void run is neither passed nor failed.
  static func judged(_ fault: BilingualText?, _ thresholds: [ThresholdOutcome]) -> LoadVerdict {
    if let fault { return LoadVerdict(outcome: .driverLimited, reason: fault) }
    let failed = thresholds.filter { !$0.passed }
    if !failed.isEmpty {
      let list = failed.map(\.text)
      return LoadVerdict(
        outcome: .thresholdFailed,
        reason: BilingualText(
          zh: "触发失败条件：\(list.joined(separator: ";"))",
          en: "a condition of failure held: \(list.joined(separator: "; "))"))
    }
    return LoadVerdict(
      outcome: .ok,
      reason: thresholds.isEmpty
        ? BilingualText(zh: "压测端按计划发出，未设失败条件", en: "the driver kept to its schedule")
        : BilingualText(
          zh: "压测端按计划发出，全部条件通过", en: "the driver kept to its schedule, no condition held"))
  }

  /// 0, or 2 where a threshold failed, or 3 where the run is void: as every command of huying.
  public var exitCode: Int32 {
    switch outcome {
    case .ok: 0
    case .thresholdFailed: 2
    case .driverLimited: 3
    }
  }
}
