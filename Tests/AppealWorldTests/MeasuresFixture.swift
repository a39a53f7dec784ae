import AppealCore
import AppealWorld
import CivicTime
import RandomStreams

/// The shipped plan with measures laid upon it, one by one or all together.
enum MeasuresFixture {
  static func constant(_ hours: Double) -> Distribution {
    (try? Constant(hours))?.distribution ?? .constant(.zero)
  }

  static func exponential(_ hours: Double) -> Distribution {
    (try? Exponential(mean: hours))?.distribution ?? .constant(.zero)
  }

  static let ladder = Supervision(
    remindAt: 50, closeRemindAt: 30, supervise: .elapsed(.hours(1)),
    notice: .elapsed(.hours(24)), account: .elapsed(.hours(72)), evidenceThreshold: 3)

  static func alerts(_ policy: Policy) -> AlertRules {
    var classes: [String: UInt16] = [:]
    let classOfLeaf = policy.allLeaves.map { leaf in
      let id = classes[leaf.level1] ?? UInt16(classes.count)
      classes[leaf.level1] = id
      return id
    }
    return AlertRules(
      count: 5, window: .days(1), classOfLeaf: classOfLeaf, sensitive: [LeafID(3)],
      bodies: ["petitions"], bodyOfLeaf: [LeafID(3): OversightID(0)])
  }

  static func firstLeaves(_ count: Int) -> Set<LeafID> { Set((0..<count).map { LeafID($0) }) }

  /// Every measure of the policy.
  static func allRules(_ policy: Policy, emergencyPost: ListID = ListID(0)) -> Measures {
    var measures = Measures()
    measures.tags = TagRegistry(
      kinds: [
        TagKind(id: "key", chinese: "重点", english: "key", rank: Rank.priority, isKey: true),
        TagKind(id: "again", chinese: "重复", english: "repeat"),
        TagKind(id: "late", chinese: "超时", english: "late"),
      ],
      rules: [
        TagRule(tag: TagID(1), condition: .isRepeat), TagRule(tag: TagID(2), condition: .overdue),
      ])
    measures.supervision = ladder
    measures.firstHandler = FirstHandler()
    measures.support = SupportRules(order: .parallel)
    measures.credits = CreditRules(earlyWithin: 50, earlyClose: 1, fiveStars: 2)
    measures.repairFirst = RepairFirst(leaves: firstLeaves(40), settle: .workingDays(3, .endOfDay))
    measures.lowScores = LowScoreRules(
      quarters: 10, answer: .callBack(within: .workingDays(2, .endOfDay)))
    measures.alerts = alerts(policy)
    let words = Set(Nature.allCases)
    measures.knowledge = KnowledgeBase(
      answers: [
        KnowledgeBase.Answer(leaf: LeafID(1), textKey: 0, title: "an answer", natures: words)
      ],
      answersRepeats: true)
    measures.duplicates = DuplicateRules(window: .days(14), merges: true)
    measures.lanes = [
      .deputy: LaneRule(rank: Rank.priority, chaseAt: 30),
      .vulnerable: LaneRule(rank: Rank.priority, chaseAt: 20),
    ]
    measures.emergency = EmergencyRules(
      leaves: firstLeaves(30), target: .elapsed(.hours(12)), post: emergencyPost, trigger: 20,
      window: .hours(24), quiet: .hours(24))
    measures.bulletin = BulletinRules(first: policy.calendar.zone.startOfDay(monday))
    measures.learnedRouting = LearnedRouting(leadsFrom: 90)
    measures.adoption = true
    return measures
  }

  /// 1 October 2018.
  private static var monday: CivilDate { CivilDate(daysSince1970: 17_805) }

