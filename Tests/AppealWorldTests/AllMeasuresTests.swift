import AppealCore
import AppealWorld
import CivicTime
import Testing

/// All measures at once: nothing hangs, nothing depends on chance that was not drawn.
@Suite struct AllMeasuresTests {
  @Test(arguments: ["congestion", "outside-waiting", "unit-habit"])
  func nothingIsLeftHanging(_ explanation: String) throws {
    let plan = MeasuresFixture.all(try WorldFixture.plan(explanation: explanation))
    var problems: [String] = []
    var looks = 0
    let outcome = try MeasuresFixture.run(plan) { trial in
      looks += 1
      if problems.count < 5 { problems += trial.audit() }
    }
    #expect(problems == [])
    #expect(looks > 10)
    #expect(outcome.counters.refusals * 50 < outcome.counters.commands)
  }

  @Test func nothingIsLeftHangingWithPartsInSeries() throws {
    var plan = MeasuresFixture.all(try WorldFixture.plan("reforms/package-4"))
    plan.policy.measures.support = SupportRules(order: .serial)
    plan.policy.measures.firstHandler = nil
    plan.policy.measures.lowScores = LowScoreRules(quarters: 12, answer: .reopen)
    plan.policy.measures.duplicates = DuplicateRules(window: .days(14), merges: false)
    var problems: [String] = []
    let outcome = try MeasuresFixture.run(plan) { trial in
      if problems.count < 5 { problems += trial.audit() }
    }
    #expect(problems == [])
    #expect(outcome.counters.measures.supports > 50)
    #expect(outcome.counters.measures.reopened > 20)
  }

  @Test func everyMeasureIsTakenPartIn() throws {
    let plan = MeasuresFixture.all(try WorldFixture.plan(explanation: "outside-waiting"))
    let counts = try MeasuresFixture.run(plan).counters.measures
    for (what, count) in [
      ("added", counts.addedNeeds), ("withdrawn", counts.withdrawn), ("merged", counts.merged),
      ("replies", counts.instantReplies), ("rejected", counts.rejectedReplies),
      ("supports", counts.supports), ("disputes", counts.disputes),
      ("liabilities", counts.settledLiabilities), ("callBacks", counts.callBacks),
      ("unsolved", counts.unsolvedCallBacks), ("chases", counts.chases),
      ("reopened", counts.reopened), ("arbitrations", counts.arbitrations),
      ("extensions", counts.extensions), ("suspensions", counts.suspensions),
      ("evidence", counts.missingEvidence), ("wasted", counts.wastedTasks),
      ("hastened", counts.hastened), ("shirked", counts.shirked),
      ("prevented", counts.preventedNeeds),
    ] {
      #expect(count > 0, "\(what)")
    }
  }

  @Test func theSameSeedGivesTheSameJournal() throws {
    let plan = MeasuresFixture.all(try WorldFixture.plan())
    let first = try MeasuresFixture.run(plan)
    #expect(try MeasuresFixture.run(plan).chain == first.chain)
    #expect(try MeasuresFixture.run(plan, seed: 2).chain != first.chain)
    let replica = try AppealCore(policy: plan.policy)
    #expect(try Self.replayed(first.entries, replica) == first.chain)
  }

  private static func replayed(
    _ entries: [JournalEntry], _ core: consuming AppealCore
  ) throws -> UInt64 {
    var core = core
    for entry in entries { core.evolve(entry) }
    return core.chain
  }

  /// Hours and shares of what nobody does shift no draw.
  @Test func neutralParticipationChangesNothing() throws {
    let plan = try WorldFixture.plan(explanation: "unit-habit")
    var neutral = plan
    neutral.participation = MeasuresFixture.allPeople(plan)
    let none = Participation(channels: plan.channels.count)
    neutral.participation.freeText = none.freeText
    neutral.participation.photos = none.photos
    neutral.participation.knownCitizens = 0
    neutral.participation.lanes = [:]
    neutral.participation.tags = [:]
    neutral.participation.support.share = 0
    neutral.participation.dispute.share = 0
    neutral.participation.groundlessReturns = 0
    neutral.participation.exceptions = none.exceptions
    neutral.participation.withoutEvidence = 0
    #expect(try MeasuresFixture.run(neutral).chain == MeasuresFixture.run(plan).chain)
  }

  /// What one measure draws leaves the draws of all others alone.
  @Test func aMeasureLeavesTheNeedsAsTheyAre() throws {
    let plan = try WorldFixture.plan()
    func first(_ plan: WorldPlan) throws -> [UInt64: Submission] {
      let items = WorldFixture.submissions(try MeasuresFixture.run(plan).entries)
        .filter { $0.reference & 255 == 0 && $0.contactAt < plan.windowEnd - .days(14) }
      return Dictionary(items.map { ($0.reference, $0) }) { one, _ in one }
    }
    var more = plan
    more.participation = MeasuresFixture.allPeople(plan)
    #expect(try first(more) == first(plan))
  }

  @Test func anyReopeningIsWorkedToTheEnd() throws {
    let plan = try WorldFixture.plan()
    var trial = try Trial(plan: plan, seed: 1, replication: 0)
    var reopened: [AppealNumber] = []
    var ended: Set<AppealNumber> = []
    while trial.advance() {
      for index in 0..<trial.journal.count {
        let entry = trial.journal[index]
        if case .closed = entry.change, reopened.contains(entry.appeal) {
          ended.insert(entry.appeal)
        } else if case .closed = entry.change, reopened.count < 20,
          !trial.remembers(entry.appeal), trial.intervene(.reopen(entry.appeal, .supervision))
        {
          reopened.append(entry.appeal)
        }
      }
      let problems = trial.audit()
      #expect(problems == [])
      trial.journal.removeAll(keepingCapacity: true)
    }
    #expect(reopened.count == 20)
    #expect(ended.count >= 18)
  }
}
