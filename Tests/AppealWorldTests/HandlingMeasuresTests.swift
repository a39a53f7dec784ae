import AppealCore
import AppealWorld
import CivicTime
import Testing

/// What units and posts do with the measures.
@Suite struct HandlingMeasuresTests {
  @Test func partsInParallelTakeLessTimeThanInSeriesOrAlone() throws {
    var plan = try WorldFixture.plan()
    plan.participation.support = .init(share: 0.4, mostUnits: 3, effort: 1)
    let alone = try MeasuresFixture.run(plan)
    plan.policy.measures.support = SupportRules(order: .parallel)
    let parallel = try MeasuresFixture.run(plan)
    plan.policy.measures.support = SupportRules(order: .serial)
    let serial = try MeasuresFixture.run(plan)
    #expect(parallel.counters.measures.supports > 500)
    #expect(parallel.meanHours < serial.meanHours)
    func work(_ outcome: MeasuresFixture.Outcome) -> Double {
      outcome.busy(plan) { if case .unit = $0 { true } else { false } }
    }
    // The same parts are done, by whomever.
    #expect(abs(work(alone) / work(parallel) - 1) < 0.15)
    plan.participation.support.share = 0
    #expect(work(try MeasuresFixture.run(plan)) < 0.8 * work(parallel))
  }

  @Test func repairingFirstSavesTheTimeOfTheDispute() throws {
    var plan = try WorldFixture.plan()
    plan.participation.dispute = .init(share: 0.5, delayHours: MeasuresFixture.constant(48))
    plan.participation.dispute.leaves = MeasuresFixture.firstLeaves(plan.policy.form.leaves.count)
    let waiting = try MeasuresFixture.run(plan)
    plan.policy.measures.repairFirst = RepairFirst(
      leaves: plan.participation.dispute.leaves, settle: .workingDays(5, .endOfDay))
    let repaired = try MeasuresFixture.run(plan)
    #expect(waiting.counters.measures.delayedByDispute > 500)
    #expect(waiting.counters.measures.disputes == 0)
    #expect(repaired.counters.measures.delayedByDispute == 0)
    #expect(repaired.counters.measures.settledLiabilities > 400)
    #expect(repaired.meanHours < waiting.meanHours - 12)
  }

  @Test(arguments: [
    ("outside-waiting", \Effects.outsideAfterRung, \Effects.waitAfterRung),
    ("unit-habit", \Effects.waitAfterRung, \Effects.outsideAfterRung),
  ])
  func rungsShortenWaits(
    _ explanation: String, _ factor: WritableKeyPath<Effects, Double> & Sendable,
    _ other: WritableKeyPath<Effects, Double> & Sendable
  ) throws {
    var plan = try WorldFixture.plan(explanation: explanation)
    plan.policy.measures.supervision = MeasuresFixture.ladder
    let base = try MeasuresFixture.run(plan)
    // What shortens habits leaves waits outside alone, and the other way round.
    plan.effects[keyPath: other] = 0.2
    #expect(try MeasuresFixture.run(plan).chain == base.chain)
    plan.effects[keyPath: factor] = 0.2
    let hastened = try MeasuresFixture.run(plan)
    #expect(hastened.counters.measures.hastened > 300)
    #expect(hastened.meanHours < 0.95 * base.meanHours)
    #expect(hastened.late < base.late)
    plan.policy.measures.supervision = nil
    #expect(try MeasuresFixture.run(plan).counters.measures.hastened == 0)
  }

  @Test func aWaitIsShortenedOnceHoweverManyRungsRing() throws {
    var plan = try WorldFixture.plan(explanation: "outside-waiting")
    plan.policy.measures.supervision = Supervision(
      remindAt: 5, closeRemindAt: 5, supervise: .elapsed(0), notice: .elapsed(.hours(1)),
      account: .elapsed(.hours(2)), evidenceThreshold: 0)
    plan.effects.outsideAfterRung = 0.99
    let outcome = try MeasuresFixture.run(plan)
    let rungs = outcome.entries.filter { if case .rung = $0.change { true } else { false } }
    let pressed = Set(rungs.map(\.appeal)).count
    #expect(rungs.count > pressed * 11 / 10)
    #expect((300...pressed).contains(outcome.counters.measures.hastened))
  }

  private func returns(_ plan: WorldPlan) throws -> (groundless: Int, justified: Int) {
    let outcome = try MeasuresFixture.run(plan)
    return (
      outcome.count { if case .sentBack(_, .none, _, _) = $0 { true } else { false } },
      outcome.count { if case .sentBack(_, .notResponsible, _, _) = $0 { true } else { false } }
    )
  }

  @Test func supervisionActsOnGroundlessReturnsAlone() throws {
    var plan = try WorldFixture.plan()
    let without = try returns(plan)
    #expect(without.groundless == 0 && without.justified > 200)
    plan.participation.groundlessReturns = 0.2
    let before = try returns(plan)
    #expect(before.groundless > 500)
    plan.effects.groundlessUnderSupervision = 0
    #expect(try returns(plan) == before)
    plan.policy.measures.supervision = MeasuresFixture.ladder
    #expect(try returns(plan) == without)
  }

