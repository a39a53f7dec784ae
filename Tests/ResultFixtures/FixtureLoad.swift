import ResultFiles

/// A made-up load run: warm-up, a ramp and a soak, in which the store stalls for two seconds.
///
/// - Parameters:
///   - slower: factor of every latency.
///   - capacity: whether a capacity was searched.
package func makeFixtureLoad(
  outcome: LoadVerdict.Outcome = .ok, slower: Double = 1, capacity: Bool = true
) -> LoadResult {
  let timeline = fixtureTimeline(slower)
  let operations = fixtureOperations(slower)
  return LoadResult(
    settings: fixtureLoadSettings, stages: fixtureStages, operations: operations,
    timeline: timeline,
    thresholds: [
      ThresholdOutcome(
        text: "submit.p99 > 50ms", unit: .microseconds,
        measured: outcome == .thresholdFailed ? 81_900 : 8_191 * slower,
        passed: outcome != .thresholdFailed),
      ThresholdOutcome(
        text: "all.p99 > 2s for 10s", unit: .microseconds, measured: 1_900_000, passed: true,
        window: LoadWindow(from: 40, to: 50)),
      ThresholdOutcome(text: "errors > 0.1%", unit: .share, measured: 0, passed: true),
    ],
    verdict: LoadVerdict(outcome: outcome, reason: fixtureReason(outcome)),
    driver: LoadDriverUse(
      processorShare: 0.31, processorShareLimit: 0.9, latenessP99LimitUs: 20_000,
      latenessShareLimit: 0.25, commandsPerAccept: 4.2),
    capacity: capacity ? fixtureCapacity : nil, chainMatches: true,
    memory: MemoryTrend(
      bytesPerSecond: 1_240, interval: Interval(low: -3_100, high: 5_580), confidence: 0.95,
      window: LoadWindow(from: 20, to: 90)),
    notes: [
      BilingualText(
        zh: "压测端与服务同在一台机器上，争用 <同一> 处理器。",
        en: "Driver and service share one machine and its <same> processors.")
    ])
}

private func fixtureReason(_ outcome: LoadVerdict.Outcome) -> BilingualText {
  switch outcome {
  case .ok:
    BilingualText(zh: "三项阈值全部达到，无错误。", en: "All three thresholds are met, without an error.")
  case .thresholdFailed:
    BilingualText(
      zh: "submit.p99 > 50ms：实测 81.9 毫秒。", en: "submit.p99 > 50ms: 81.9 ms were measured.")
  case .wrong:
    BilingualText(
      zh: "存储的链式散列与参照内核不一致。",
      en: "The chain hash of the store differs from that of the reference core.")
  case .interrupted:
    BilingualText(zh: "压测被中断。", en: "The run was ended before its schedule.")
  case .driverLimited:
    BilingualText(
      zh: "压测端自身的迟发 p99 为 31 毫秒，超过 10 毫秒。",
      en: "The driver's own lateness had a p99 of 31 ms, more than 10 ms.")
  }
}

private let fixtureLoadSettings = LoadSettings(
  scenario: "pingshan-2018",
  scenarioTitle: BilingualText(zh: "坪山 2018", en: "Pingshan 2018"),
  scenarioHash: "5f0c1d2e3a4b5968", explanation: "congestion",
  model: BilingualText(zh: "开放模型，每秒 2,000 条", en: "open, 2,000 a second"), preset: "load",
  seed: 7, started: "2026-11-23T22:30:00Z", seconds: 90,
  machine: LoadMachine(cores: 2, system: "Linux 6.12 x86_64", memoryBytes: 24_000_000_000),
  store: LoadStore(synchronous: "full", batchSize: 100, batchWaitMs: 2, queueCapacity: 8_192),
  provenance: Provenance(
    version: "0.1.0", toolchain: "Swift 6.3", gslVersion: "2.8", cpuFeatures: ["avx2", "fma"]))

private let fixtureStages = [
  LoadStage(name: "warm-up", kind: .warmUp, from: 0, seconds: 5, offeredPerSecond: 500),
  LoadStage(
    name: "ramp", kind: .ramp, from: 5, seconds: 15, offeredPerSecond: 500,
    offeredPerSecondAtEnd: 2_000),
  LoadStage(name: "soak", kind: .soak, from: 20, seconds: 70, offeredPerSecond: 2_000),
]

