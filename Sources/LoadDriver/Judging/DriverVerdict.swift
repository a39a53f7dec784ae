import Foundation
import ResultFiles

extension DriverLimits {
  /// Why the run measured the driver; nil if it did not.
  ///
  /// Lateness is counted from the intended start, or from the moment at which a full queue had room
  /// again, so that a slow service never makes the driver look late.
  ///
  /// - Parameter all: the sums over operations, of the run or of one stage.
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
    if let fault = tail(all, 99, over: 2_000, latenessShare, least: 1_000)
      ?? tail(all, 99.9, over: 20_000, latenessTailShare, least: 10_000)
    {
      return fault
    }
    if used > processorShare {
      return BilingualText(
        zh: "压测线程占用一个处理器的 \(percent(used))，超过 \(percent(processorShare))。",
        en: "The driver's thread used \(percent(used)) of a processor, limit "
          + "\(percent(processorShare)).")
    }
    return nil
  }

  /// Whether lateness makes up too much of a percentile of the latency.
  private func tail(
    _ all: LoadOperation, _ percent: Double, over floor: Int, _ share: Double, least: Int
  ) -> BilingualText? {
    guard all.lateness.count >= least, let own = all.lateness.us(atPercent: percent),
      let felt = all.intended.us(atPercent: percent), own > floor,
      Double(own) > share * Double(felt)
    else { return nil }
    let name = percent == percent.rounded() ? "p\(Int(percent))" : "p\(percent)"
    let part = self.percent(Double(own) / Double(max(1, felt)))
    return BilingualText(
      zh: "压测端自身迟发 \(name) 为 \(ms(own)) 毫秒，占时延 \(name) 的 \(part)，超过 \(self.percent(share))。",
      en:
        "The driver's own lateness, \(name) \(ms(own)) ms, is \(part) of that of the latency, limit "
        + "\(self.percent(share)).")
  }

  private func ms(_ us: Int) -> String { String(format: "%.1f", Double(us) / 1_000) }
  private func percent(_ share: Double) -> String { String(format: "%.0f%%", 100 * share) }
}
