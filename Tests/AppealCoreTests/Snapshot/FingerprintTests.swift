import AppealCore
import CivicTime
import Testing

@Suite("Fingerprint of a policy")
struct FingerprintTests {
  private func fingerprint(_ change: (inout Policy) -> Void) throws -> UInt64 {
    var policy = try District.policy()
    policy.measures.supervision = Supervision(
      remindAt: 50, closeRemindAt: 20, supervise: .none, notice: .none, account: .none,
      evidenceThreshold: 3)
    policy.measures.tags = .small((0, .overdue))
    change(&policy)
    let core = try AppealCore(policy: policy)
    return core.policyFingerprint
  }

  @Test("Every rule shows in it")
  func rules() throws {
    let changes: [(inout Policy) -> Void] = [
      { _ in }, { $0.windows.idempotency += 1 }, { $0.returns.limit += 1 },
      { $0.dispatch.order = .arrival }, { $0.dispatch.intake[0][1] = .longtianPost },
      { $0.form.owners[0][0] = .power }, { $0.form.leaves[0].evidence = true },
      { $0.serviceLevels.classes[1] = .workingDays(6, .endOfDay) },
      { $0.serviceLevels.classes[1] = .workingDays(5, .sameClockTime) },
      { $0.serviceLevels.nodes[.verify] = .working(1) }, { $0.workflows.removeFirst() },
      { $0.units.append(Unit(name: "Water", controllable: true)) },
      { $0.measures.supervision?.evidenceThreshold = 4 }, { $0.measures.supervision = nil },
      { $0.measures.tags = .small((1, .overdue)) }, { $0.measures.adoption = true },
      { $0.measures.duplicates = DuplicateRules(window: 1, merges: false) },
      { $0.measures.duplicates = DuplicateRules(window: 1, merges: true) },
      { $0.measures.learnedRouting = LearnedRouting(leadsFrom: 50) },
      { $0.measures.learnedRouting = LearnedRouting(leadsFrom: 51) },
      { $0.measures.bulletin = BulletinRules(first: Instant("03-05 09:00")) },
      { $0.measures.lanes[.talent] = LaneRule(rank: 1, chaseAt: 10) },
      { $0.measures.lowScores = LowScoreRules(quarters: 8, answer: .reopen) },
      { $0.measures.credits = CreditRules(earlyWithin: 50, earlyClose: 1, fiveStars: 1) },
      { $0.measures.support = SupportRules(order: .serial) },
      { $0.measures.support = SupportRules(order: .parallel) },
      { $0.measures.campaigns = [Campaign(name: "a", from: .distantPast, until: .distantFuture)] },
      { $0.channels[0].requires = .photos },
    ]
    let found = try changes.map { try fingerprint($0) }
    #expect(Set(found).count == changes.count)
    #expect(try fingerprint { _ in } == found[0])
  }

  @Test("Names do not show in it")
  func names() throws {
    let plain = try fingerprint { _ in }
    #expect(try fingerprint { $0.units[0].name = "City management" } == plain)
    #expect(try fingerprint { $0.form.leaves[0].level3 = "Litter" } == plain)
  }
}