private func fixtureTimeline(_ slower: Double) -> [LoadSecond] {
  var random = FixtureRandom(11)
  return (0..<90).map { second in
    let stage = fixtureStages.last { $0.from <= Double(second) } ?? fixtureStages[0]
    let rate = second < 5 ? 500 : second < 20 ? 500 + (second - 5) * 100 : 2_000
    let isStalled = second == 45 || second == 46
    let offered = rate + Int(random.normal() * 30)
    let achieved = isStalled ? 0 : second == 47 ? 3 * offered : offered
    let middle = Int((2_900 + random.uniform() * 500) * slower)
    let isCatchingUp = second == 47
    return LoadSecond(
      second: second, stage: stage.name, offered: offered,
      submitted: offered / 12, achieved: achieved, errors: 0,
      dropped: 0, p50Us: isStalled ? nil : isCatchingUp ? 950_000 : middle,
      p99Us: isStalled
        ? nil : isCatchingUp ? 1_960_000 : middle + 4_000 + Int(random.next() % 2_000),
      maxUs: isStalled
        ? nil : isCatchingUp ? 2_010_000 : middle + 9_000 + Int(random.next() % 30_000),
      queueDepth: isStalled ? (second - 44) * 2_000 : Int(random.next() % 40),
      batchMean: isStalled ? nil : isCatchingUp ? 100 : 8 + random.uniform() * 3,
      residentBytes: 181_000_000 + second * 1_240 + Int(random.next() % 400_000),
      cacheBytes: 64_000_000, walBytes: 4_120_000 * (second % 10) / 10 + 32_000)
  }
}

/// A histogram of `count` values from half of `middle` on, of which 2.5 % lie in a long tail up
/// to `largest`.
private func fixtureLatency(_ middle: Double, count: Int, largest: Double) -> Latency {
  let tail = count / 40
  var left = count - tail
  var buckets: [LatencyBucket] = []
  var value = middle / 2
  var share = 0.05
  while left > 0 {
    let here = min(left, max(1, Int(Double(left) * share)))
    buckets.append(LatencyBucket(us: Int(value), count: here))
    left -= here
    share = min(0.45, share * 1.5)
    value = max(value * 1.09, value + 1)
  }
  let start = Double(buckets.last?.us ?? 0) + 1
  for step in 0..<25 {
    let us = start + (max(largest, start + 50) - start) * Double(step + 1) / 25
    buckets.append(LatencyBucket(us: Int(us), count: tail / 25 + (step == 0 ? tail % 25 : 0)))
  }
  return Latency(buckets: buckets.filter { $0.count > 0 })
}

private func fixtureOperations(_ slower: Double) -> [LoadOperation] {
  let names = [("all", 1.0), ("submit", 0.24), ("take", 0.38), ("file", 0.2), ("dispatch", 0.18)]
  let stages = [("all", 155_500), ("warm-up", 2_500), ("ramp", 18_000), ("soak", 137_500)]
  return stages.flatMap { stage, total in
    names.map { name, share in
      let count = Int(Double(total) * share)
      let isStalled = stage == "all" || stage == "soak"
      let largest = isStalled ? 2_000_000.0 : 38_000
      let refused = name == "take" || name == "all" ? count / 500 : 0
      return LoadOperation(
        stage: stage, operation: name, offered: count + (isStalled ? 12 : 0), achieved: count,
        refused: refused, dropped: isStalled ? 12 : 0, errors: 0,
        lateness: fixtureLatency(20, count: count, largest: 900),
        intended: fixtureLatency(3_000 * slower, count: count, largest: largest),
        dispatch: fixtureLatency(2_950 * slower, count: count, largest: largest * 0.98),
        service: fixtureLatency(1_600 * slower, count: count, largest: 24_000))
    }
  }
}

private let fixtureCapacity = CapacityResult(
  trials: [
    fixtureTrial(.double, 2_000, true, 7_100), fixtureTrial(.double, 4_000, true, 8_300),
    fixtureTrial(.double, 8_000, true, 12_100), fixtureTrial(.double, 16_000, false, 910_000),
    fixtureTrial(.bisect, 12_000, true, 31_000), fixtureTrial(.bisect, 14_000, false, 240_000),
    fixtureTrial(.bisect, 13_000, true, 44_000), fixtureTrial(.confirm, 13_000, true, 41_000),
    fixtureTrial(.confirm, 13_000, false, 63_000), fixtureTrial(.confirm, 13_000, true, 43_000),
  ], found: 13_000, confirmed: 2, confirmations: 3,
  confidence: Interval(low: 0.2077, high: 0.9385), lower: 13_000, upper: 14_000)

private func fixtureTrial(
  _ phase: CapacityTrial.Phase, _ rate: Double, _ passed: Bool, _ p99: Int
) -> CapacityTrial {
  CapacityTrial(
    phase: phase, rate: rate, achievedPerSecond: min(rate, 14_600), seconds: 15, passed: passed,
    reason: passed
      ? BilingualText(zh: "全部阈值达到", en: "all thresholds met")
      : BilingualText(zh: "submit.p99 超过 50 毫秒", en: "submit.p99 was above 50 ms"),
    p50Us: p99 / 3, p99Us: p99)
}
