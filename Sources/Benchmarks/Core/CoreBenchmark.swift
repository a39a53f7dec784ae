import AppealCore
import AppealWorld
import CivicTime
import Foundation

/// Commands per second through `AppealCore.apply`, in memory, in the mix that the world gives.
///
/// A trial is run once with its commands recorded; a fresh core then takes the same commands at the
/// same instants. Its journal must be the trial's, by the chain's hash.
public struct CoreBenchmark: Sendable {
  public var plan: WorldPlan
  public var rounds = 5

  /// - Parameter plan: of the size whose mix and backlog are wanted.
  public init(plan: WorldPlan) { self.plan = plan }

  public struct Outcome: Sendable {
    public var result: BenchmarkResult
    public var commands: Int
    /// Names of the refusals with their numbers, the most frequent first.
    public var refusals: [(name: String, count: Int)]
    public var entries: Int
    /// Mean over the recorded run.
    public var openAppeals: Int

    public var refusalShare: Double { share(refusals.reduce(0) { $0 + $1.count }) }

    private func share(_ count: Int) -> Double { Double(count) / Double(max(commands, 1)) }

    /// Size of the tape, entries, backlog and refusals, for people.
    public var notes: String {
      let size = String(
        format: "%d commands, %.2f entries a command; %d open on average; %.2f %% refused: ",
        commands, share(entries), openAppeals, 100 * refusalShare)
      let kinds = refusals.map { String(format: "%@ %.2f", $0.name, 100 * share($0.count)) }
      return size + kinds.joined(separator: ", ")
    }
  }

  public func run(progress: (String) -> Void = { _ in }) throws -> Outcome {
    progress("recording")
    var trial = try Trial(plan: plan, seed: 1, replication: 0)
    trial.tape.isRecording = true
    var (open, batches) = (0, 0)
    while trial.advance() {
      (open, batches) = (open + trial.openAppeals, batches + 1)
      trial.journal.removeAll(keepingCapacity: true)
    }
    var replay = Replay()
    var rates: [Double] = []
    PeakMemory.reset()
    for round in 0..<rounds {
      progress("core \(round + 1)/\(rounds)")
      replay = try Replay(trial.tape, plan.policy, until: plan.windowEnd)
      guard replay.chain == trial.coreChain else {
        throw BenchmarkMismatch(
          benchmark: "core", measure: "the number of journal entries",
          expected: Double(trial.counters.entries), found: Double(replay.entries), allowed: 0)
      }
      rates.append(Double(trial.tape.count) / replay.seconds)
    }
    return Outcome(
      result: BenchmarkResult(
        name: "core", rate: Stopwatch.median(rates), unit: "commands/s", yardstick: nil,
        peakBytes: replay.bytes),
      commands: trial.tape.count, refusals: Self.named(replay.refusals), entries: replay.entries,
      openAppeals: open / max(batches, 1))
  }
}

extension CoreBenchmark {
  private static func named(_ refusals: [Refusal]) -> [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for refusal in refusals {
      counts[String("\(refusal)".prefix { $0 != "(" }), default: 0] += 1
    }
    return counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

/// One timed replay of a tape on a fresh core.
private struct Replay {
  var seconds = 0.0
  var refusals: [Refusal] = []
  var entries = 0
  var chain: UInt64 = 0
  var bytes = 0

  init() {}

  init(_ tape: borrowing CommandTape, _ policy: Policy, until end: Instant) throws {
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer(minimumCapacity: 8_192)
    let count = tape.count
    var written = 0
    refusals.reserveCapacity(count / 16)
    let start = Stopwatch.now()
    for position in 0..<count {
      let step = tape[position]
      do throws(Refusal) {
        try core.apply(step.command, at: step.at, into: &journal)
      } catch {
        refusals.append(error)
      }
      if journal.count > 4_096 {
        written += journal.count
        journal.removeAll(keepingCapacity: true)
      }
    }
    while core.nextAlarmOrDistantFuture <= end { core.advance(to: end, into: &journal) }
    seconds = Stopwatch.now() - start
    entries = written + journal.count
    chain = core.chain
    bytes = core.allocatedBytes
  }
}
