import AppealCore
import AppealStore
import CivicTime
import Foundation

/// Durable accepts per second of core and store together, at several sizes of a commit, beside bare
/// prepared statements that write the same rows with the same indexes and durability.
///
/// Store and baseline take turns, in changing order; a ratio is the median over the rounds of the
/// two that ran next to each other, because a disk's speed wanders.
public struct StoreBenchmark {
  public var policy: Policy
  /// Before any deadline can ring.
  public var start: Instant
  public var folder: String
  public var rounds = 5
  /// A share of the usual number of accepts.
  public var scale = 1.0

  public static let names = ["store1", "store10", "store100", "store1000"]

  /// - Parameter folder: on the disk that is meant; its files are gone afterwards.
  public init(policy: Policy, start: Instant, folder: String) {
    self.policy = policy
    self.start = start
    self.folder = folder
  }

  /// - Throws: what the store throws, or `BareFailure`.
  public func run(
    only names: Set<String>? = nil, progress: (String) -> Void = { _ in }
  ) throws -> [BenchmarkResult] {
    let sizes = [(1, 1_500), (10, 8_000), (100, 40_000), (1_000, 80_000)]
    return try sizes.filter { names?.contains("store\($0.0)") ?? true }.map { batch, accepts in
      let count = max(batch, Int(Double(accepts) * scale) / batch * batch)
      return try measure(batch: batch, accepts: count, progress)
    }
  }

  private func measure(
    batch: Int, accepts: Int, _ progress: (String) -> Void
  ) throws -> BenchmarkResult {
    func own() throws -> Double {
      Double(accepts) / (try storeSeconds(batch: batch, accepts: accepts))
    }
    progress("store\(batch) 1/\(rounds)")
    // The rows for the baseline take memory that the store does not need: they come afterwards.
    PeakMemory.reset()
    var owns = [try own()]
    let peak = PeakMemory.bytes()
    let tape = try rows(batch: batch, accepts: accepts)
    func bare() throws -> Double { Double(accepts) / (try bareSeconds(tape)) }
    var bares = [try bare()]
    for round in 1..<max(1, rounds) {
      progress("store\(batch) \(round + 1)/\(rounds)")
      if round.isMultiple(of: 2) { owns.append(try own()) }
      bares.append(try bare())
      if !round.isMultiple(of: 2) { owns.append(try own()) }
    }
    var result = BenchmarkResult(
      name: "store\(batch)", rate: Stopwatch.median(owns), unit: "accepts/s",
      yardstick: Stopwatch.median(bares), peakBytes: peak)
    result.ratio = Stopwatch.median(zip(owns, bares).map { $0 / $1 })
    return result
  }

  private func storeSeconds(batch: Int, accepts: Int) throws -> Double {
    let path = "\(folder)/own.store"
    defer { StoreBenchmark.remove(path) }
    let store = try AppealStore.create(
      path: path, policy: policy, identity: StoreBenchmark.identity(start))
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer(minimumCapacity: 4 * batch)
    var source = SubmissionStream(policy: policy, core: core, at: start)
    let began = WallClock.now()
    for number in 0..<accepts {
      try core.apply(source.next(at: start), at: start, into: &journal)
      guard (number + 1).isMultiple(of: batch) else { continue }
      try store.commit(journal, core: core)
      journal.removeAll(keepingCapacity: true)
    }
    let seconds = WallClock.now() - began
    try store.close()
    return seconds
  }

  private func bareSeconds(_ tape: RowTape) throws -> Double {
    let path = "\(folder)/bare.sqlite"
    defer { StoreBenchmark.remove(path) }
    let bare = try BareStore(path: path, tape: tape)
    let began = WallClock.now()
    try bare.write(tape)
    return WallClock.now() - began
  }

  /// What the store writes in such a run.
  private func rows(batch: Int, accepts: Int) throws -> RowTape {
    var tape = RowTape()
    var core = try AppealCore(policy: policy)
    tape.begin(core)
    var journal = JournalBuffer()
    var keys = RecordKeys()
    var source = SubmissionStream(policy: policy, core: core, at: start)
    for number in 0..<accepts {
      try core.apply(source.next(at: start), at: start, into: &journal)
      guard (number + 1).isMultiple(of: batch) else { continue }
      tape.commit(journal, core, &keys)
      journal.removeAll(keepingCapacity: true)
    }
    return tape
  }

  static func identity(_ start: Instant) -> StoreIdentity {
    StoreIdentity(
      scenario: "benchmark", scenarioHash: "", window: start..<start, zone: "UTC")
  }

  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }
}

/// Seconds that pass for everybody, because a disk is waited for.
enum WallClock {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
