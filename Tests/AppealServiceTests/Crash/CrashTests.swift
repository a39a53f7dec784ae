import AppealCore
import AppealService
import CivicTime
import Foundation
import ServiceFixtures
import Testing

@Suite("Killed while it serves")
struct CrashTests {
  private static let isLong = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1"
  private static let kills = isLong ? 200 : 6
  private static let killsPerStore = 10

  @Test("Each acknowledged submission is there once, the journal is whole, and the store is sound")
  func kill() throws {
    let folder = try Folder()
    let shift = Town.monday - (try #require(ServiceClock.wall.now))
    var random = SplitMix(seed: 20_180_305)
    var (told, appeals, toldLater) = (0, 0, 0)
    for store in 0..<(Self.kills + Self.killsPerStore - 1) / Self.killsPerStore {
      let policy = try Town.policy()
      let path = try folder.store("\(store)", policy: policy)
      let kills = min(Self.killsPerStore, Self.kills - store * Self.killsPerStore)
      let ledger = try live(path, policy, kills: kills, shift, &random)
      told += ledger.acknowledged.count
      appeals += ledger.appeals
      toldLater += ledger.toldLater
    }
    print(
      "\(Self.kills) kills: \(told) submissions acknowledged, all there once;"
        + " \(appeals) appeals; \(toldLater) durable before anybody was told, and told later")
    #expect(told > 0 && appeals >= told)
  }

  /// Children serve one new store, one after the other.
  private func live(
    _ path: String, _ policy: Policy, kills: Int, _ shift: Milliseconds, _ random: inout SplitMix
  ) throws -> CrashLedger {
    var ledger = CrashLedger(path: path, policy: policy, clients: 3)
    for _ in 0..<kills {
      let moment: CrashedChild.Moment =
        random.below(5) == 0
        ? .afterStart(UInt32(random.below(60))) : .atWork(UInt32(random.below(200)))
      ledger.add(
        try CrashedChild(store: path, shift: shift, starts: ledger.starts, moment: moment))
      try ledger.compare()
    }
    return ledger
  }
}
