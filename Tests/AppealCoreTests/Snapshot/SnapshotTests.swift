import AppealCore
import CivicTime
import Foundation
import Testing

/// A dictionary of records, in which only what the entries of each batch name is written anew, is
/// the whole state at any time, and a core restored from it is the same core.
@Suite("Snapshots under random commands")
struct SnapshotTests {
  static let policies = RandomCommandTests.isLong ? 400 : 16
  static let commands = RandomCommandTests.isLong ? 12_000 : 6_000

  @Test("Touched records are enough, and what they restore goes on alike", arguments: 0..<policies)
  func run(_ seed: Int) throws {
    let policy = try RandomPolicy.forSnapshots(seed)
    var source = RandomCommands(seed: UInt64(seed) &+ 0x5EED, policy: policy)
    var random = SplitMix(seed: UInt64(seed) &+ 77)
    var core = try AppealCore(policy: policy)
    var twin = try AppealCore(policy: policy)
    var shelf = RecordShelf(of: core)
    var journal = JournalBuffer()
    var twinJournal = JournalBuffer()
    var now = RandomCommands.start
    for _ in 0..<Self.commands {
      let instant = source.instant(after: now, core)
      now = max(now, instant)
      let command = source.command(core)
      let start = journal.count
      let refusal = Self.apply(command, instant, &core, &journal)
      #expect(Self.apply(command, instant, &twin, &twinJournal) == refusal)
      try #require(twin.chain == core.chain)
      for position in start..<journal.count { source.learn(journal[position]) }
      guard random.chance(1, in: 6) else { continue }
      try Self.write(&shelf, core, &journal)
      twinJournal.removeAll(keepingCapacity: true)
      guard random.chance(1, in: 60) else { continue }
      twin = try Self.restored(shelf, core, policy)
      if random.chance(1, in: 3) { core = try Self.restored(shelf, core, policy) }
    }
    #expect(core.acceptedAppeals > 20 && core.closedAppeals > 0)
  }

  static func apply(
    _ command: Command, _ instant: Instant, _ core: inout AppealCore,
    _ journal: inout JournalBuffer
  ) -> Refusal? {
    do throws(Refusal) {
      try core.apply(command, at: instant, into: &journal)
      return nil
    } catch {
      return error
    }
  }

  /// Writes a batch and compares with the whole.
  private static func write(
    _ shelf: inout RecordShelf, _ core: borrowing AppealCore, _ journal: inout JournalBuffer
  ) throws {
    let entries = (0..<journal.count).map { journal[$0] }
    _ = shelf.write(entries, core)
    let whole = RecordShelf(of: core).records
    let kept = shelf.remembered(core)
    if kept != whole {
      let keys = Set(kept.keys).union(whole.keys).filter { kept[$0] != whole[$0] }
      Issue.record("not written: \(keys.sorted())")
    }
    try #require(kept == whole)
    journal.removeAll(keepingCapacity: true)
  }

  private static func restored(
    _ shelf: RecordShelf, _ core: borrowing AppealCore, _ policy: Policy
  ) throws -> AppealCore {
    var source = ShelfSource(shelf)
    let restored = try AppealCore(policy: policy, restoring: &source)
    restored.audit()
    #expect(restored.canonicalWords() == core.canonicalWords())
    #expect(restored.digest() == core.digest())
    #expect(restored.chain == core.chain && restored.now == core.now)
    #expect(restored.nextAlarm == core.nextAlarm)
    #expect(restored.openAppeals == core.openAppeals)
    #expect(restored.rememberedAppeals == core.rememberedAppeals)
    #expect(restored.policyFingerprint == core.policyFingerprint)
    return restored
  }
}

@Suite("Rules by which entries name records")
struct TouchedRuleTests {
  /// Each of these names a record that changed and that nothing else in its batch named: without
  /// the rule, the test above fails.
  static let rules: [RecordShelf.Rule] = [
    rule(1, .open), rule(1, .burst, false), rule(1, .area, false), rule(2, .open), rule(3, .open),
    rule(4, .open), rule(5, .open), rule(6, .open), rule(7, .open), rule(8, .open),
    rule(8, .unit, false), rule(9, .open), rule(9, .unit, false), rule(10, .open),
    rule(11, .open), rule(11, .closed), rule(11, .unit, false), rule(11, .routing, false),
    rule(12, .closed), rule(13, .open), rule(13, .closed), rule(14, .open), rule(15, .open),
    rule(16, .open), rule(17, .open), rule(17, .closed), rule(18, .open), rule(18, .open, false),
    rule(19, .open), rule(19, .unit, false), rule(20, .open), rule(21, .contact), rule(22, .open),
    rule(44, .open), rule(26, .open), rule(26, .sideTask), rule(27, .open), rule(27, .sideTask),
    rule(28, .open), rule(28, .sideTask), rule(29, .open), rule(29, .sideTask), rule(43, .open),
    rule(32, .open), rule(32, .unit, false), rule(35, .unit, false), rule(38, .open),
    rule(38, .closed), rule(39, .open), rule(40, .area, false), rule(40, .open, false),
    rule(41, .contact, false), rule(42, .unit, false), rule(45, .unit, false),
    rule(46, .unit, false), rule(48, .open), rule(48, .open, false), rule(49, .open),
  ]

  private static func rule(
    _ tag: UInt8, _ kind: RecordKind, _ isOwn: Bool = true
  ) -> RecordShelf.Rule { RecordShelf.Rule(tag: tag, kind: kind, isOwn: isOwn) }

  @Test("Each rule is needed")
  func needed() throws {
    var needed: [RecordShelf.Rule: Int] = [:]
    // Some rules are rarely the only one to name a record.
    for seed in 0..<400 where !Self.rules.allSatisfy({ needed[$0, default: 0] > 0 }) {
      needed.merge(try Self.needs(seed)) { $0 + $1 }
    }
    for rule in Self.rules { #expect(needed[rule, default: 0] > 0, "\(rule)") }
  }

  private static func needs(_ seed: Int) throws -> [RecordShelf.Rule: Int] {
    let policy = try RandomPolicy.forSnapshots(seed)
    var shelf = RecordShelf(of: try AppealCore(policy: policy))
    var needed: [RecordShelf.Rule: Int] = [:]
    try RandomDrive.run(policy, seed: UInt64(seed) &+ 0x5EED, steps: 5_000) { entries, core in
      needed.merge(shelf.write(entries, core)) { $0 + $1 }
    }
    return needed
  }
}
