import AppealCore
import AppealStore
import CivicTime
import Foundation

/// How long a store of many appeals takes to open, the core restored.
///
/// The store is filled through the real core, every appeal by its own commands; only its fill does
/// not wait for the disk.
public struct RestartBenchmark {
  public var policy: Policy
  public var start: Instant
  public var folder: String
  public var appeals = 1_000_000
  public var open = 50_000
  /// Milliseconds between two submissions.
  public var spacing: Milliseconds = 20_000
  public var rounds = 3

  public struct Outcome: Sendable {
    /// Milliseconds, the median over the rounds.
    public var result: BenchmarkResult
    public var appeals: Int
    public var open: Int
    /// Closed appeals that belong to the state.
    public var remembered: Int
    public var entries: UInt64
    public var fileBytes: Int
    /// Of this thread, the median over the rounds: what is left when the machine has nothing else
    /// to do.
    public var processorSeconds: Double

    /// For people.
    public var notes: String {
      String(
        format: "%d appeals, %d open, %d closed within the windows, %llu entries, %.0f MiB; opened "
          + "with its pages in the system's cache, in %.0f ms of processor time", appeals, open,
        remembered, entries, Double(fileBytes) / 1_048_576, 1_000 * processorSeconds)
    }
  }

  public init(policy: Policy, start: Instant, folder: String) {
    self.policy = policy
    self.start = start
    self.folder = folder
  }

  /// - Throws: what the store or the core throws.
  public func run(progress: (String) -> Void = { _ in }) throws -> Outcome {
    let path = "\(folder)/restart.store"
    defer { StoreBenchmark.remove(path) }
    let digest = try fill(path, progress)
    var seconds: [Double] = []
    var work: [Double] = []
    var outcome: Outcome?
    PeakMemory.reset()
    for round in 0..<rounds {
      progress("restart \(round + 1)/\(rounds)")
      let (began, idle) = (WallClock.now(), Stopwatch.now())
      let opened = try AppealStore.open(path: path, policy: policy)
      seconds.append(WallClock.now() - began)
      work.append(Stopwatch.now() - idle)
      guard opened.core.digest() == digest else {
        throw BenchmarkMismatch(
          benchmark: "restart", measure: "the digest's low half",
          expected: Double(digest & 0xFFFF_FFFF), found: Double(opened.core.digest() & 0xFFFF_FFFF),
          allowed: 0)
      }
      outcome = Outcome(
        result: BenchmarkResult(
          name: "restart", rate: 1_000 * Stopwatch.median(seconds), unit: "ms", yardstick: nil,
          peakBytes: PeakMemory.bytes()),
        appeals: opened.core.acceptedAppeals, open: opened.core.openAppeals,
        remembered: opened.core.rememberedAppeals, entries: opened.core.entryCount,
        fileBytes: opened.store.fileBytes, processorSeconds: Stopwatch.median(work))
    }
    guard let outcome else { preconditionFailure("a benchmark has at least one round") }
    return outcome
  }

  /// - Returns: the digest of the state.
  private func fill(_ path: String, _ progress: (String) -> Void) throws -> UInt64 {
    var options = StoreOptions()
    options.synchronous = .off
    let store = try AppealStore.create(
      path: path, policy: policy, identity: StoreBenchmark.identity(start), options: options)
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer(minimumCapacity: 16_384)
    var source = SubmissionStream(policy: policy, core: core, at: start)
    var clerk = Clerk(policy: policy, core: core)
    var instant = start
    for number in 1...appeals {
      try core.apply(source.next(at: instant), at: instant, into: &journal)
      while core.openAppeals > open {
        let before = core.openAppeals
        try clerk.endOne(&core, at: instant, into: &journal)
        if core.openAppeals == before { break }
      }
      if journal.count > 8_192 || number == appeals {
        try store.commit(journal, core: core)
        journal.removeAll(keepingCapacity: true)
      }
      if number.isMultiple(of: 50_000) { progress("filling \(number)/\(appeals)") }
      instant = instant + spacing
    }
    try store.close()
    return core.digest()
  }
}