  @Test func aUnitThatNeedsAGroundKeepsTheAppealAndTriesOnce() throws {
    var plan = try WorldFixture.plan()
    plan.policy.measures.firstHandler = FirstHandler()
    let before = try MeasuresFixture.run(plan)
    plan.participation.groundlessReturns = 0.3
    let after = try MeasuresFixture.run(plan)
    #expect(after.count { if case .sentBack(_, .none, _, _) = $0 { true } else { false } } == 0)
    let tried = after.counters.measures.shirked
    #expect(tried > 400 && before.counters.measures.shirked == 0)
    let signed = after.count {
      if case .advanced(.signIn, _, _) = $0 { true } else { false }
    }
    #expect(Double(tried) < 0.32 * Double(signed))
    #expect(after.counters.refusals >= before.counters.refusals + tried * 8 / 10)
  }

  @Test func theGateAsksForEvidenceInTheSimpleWorkflowToo() throws {
    var plan = try WorldFixture.plan()
    var simple = Workflow.simple
    simple.onlySimpleLeaves = false
    plan.policy.workflows = [simple]
    for leaf in plan.policy.form.leaves.indices { plan.policy.form.leaves[leaf].evidence = true }
    let base = try MeasuresFixture.run(plan)
    plan.participation.withoutEvidence = 0.4
    plan.participation.evidenceHours = MeasuresFixture.constant(30)
    let gated = try MeasuresFixture.run(plan)
    #expect(base.counters.measures.missingEvidence == 0)
    #expect(gated.counters.measures.missingEvidence > 1_000)
    #expect(gated.meanHours > base.meanHours + 5)
  }

  @Test func rewardedUnitsDoBetterAsAssumed() throws {
    var plan = try WorldFixture.plan(explanation: "unit-habit")
    plan.policy.measures.supervision = MeasuresFixture.ladder
    let usual = try MeasuresFixture.run(plan)
    plan.effects.startUnderCredits = 0.2
    plan.effects.redoUnderCredits = 0
    #expect(try MeasuresFixture.run(plan).chain == usual.chain)
    plan.policy.measures.credits = CreditRules(earlyWithin: 50, earlyClose: 1, fiveStars: 1)
    let rewarded = try MeasuresFixture.run(plan)
    #expect(rewarded.meanHours < 0.8 * usual.meanHours)
    #expect(rewarded.redone == 0 && usual.redone > 20)
  }

  @Test func evidenceIsAskedForOnce() throws {
    var plan = try WorldFixture.plan()
    for leaf in plan.policy.form.leaves.indices { plan.policy.form.leaves[leaf].evidence = true }
    let base = try MeasuresFixture.run(plan)
    plan.participation.withoutEvidence = 0.4
    plan.participation.evidenceHours = MeasuresFixture.constant(30)
    let gated = try MeasuresFixture.run(plan)
    #expect(gated.counters.measures.missingEvidence > 1_000)
    #expect(gated.counters.refusals > gated.counters.measures.missingEvidence)
    #expect(gated.meanHours > base.meanHours + 5)
    plan.effects.redoUnderEvidence = 0
    #expect(try MeasuresFixture.run(plan).redone == 0)
    for leaf in plan.policy.form.leaves.indices { plan.policy.form.leaves[leaf].evidence = false }
    let free = try MeasuresFixture.run(plan)
    #expect(free.counters.measures.missingEvidence == 0 && free.redone > 20)
  }

  @Test func aFirstHandlerIsRelievedByTheTopPost() throws {
    var plan = try WorldFixture.plan()
    plan.policy.measures.firstHandler = FirstHandler()
    let outcome = try MeasuresFixture.run(plan)
    let asked = outcome.count { if case .sentBack = $0 { true } else { false } }
    let decided = outcome.count {
      if case .arbitrated(_, let upheld) = $0 { upheld } else { false }
    }
    #expect(asked > 200)
    #expect(decided > asked * 9 / 10)
  }

