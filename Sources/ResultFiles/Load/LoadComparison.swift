/// A run beside an earlier one: what changed, and by how much.
///
/// Each side is one run. Its latencies hold many commands, but commands of one run share its disk,
/// its neighbours and its luck; how much runs differ among themselves, one of each cannot tell.
public struct LoadComparison: Sendable, Hashable {
  /// When the earlier run began, ISO 8601 in UTC.
  public var earlierStarted: String
  /// Whether the earlier run was void.
  public var earlierIsVoid: Bool
  /// Settings that are not the same, as `name: earlier → now`.
  public var differences: [BilingualText]
  public var rows: [LoadChange]
  /// The tenth and the ninetieth percentile of the p99 of single seconds, µs: how much latency
  /// moves within each run. Nil for a run of fewer than ten seconds with answers.
  public var earlierSpread: Interval?
  public var spread: Interval?

  public init(
    earlierStarted: String, earlierIsVoid: Bool, differences: [BilingualText],
    rows: [LoadChange], earlierSpread: Interval?, spread: Interval?
  ) {
    self.earlierStarted = earlierStarted
    self.earlierIsVoid = earlierIsVoid
    self.differences = differences
    self.rows = rows
    self.earlierSpread = earlierSpread
    self.spread = spread
  }
}

/// One figure of one operation in both runs.
public struct LoadChange: Sendable, Hashable {
  public enum Measure: String, Sendable, CaseIterable {
    /// Intended-start latency, µs.
    case p50, p99
    /// Durable answers per measured second.
    case throughput
  }

  public var operation: String
  public var measure: Measure
  public var earlier: Double
  public var now: Double

  public init(operation: String, measure: Measure, earlier: Double, now: Double) {
    self.operation = operation
    self.measure = measure
    self.earlier = earlier
    self.now = now
  }

  public var difference: Double { now - earlier }
  /// Nil where the earlier value is 0.
  public var ratio: Double? { earlier > 0 ? now / earlier : nil }
}

extension LoadComparison {
  /// Compares whole runs, operation by operation; one that only one of them has gets no row.
  public init(of now: LoadResult, with earlier: LoadResult) {
    self.init(
      earlierStarted: earlier.settings.started,
      earlierIsVoid: earlier.verdict.outcome == .driverLimited,
      differences: Self.differences(earlier.settings, now.settings),
      rows: Self.rows(earlier, now),
      earlierSpread: Self.spread(of: earlier.timeline), spread: Self.spread(of: now.timeline))
  }

  private static func rows(_ earlier: LoadResult, _ now: LoadResult) -> [LoadChange] {
    now.operations.filter { $0.stage == LoadOperation.all }.flatMap { new -> [LoadChange] in
      guard let old = earlier.operation(new.operation) else { return [] }
      var rows: [LoadChange] = []
      for (measure, percent) in [(LoadChange.Measure.p50, 50.0), (.p99, 99)] {
        guard let before = old.intended.us(atPercent: percent),
          let after = new.intended.us(atPercent: percent)
        else { continue }
        rows.append(
          LoadChange(
            operation: new.operation, measure: measure, earlier: Double(before),
            now: Double(after)))
      }
      guard earlier.measuredSeconds > 0, now.measuredSeconds > 0 else { return rows }
      let change = LoadChange(
        operation: new.operation, measure: .throughput,
        earlier: Double(old.achieved) / earlier.measuredSeconds,
        now: Double(new.achieved) / now.measuredSeconds)
      return rows + [change]
    }
  }

  private static func spread(of timeline: [LoadSecond]) -> Interval? {
    let values = timeline.compactMap(\.p99Us).sorted()
    guard values.count >= 10 else { return nil }
    func value(_ share: Double) -> Double {
      Double(values[min(values.count - 1, Int(share * Double(values.count)))])
    }
    return Interval(low: value(0.1), high: value(0.9))
  }

  private static func differences(
    _ earlier: LoadSettings, _ now: LoadSettings
  ) -> [BilingualText] {
    func row(_ zh: String, _ en: String, _ value: (LoadSettings) -> String) -> BilingualText? {
      let (old, new) = (value(earlier), value(now))
      return old == new
        ? nil : BilingualText(zh: "\(zh)：\(old) → \(new)", en: "\(en): \(old) → \(new)")
    }
    var rows = [
      row("方案", "scenario") { $0.scenario },
      row("方案指纹", "fingerprint of the scenario") { String($0.scenarioHash.prefix(12)) },
      row("解释", "explanation") { $0.explanation ?? "–" },
      row("预设", "preset") { $0.preset ?? "–" },
      row("种子", "seed") { String($0.seed) },
      row("时长（秒）", "seconds") { shortest($0.seconds.rounded()) },
      row("核数", "cores") { String($0.machine.cores) },
      row("操作系统", "system") { $0.machine.system },
      row("synchronous", "synchronous") { $0.store.synchronous },
      row("批量", "batch") { String($0.store.batchSize) },
      row("批次等待（毫秒）", "batch wait, ms") { shortest($0.store.batchWaitMs) },
      row("队列容量", "queue capacity") { String($0.store.queueCapacity) },
      row("版本", "version") { $0.provenance.version },
      row("工具链", "toolchain") { $0.provenance.toolchain },
    ].compactMap { $0 }
    if earlier.model != now.model {
      rows.append(
        BilingualText(
          zh: "负载模型：\(earlier.model.zh) → \(now.model.zh)",
          en: "load model: \(earlier.model.en) → \(now.model.en)"))
    }
    return rows
  }
}
