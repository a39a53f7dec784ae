/// The speed of the event engine, beside a bare C loop in the same run.
///
/// Each benchmark alternates engine and yardstick, several times, and reports medians. What the
/// runs computed is held against theory: a wrong mean throws.
public struct EngineBenchmark: Sendable {
  /// Interleaved runs of each side.
  public var rounds: Int
  /// 1 for the published figures; less for a quick look.
  public var scale: Double
  public var seed: UInt64

  public init(rounds: Int = 5, scale: Double = 1, seed: UInt64 = 1) {
    precondition(rounds > 0 && scale > 0, "a benchmark needs rounds and events")
    self.rounds = rounds
    self.scale = scale
    self.seed = seed
  }

  /// What is run under one name, and how many events at scale 1.
  struct Entry {
    var name: String
    var engineCase: EngineCase
    var events: Int
    /// Also with one GSL call per draw, as `NAME_gsl`.
    var withGSL = false
  }

  static let entries = [
    Entry(
      name: "mm1", engineCase: .queue(servers: 1, arrivalRate: 0.9), events: 20_000_000,
      withGSL: true),
    Entry(
      name: "mm50", engineCase: .queue(servers: 50, arrivalRate: 47.5), events: 20_000_000,
      withGSL: true),
    Entry(name: "hold100", engineCase: .hold(pending: 100, .exponential), events: 10_000_000),
    Entry(
      name: "hold10k", engineCase: .hold(pending: 10_000, .exponential), events: 10_000_000,
      withGSL: true),
    Entry(name: "hold1m", engineCase: .hold(pending: 1_000_000, .exponential), events: 5_000_000),
    Entry(
      name: "hold10k_bimodal", engineCase: .hold(pending: 10_000, .bimodal), events: 10_000_000),
    Entry(
      name: "hold1m_bimodal", engineCase: .hold(pending: 1_000_000, .bimodal), events: 5_000_000),
  ]

  /// The names that can be asked for, the `_gsl` ones aside.
  public static var names: [String] { entries.map(\.name) }

  /// Runs the named benchmarks, or all. `progress` hears each name as it begins.
  public func run(
    only names: Set<String>? = nil, progress: (String) -> Void = { _ in }
  ) throws(BenchmarkMismatch) -> [BenchmarkResult] {
    var results: [BenchmarkResult] = []
    for entry in Self.entries where names?.contains(entry.name) ?? true {
      progress(entry.name)
      results += try run(entry)
    }
    return results
  }

  private func run(_ entry: Entry) throws(BenchmarkMismatch) -> [BenchmarkResult] {
    let events = max(1, Int(Double(entry.events) * scale))
    var (engine, yardstick, withGSL): ([EngineRun], [EngineRun], [EngineRun]) = ([], [], [])
    for round in 0..<UInt64(rounds) {
      let seed = seed + round
      engine.append(entry.engineCase.runEngine(InlineDraws.self, events: events, seed: seed))
      if let run = entry.engineCase.runYardstick(events: events, seed: seed) {
        yardstick.append(run)
      }
      if entry.withGSL {
        withGSL.append(entry.engineCase.runEngine(GSLDraws.self, events: events, seed: seed))
      }
    }
    try check(yardstick, entry, named: entry.name + " (yardstick)", events)
    var results = [try result(engine, beside: yardstick, entry, named: entry.name, events)]
    if entry.withGSL {
      results.append(
        try result(withGSL, beside: yardstick, entry, named: entry.name + "_gsl", events))
    }
    return results
  }

  private func result(
    _ runs: [EngineRun], beside yardstick: [EngineRun], _ entry: Entry, named name: String,
    _ events: Int
  ) throws(BenchmarkMismatch) -> BenchmarkResult {
    try check(runs, entry, named: name, events)
    let peak = runs.map(\.peakBytes).max() ?? 0
    var bytesPerEvent: Double?
    if case .hold(let pending, _) = entry.engineCase {
      bytesPerEvent = Double(peak) / Double(pending)
    }
    let rates = { (runs: [EngineRun]) in runs.map { Double(events) / $0.seconds } }
    return BenchmarkResult(
      name: name, rate: Stopwatch.median(rates(runs)), unit: "events/s",
      yardstick: yardstick.isEmpty ? nil : Stopwatch.median(rates(yardstick)), peakBytes: peak,
      bytesPerEvent: bytesPerEvent)
  }

  /// The mean over the runs against theory.
  private func check(
    _ runs: [EngineRun], _ entry: Entry, named name: String, _ events: Int
  ) throws(BenchmarkMismatch) {
    guard !runs.isEmpty else { return }
    let found = runs.reduce(0) { $0 + $1.measure } / Double(runs.count)
    let relative = entry.engineCase.allowed(events: events * runs.count)
    try Self.verify(found, expected: entry.engineCase.expected, relative: relative, named: name)
  }

  package static func verify(
    _ found: Double, expected: Double, relative: Double, named name: String
  ) throws(BenchmarkMismatch) {
    if abs(found - expected) <= expected * relative { return }
    throw BenchmarkMismatch(
      benchmark: name, measure: "the mean number in system, or of events by the end,",
      expected: expected, found: found, allowed: expected * relative)
  }
}