  @Test func pooledStaffServeTheMergedListInAnEmergency() throws {
    var plan = try WorldFixture.plan()
    let street = StreetID(0)
    let home = try #require(
      plan.policy.dispatch.posts.firstIndex { $0.kind == .street(street) })
    plan.policy.measures.emergency = EmergencyRules(
      leaves: MeasuresFixture.firstLeaves(plan.policy.form.leaves.count), target: .none,
      post: ListID(plan.policy.dispatch.posts.firstIndex { $0.kind == .district } ?? 0),
      trigger: 0, window: .hours(1), quiet: .hours(1))
    plan.modeSwitches = [
      ModeSwitch(at: plan.windowStart, street: street, mode: .emergency),
      ModeSwitch(at: plan.windowStart + .days(21), street: street, mode: .peacetime),
    ]
    let team = try #require(plan.teams.firstIndex { $0.lists.contains(ListID(home)) })
    func tasks() throws -> Int {
      let outcome = try MeasuresFixture.run(plan) { trial in
        let problems = trial.audit()
        #expect(problems == [])
      }
      #expect(outcome.count { if case .modeChanged = $0 { true } else { false } } == 2)
      return outcome.tallies[team].tasks
    }
    let apart = try tasks()
    plan.teams[team].pools = true
    #expect(try tasks() > apart + 20)
  }

  @Test func anEmergencyMakesUnitsStartSooner() throws {
    var plan = try WorldFixture.plan(explanation: "unit-habit")
    plan.policy.measures.emergency = EmergencyRules(
      leaves: [], target: .none, post: .none, trigger: 0, window: .hours(1), quiet: .hours(1))
    plan.modeSwitches = plan.policy.places.streets.indices.map {
      ModeSwitch(at: plan.runInStart, street: StreetID($0), mode: .emergency)
    }
    let base = try MeasuresFixture.run(plan)
    plan.effects.startInEmergency = 0.2
    #expect(try MeasuresFixture.run(plan).meanHours < 0.8 * base.meanHours)
  }

  @Test func extensionsSuspensionsAndWithdrawalsHappenAsOften() throws {
    var plan = try WorldFixture.plan(explanation: "outside-waiting")
    plan.participation.exceptions = .init(
      extended: 0.1, extensionDays: 5, suspended: 0.5, withdrawn: 0.2,
      withdrawalHours: MeasuresFixture.exponential(10))
    let outcome = try MeasuresFixture.run(plan)
    let extended = outcome.count {
      if case .deadlineChanged(.extended, _) = $0 { true } else { false }
    }
    let suspended = outcome.count { if case .suspended = $0 { true } else { false } }
    let resumed = outcome.count { if case .resumed = $0 { true } else { false } }
    let cancelled = outcome.count { if case .cancelled = $0 { true } else { false } }
    #expect(extended > 200 && suspended > 500 && cancelled > 500)
    #expect(resumed > suspended * 7 / 10)
    #expect(outcome.counters.measures.wastedTasks > 0)
  }

  @Test func tagsAreGivenAndSuggestionsAdopted() throws {
    var plan = try WorldFixture.plan()
    plan.policy.measures.tags.kinds = [
      TagKind(id: "special", chinese: "专项", english: "special", rank: Rank.priority)
    ]
    plan.policy.measures.adoption = true
    plan.participation.tags = [TagID(0): 0.2]
    plan.participation.adopted = 0.5
    plan.participation.adoptionHours = MeasuresFixture.constant(24)
    let outcome = try MeasuresFixture.run(plan)
    let tagged = outcome.count { if case .tagged = $0 { true } else { false } }
    #expect(abs(Double(tagged) / Double(outcome.counters.appeals) - 0.2) < 0.03)
    var states: [AdoptionState: Int] = [:]
    for entry in outcome.entries {
      if case .adoption(let state) = entry.change { states[state, default: 0] += 1 }
    }
    #expect((states[.underReview] ?? 0) > 10)
    #expect((states[.declined] ?? 0) > 0)
    #expect((states[.adopted] ?? 0) + (states[.partlyAdopted] ?? 0) > 0)
  }

  /// Hours of a working day are 7: by whatever rule a limit is told, its working time counts.
  @Test(arguments: [Target.elapsed(.hours(28)), .working(.hours(28))])
  func limitsAreComparedByTheirWorkingTime(_ limit: Target) throws {
    var plan = try WorldFixture.plan()
    plan.effects.effortOfLimits = 0.1
    plan.referenceLimits = plan.policy.serviceLevels
    plan.referenceLimits?.leaves = [:]
    func chain(_ limit: Target) throws -> UInt64 {
      plan.referenceLimits?.overall = plan.policy.serviceLevels.overall.mapValues { _ in limit }
      plan.referenceLimits?.classes = plan.policy.serviceLevels.classes.map { _ in limit }
      return try MeasuresFixture.run(plan).chain
    }
    let days = try chain(.workingDays(4, .endOfDay))
    #expect(try chain(limit) == days)
    #expect(try chain(.workingDays(5, .endOfDay)) != days)
  }

  @Test func shorterLimitsChangeEffortByTheirExponent() throws {
    var plan = try WorldFixture.plan()
    let work = try MeasuresFixture.run(plan).busy(plan) {
      if case .unit = $0 { true } else { false }
    }
    plan.referenceLimits = plan.policy.serviceLevels
    plan.referenceLimits?.overall = plan.policy.serviceLevels.overall.mapValues { _ in
      .elapsed(.days(365))
    }
    plan.referenceLimits?.classes = plan.policy.serviceLevels.classes.map { _ in
      .elapsed(.days(365))
    }
    plan.effects.effortOfLimits = 0.1
    let less = try MeasuresFixture.run(plan).busy(plan) {
      if case .unit = $0 { true } else { false }
    }
    #expect(less < 0.8 * work)
  }
}

extension MeasuresFixture.Outcome {
  var redone: Int { count { if case .redone = $0 { true } else { false } } }
}
