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
        zh: "压测端自身迟发，99% 分位 \(ms(p99)) 毫秒，超过 \(ms(latenessP99Us)) 毫秒。",
        en: "The driver was late by itself: 99th percentile \(ms(p99)) ms, limit "
          + "\(ms(latenessP99Us)) ms.")
    }
    let (own, felt) = (all.lateness.meanUs, all.intended.meanUs)
    if own > 1_000, own > latenessShare * felt {
      return BilingualText(
        zh:
          "压测端自身迟发平均 \(ms(Int(own))) 毫秒，占时延的 \(percent(own / felt))，超过 \(percent(latenessShare))。",
        en:
          "The driver's own lateness, \(ms(Int(own))) ms on average, is \(percent(own / felt)) of "
          + "the latency, limit \(percent(latenessShare)).")
    }
    if used > processorShare {
      return BilingualText(
        zh: "压测线程占用一个处理器的 \(percent(used))，超过 \(percent(processorShare))。",
        en: "The driver's thread used \(percent(used)) of a processor, limit "
          + "\(percent(processorShare)).")
    }
    return nil
  }

  private func ms(_ us: Int) -> String { String(format: "%.1f", Double(us) / 1_000) }
  private func percent(_ share: Double) -> String { String(format: "%.0f%%", 100 * share) }
}
