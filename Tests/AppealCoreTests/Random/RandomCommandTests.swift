import AppealCore
import CivicTime
import Foundation
import Testing

/// 120,000 random commands under twelve random policies, or 10 million under 500 with
/// `HUYING_LONG=1`: all invariants after each, the journal judged by the oracle, then replayed
/// and retraced.
@Suite("Random commands")
struct RandomCommandTests {
  static let isLong = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1"
  static let policies = isLong ? 500 : 12
  static let commands = isLong ? 20_000 : 10_000

  @Test("No invariant breaks", arguments: 0..<policies)
  func run(_ seed: Int) throws {
    let policy = try RandomPolicy.make(seed: UInt64(seed))
    var source = RandomCommands(seed: UInt64(seed) &+ 0xABCD, policy: policy)
    var core = try AppealCore(policy: policy)
    var oracle = Oracle(policy: policy)
    var journal = JournalBuffer()
    var now = RandomCommands.start
    var refusals: [String: Int] = [:]
    for step in 0..<Self.commands {
      let instant = source.instant(after: now, core)
      now = max(now, instant)
      let start = journal.count
      let words = step % 4 == 0 ? core.canonicalWords() : []
      let chain = core.chain
      let command = source.command(core)
      oracle.hear(command)
      do throws(Refusal) {
        try core.apply(command, at: instant, into: &journal)
      } catch {
        refusals["\(error)".prefix { $0 != "(" }.description, default: 0] += 1
        if journal.count == start {
          try #require(core.chain == chain && (words.isEmpty || core.canonicalWords() == words))
        }
      }
      core.audit()
      let entries = (start..<journal.count).map { journal[$0] }
      oracle.judge(entries, upTo: instant, core)
      entries.forEach { source.learn($0) }
      try #require(oracle.problems.isEmpty)
    }
    try compareWithReplay(core, journal, policy)
    let refused = refusals.values.reduce(0, +)
    #expect(refused < Self.commands * 4 / 5, "enough commands must take effect")
    #expect(core.acceptedAppeals > Self.commands / 200 && core.closedAppeals > 0)
    #expect(refusals.count >= 20, "many kinds of refusal must occur: \(refusals)")
  }

  private func compareWithReplay(
    _ core: borrowing AppealCore, _ journal: borrowing JournalBuffer, _ policy: Policy
  ) throws {
    let replayed = try AppealCore.replay(journal, policy: policy)
    replayed.audit()
    #expect(replayed.canonicalWords() == core.canonicalWords())
    #expect(replayed.digest() == core.digest())
    #expect(replayed.chain == core.chain)
    #expect(replayed.nextAlarm == core.nextAlarm)
    #expect(replayed.openAppeals == core.openAppeals)
    #expect(replayed.rememberedAppeals == core.rememberedAppeals)
    var retraced = try AppealCore(policy: policy)
    #expect(retraced.retrace(journal) == nil)
    #expect(retraced.canonicalWords() == core.canonicalWords() && retraced.chain == core.chain)
  }
}