  /// Everybody takes part in everything.
  static func allPeople(_ plan: WorldPlan) -> Participation {
    var people = plan.participation
    for channel in plan.channels.indices {
      people.freeText[channel] = 0.3
      people.photos[channel] = 0.4
    }
    people.clarifyHours = exponential(0.1)
    people.knownCitizens = 0.9
    people.lanes = [.deputy: 0.02, .talent: 0.02, .vulnerable: 0.05]
    people.tags = [TagID(0): 0.05]
    people.support = Participation.Support(share: 0.1, mostUnits: 3, effort: 0.5)
    people.dispute = Participation.Dispute(share: 0.3, delayHours: exponential(24))
    people.replies = Participation.Replies(
      hit: 0.7, accepted: 0.8, rejectionHours: exponential(12))
    people.exceptions = Participation.Exceptions(
      extended: 0.02, extensionDays: 3, suspended: 0.3, withdrawn: 0.03,
      withdrawalHours: exponential(30))
    people.callBackHours = exponential(0.2)
    people.chaseHours = exponential(0.2)
    people.liabilityHours = exponential(0.5)
    people.callBackError = 0.7
    people.groundlessReturns = 0.03
    people.adopted = 0.3
    people.adoptionHours = exponential(100)
    people.withoutEvidence = 0.2
    people.evidenceHours = exponential(5)
    return people
  }

  /// All measures on, and people taking part in all of them.
  static func all(_ plan: WorldPlan) -> WorldPlan {
    var plan = plan
    plan.policy.measures = allRules(plan.policy)
    plan.participation = allPeople(plan)
    for team in plan.teams.indices where plan.teams[team].role == .dispatch {
      plan.teams[team].pools = true
    }
    plan.effects.easierEntry = 1.05
    plan.effects.structuredErrors = 0.8
    plan.effects.waitAfterRung = 0.5
    plan.effects.waitAfterChase = 0.5
    plan.effects.outsideAfterRung = 0.9
    plan.effects.outsideAfterChase = 0.8
    plan.effects.groundlessUnderSupervision = 0.8
    plan.effects.startUnderCredits = 0.9
    plan.effects.redoUnderCredits = 0.9
    plan.effects.repeatsUnderProgress = 0.8
    plan.effects.redoUnderEvidence = 0.8
    plan.effects.earlyAction = 0.3
    plan.effects.startInEmergency = 0.7
    return plan
  }

  /// Runs to the end.
  static func run(
    _ plan: WorldPlan, seed: UInt64 = 1, each: (inout Trial) -> Void = { _ in }
  ) throws -> Outcome {
    var trial = try Trial(plan: plan, seed: seed, replication: 0)
    var outcome = Outcome()
    var goesOn = true
    while goesOn {
      goesOn = trial.advance()
      for index in 0..<trial.journal.count { outcome.entries.append(trial.journal[index]) }
      if goesOn { each(&trial) }
      trial.journal.removeAll(keepingCapacity: true)
    }
    outcome.counters = trial.counters
    outcome.chain = trial.coreChain
    outcome.open = trial.openAppeals
    outcome.tallies = trial.teamTallies()
    return outcome
  }

  struct Outcome {
    var entries: [JournalEntry] = []
    var counters = TrialCounters()
    var chain: UInt64 = 0
    var open = 0
    var tallies: [TeamTally] = []

    func count(_ isWanted: (Change) -> Bool) -> Int { entries.count { isWanted($0.change) } }

    var late: Int { count { if case .breached = $0 { true } else { false } } }

    /// Mean hours from registration to the first close.
    var meanHours: Double {
      var begun: [AppealNumber: Instant] = [:]
      var total = 0.0
      var closed = 0
      for entry in entries {
        switch entry.change {
        case .submitted: begun[entry.appeal] = entry.at
        case .closed:
          guard let start = begun.removeValue(forKey: entry.appeal) else { continue }
          total += Double(entry.at - start) / 3_600_000
          closed += 1
        default: break
        }
      }
      return total / Double(max(closed, 1))
    }

    /// Busy hours of the teams of a role.
    func busy(_ plan: WorldPlan, _ isWanted: (Team.Role) -> Bool) -> Double {
      tallies.filter { isWanted(plan.teams[$0.team].role) }.reduce(0) { $0 + $1.busyHours }
    }
  }
}
