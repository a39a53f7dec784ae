import AppealWorld
import CivicTime
import Foundation

/// The speed and memory of the world around the real core.
public struct WorldBenchmark: Sendable {
  /// The scenario at its own size.
  public var plan: WorldPlan
  /// Open appeals aimed at.
  public var backlog = 10_000
  /// Timed runs; the yardstick runs between them.
  public var rounds = 5
  /// Measured days of a timed run.
  public var days = 28

  /// The name of the result.
  public var name: String

  public init(plan: WorldPlan, name: String = "world") {
    self.plan = plan
    self.name = name
  }

  /// Peak memory of one and of ten years, each in a process of its own.
  public struct Memory: Sendable {
    public var oneYear: Int
    public var tenYears: Int
    public init(oneYear: Int, tenYears: Int) {
      self.oneYear = oneYear
      self.tenYears = tenYears
    }

    /// One line for people.
    public var note: String {
      String(
        format: "peak memory: 1 year %.1f MiB, 10 years %.1f MiB, ratio %.2f",
        Double(oneYear) / 1_048_576, Double(tenYears) / 1_048_576,
        Double(tenYears) / Double(max(oneYear, 1)))
    }
  }

  /// What was found, for a table and for people.
  public struct Outcome: Sendable {
    public var results: [BenchmarkResult]
    public var counters: TrialCounters
    public var openAppeals: Int

    /// Commands, events, entries and draws for one appeal.
    public var notes: String {
      let appeals = Double(max(counters.appeals, 1))
      func each(_ count: Int, _ what: String) -> String {
        String(format: "%.1f %@", Double(count) / appeals, what)
      }
      let parts = [
        each(counters.commands, "commands"), each(counters.events, "events"),
        each(counters.entries, "entries"), each(counters.draws, "draws"),
      ].joined(separator: ", ")
      return "\(results[0].name): \(parts) an appeal; \(counters.refusals) refusals; "
        + "\(openAppeals) open on average"
    }
  }

  /// Times the world on this thread, with the engine's `hold10k` and its yardstick in between.
  public func run(progress: (String) -> Void = { _ in }) throws -> Outcome {
    let large = try sizedPlan()
    var rates: [Double] = []
    var holds: [BenchmarkResult] = []
    var last = WorldRun()
    PeakMemory.reset()
    for round in 0..<rounds {
      progress("\(name) \(round + 1)/\(rounds)")
      last = try WorldRun(plan: large, seed: 1)
      rates.append(last.rate)
      holds += try EngineBenchmark(rounds: 1, scale: 0.3, seed: UInt64(round) + 1)
        .run(only: ["hold10k"])
    }
    let world = BenchmarkResult(
      name: name, rate: Stopwatch.median(rates), unit: "appeals/s", yardstick: nil,
      peakBytes: PeakMemory.bytes())
    let own = holds.filter { $0.name == "hold10k" }
    let hold = BenchmarkResult(
      name: "hold10k", rate: Stopwatch.median(own.map(\.rate)), unit: "events/s",
      yardstick: Stopwatch.median(own.compactMap(\.yardstick)),
      peakBytes: own.map(\.peakBytes).max() ?? 0)
    return Outcome(results: [world, hold], counters: last.counters, openAppeals: last.openAppeals)
  }

  /// Peak resident bytes of this process after simulating so many years at a quarter of the size.
  public func peakBytes(years: Int) throws -> Int {
    let start = plan.window.start.advanced(by: -365 * 6)
    let smaller = try sized(days: 365 * years, from: start, shrunk: 4)
    PeakMemory.reset()
    _ = try WorldRun(plan: smaller, seed: 1)
    return PeakMemory.bytes()
  }

  /// The plan over `days`, at the size that gives the wanted backlog.
  public func sizedPlan() throws -> WorldPlan { try sized(days: days, from: plan.window.start) }

  /// The plan at the size that gives the wanted backlog, found by short runs: larger crews keep
  /// fewer appeals waiting, so that the size is corrected once at about the right size.
  private func sized(days: Int, from start: CivilDate, shrunk: Int = 1) throws -> WorldPlan {
    var factor = 1
    for _ in 0..<3 {
      let open = try WorldRun(plan: try resized(factor, days: 28, from: start), seed: 1).openAppeals
      factor = max(1, factor * backlog / max(open, 1))
    }
    return try resized(max(1, factor / shrunk), days: days, from: start)
  }

  private func resized(_ factor: Int, days: Int, from start: CivilDate) throws -> WorldPlan {
    var window = plan.window
    window.days = days
    window.start = start
    return try plan.over(window).scaled(by: factor)
  }
}
