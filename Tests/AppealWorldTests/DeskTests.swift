import AppealCore
import AppealWorld
import CivicTime
import Testing

/// Side tasks of the three desks: call-backs, chasers, liability.
@Suite struct DeskTests {
  private func desk(_ plan: WorldPlan, _ place: Int) -> ListID {
    let policy = plan.policy
    return ListID(
      policy.dispatch.posts.count + policy.units.count + policy.places.streets.count + place)
  }

  private func lowScores() throws -> WorldPlan {
    var plan = try WorldFixture.plan()
    plan.citizens.response = 0.8
    plan.policy.measures.lowScores = LowScoreRules(
      quarters: 14, answer: .callBack(within: .workingDays(2, .endOfDay)))
    plan.participation.callBackHours = MeasuresFixture.constant(0.2)
    plan.participation.callBackError = 0.5
    return plan
  }

  @Test func lowScoresAreCalledBackAndUnsolvedMattersWorkedAgain() throws {
    let outcome = try MeasuresFixture.run(try lowScores())
    let counts = outcome.counters.measures
    #expect(counts.callBacks > 100)
    #expect(abs(Double(counts.unsolvedCallBacks) / Double(counts.callBacks) - 0.5) < 0.1)
    var open: Set<AppealNumber> = []
    var closedAgain = 0
    for entry in outcome.entries {
      switch entry.change {
      case .reopened: open.insert(entry.appeal)
      case .closed: closedAgain += open.remove(entry.appeal) == nil ? 0 : 1
      default: break
      }
    }
    #expect(counts.reopened > 50)
    #expect(closedAgain * 10 > counts.reopened * 7)
  }

  @Test func aCallBackFindsWhatIsThere() throws {
    var plan = try lowScores()
    plan.participation.callBackError = 0
    plan.verification.sensitivity = 0
    for unit in plan.units.indices { plan.units[unit].redo = 0 }
    let good = try MeasuresFixture.run(plan).counters.measures
    #expect(good.callBacks > 100)
    #expect(good.unsolvedCallBacks == 0 && good.reopened == 0)
    for unit in plan.units.indices { plan.units[unit].redo = 0.2 }
    let bad = try MeasuresFixture.run(plan).counters.measures
    #expect(bad.unsolvedCallBacks > 50 && bad.reopened > 40)
    plan.participation.callBackError = 1
    let mistaken = try MeasuresFixture.run(plan).counters.measures
    #expect(mistaken.unsolvedCallBacks > bad.unsolvedCallBacks)
  }

  @Test func aDeskOfItsOwnRelievesTheCentre() throws {
    var plan = try lowScores()
    plan.participation.callBackHours = MeasuresFixture.constant(1)
    let shared = try MeasuresFixture.run(plan)
    let top = try #require(plan.teams.firstIndex { $0.lists.contains(ListID(0)) })
    plan.teams.append(
      Team(
        id: "call-back", title: "回访", role: .desk, lists: [desk(plan, 1)],
        shifts: [
          Shift(
            name: "day", calendar: plan.policy.calendar, heads: 3, availability: 1,
            urgentOnly: false, premium: 1)
        ],
        effort: MeasuresFixture.constant(0), switchingHours: 0, rate: plan.teams[0].rate))
    let apart = try MeasuresFixture.run(plan)
    #expect(apart.counters.measures.callBacks > 100)
    #expect(apart.tallies[plan.teams.count - 1].busyHours > 100)
    #expect(apart.tallies[top].busyHours < shared.tallies[top].busyHours)
    #expect(apart.tallies[plan.teams.count - 1].tasks > 100)
    plan.teams[plan.teams.count - 1].lists = [ListID(0)]
    #expect(throws: WorldPlanError.self) { _ = try Trial(plan: plan, seed: 1, replication: 0) }
  }

  @Test func chasersShortenTheWaitsOfTheirLane() throws {
    var plan = try WorldFixture.plan(explanation: "outside-waiting")
    plan.participation.lanes = [.deputy: 0.3]
    plan.participation.chaseHours = MeasuresFixture.constant(0.1)
    plan.policy.measures.lanes = [.deputy: LaneRule(rank: Rank.normal, chaseAt: 10)]
    let base = try MeasuresFixture.run(plan)
    #expect(base.counters.measures.chases > 200)
    #expect(base.counters.measures.hastened == 0)
    plan.effects.waitAfterChase = 0.1
    #expect(try MeasuresFixture.run(plan).chain == base.chain)
    plan.effects.outsideAfterChase = 0.1
    let chased = try MeasuresFixture.run(plan)
    #expect(chased.counters.measures.hastened > 50)
    #expect(chased.meanHours < base.meanHours)
  }
}
