import AppealCore
import CivicTime

/// A core driven by random commands.
enum RandomDrive {
  /// - Parameter see: the entries of one command, which may be none, and the core after it.
  static func run(
    _ policy: Policy, seed: UInt64, steps: Int,
    see: ([JournalEntry], borrowing AppealCore) throws -> Void
  ) throws {
    var source = RandomCommands(seed: seed, policy: policy)
    var core = try AppealCore(policy: policy)
    var journal = JournalBuffer()
    var now = RandomCommands.start
    for _ in 0..<steps {
      let instant = source.instant(after: now, core)
      now = max(now, instant)
      _ = SnapshotTests.apply(source.command(core), instant, &core, &journal)
      let entries = (0..<journal.count).map { journal[$0] }
      entries.forEach { source.learn($0) }
      try see(entries, core)
      journal.removeAll(keepingCapacity: true)
    }
  }
}
