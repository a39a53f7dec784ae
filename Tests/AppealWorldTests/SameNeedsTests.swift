import AppealCore
import AppealWorld
import CivicTime
import Testing

/// The organisation may change; the needs it meets must not.
@Suite struct SameNeedsTests {
  /// What a need is, whatever channel brings it.
  struct Brought: Hashable {
    var contactAt: Instant
    var nature: Nature
    var community: CommunityID
  }

  /// First appeals by need, of those in contact well before the end.
  private func needs(_ plan: WorldPlan) throws -> [UInt64: Brought] {
    let submissions = WorldFixture.submissions(try WorldFixture.journal(plan))
    let limit = plan.windowEnd - .days(14)
    var needs: [UInt64: Brought] = [:]
    for item in submissions where item.reference & 255 == 0 && item.contactAt < limit {
      needs[item.reference >> 8] = Brought(
        contactAt: item.contactAt, nature: item.nature, community: item.community)
    }
    return needs
  }

  @Test func anotherDispatcherLeavesEveryNeedUnchanged() throws {
    let plan = try WorldFixture.plan()
    var more = plan
    more.teams[0].shifts[0].heads += 1
    let base = try needs(plan)
    #expect(base.count > 3_000)
    #expect(try needs(more) == base)
    #expect(try WorldFixture.journal(more).count != WorldFixture.journal(plan).count)
  }

  @Test func closingAChannelLeavesEveryNeedUnchanged() throws {
    let plan = try WorldFixture.plan()
    var closed = plan
    let landline = closed.channels.count - 1
    closed.policy.channels[landline].phase = .closed(successor: ChannelID(0))
    #expect(try needs(closed) == needs(plan))
    let arrived = WorldFixture.submissions(try WorldFixture.journal(closed)).map(\.channel)
    #expect(!arrived.contains(ChannelID(landline)))
  }

  @Test func aChannelWithoutShareHandsItsNeedsToTheOthers() throws {
    let plan = try WorldFixture.plan()
    var without = plan
    without.channels[without.channels.count - 1].share = 0
    #expect(try needs(without) == needs(plan))
  }

  @Test func anotherReplicationMeetsOtherNeeds() throws {
    let plan = try WorldFixture.plan()
    let other = WorldFixture.submissions(try WorldFixture.journal(plan, seed: 2))
    let same = WorldFixture.submissions(try WorldFixture.journal(plan))
    #expect(other.map(\.contactAt) != same.map(\.contactAt))
  }
}
