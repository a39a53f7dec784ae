import AppealCore
import CivicTime

/// Each measure on or off, with random terms.
extension RandomPolicy {
  mutating func measures(of policy: Policy) -> Measures {
    var measures = Measures()
    if random.chance(1, in: 2) { measures.edition = edition(policy) }
    let all = policy.form.leaves.count + (measures.edition?.form.leaves.count ?? 0)
    if random.chance(2, in: 3) {
      measures.campaigns = (0...random.below(4)).map { campaign($0, policy, all) }
    }
    if random.chance(2, in: 3) {
      measures.tags = tags(policy, all, campaigns: measures.campaigns.count)
    }
    if random.chance(1, in: 3) {
      measures.learnedRouting = LearnedRouting(leadsFrom: Int64(random.below(102)))
    }
    setOversight(&measures, all)
    setCooperation(&measures, all)
    setCitizens(&measures, all)
    if random.chance(2, in: 3) { measures.emergency = emergency(policy, all) }
    return measures
  }

  private mutating func leaves(_ count: Int) -> Set<LeafID> {
    Set((0..<count).map { LeafID($0) }.filter { _ in random.chance(1, in: 2) })
  }

  private mutating func rank() -> UInt8? {
    random.chance(1, in: 2) ? nil : UInt8(random.below(3))
  }

  private mutating func edition(_ policy: Policy) -> FormEdition {
    let count = 1 + random.below(4)
    var form = form(
      count, streets: policy.places.streets.count, units: policy.units.count,
      classes: policy.serviceLevels.classes.count)
    form.version = "next"
    return FormEdition(
      form: form, successors: policy.form.leaves.map { _ in LeafID(random.below(count)) },
      derivesDeadlines: random.chance(1, in: 2))
  }

  private mutating func campaign(_ index: Int, _ policy: Policy, _ leafCount: Int) -> Campaign {
    let from = RandomCommands.start + .days(Int64(random.below(100))) - .days(10)
    let streets = policy.places.streets.indices.map { StreetID($0) }
    return Campaign(
      name: "campaign \(index)", from: from, until: from + .hours(Int64(1 + random.below(2_000))),
      leaves: random.chance(1, in: 3) ? [] : leaves(leafCount),
      streets: random.chance(1, in: 2) ? [] : Set(streets.filter { _ in random.chance(1, in: 2) }),
      target: random.chance(1, in: 2) ? nil : target(), rank: rank())
  }

  private mutating func tags(
    _ policy: Policy, _ leafCount: Int, campaigns: Int
  ) -> TagRegistry {
    let count = 1 + random.below(random.chance(1, in: 8) ? 64 : 8)
    let kinds = (0..<count).map {
      TagKind(
        id: "\($0)", chinese: "", english: "", rank: rank(), isKey: random.chance(1, in: 3))
    }
    let rules = (0..<random.below(14)).map { _ in
      TagRule(tag: TagID(random.below(count)), condition: condition(policy, leafCount, campaigns))
    }
    return TagRegistry(kinds: kinds, rules: rules)
  }

  private mutating func condition(
    _ policy: Policy, _ leafCount: Int, _ campaigns: Int
  ) -> TagRule.Condition {
    switch random.below(20) {
    case 0: .leaves(leaves(leafCount).union([LeafID(0)]))
    case 1: .nature(random.pick(Nature.allCases))
    case 2: .channel(ChannelID(random.below(policy.channels.count)))
    case 3: .street(StreetID(random.below(policy.places.streets.count)))
    case 4: .lane(random.pick(Lane.allCases))
    case 5: .unstructured
    case 6: .withPhotos
    case 7: .afterHours
    case 8: .isRepeat
    case 9: .inEmergency
    case 10 where campaigns > 0: .campaign(CampaignID(random.below(campaigns)))
    case 11: .alert(random.pick(AlertKind.allCases))
    case 12: .returned(times: UInt8(1 + random.below(2)))
    case 13: .redone(times: UInt8(1 + random.below(2)))
    case 14: .reopened(times: UInt8(1 + random.below(2)))
    case 15: .extended
    case 16: .overdue
    case 17: .rung(random.pick(Rung.allCases))
    case 18: .supported
    default: .disputed
    }
  }

  private mutating func setOversight(_ measures: inout Measures, _ leafCount: Int) {
    if random.chance(2, in: 3) {
      measures.supervision = Supervision(
        remindAt: Int64(random.below(101)), closeRemindAt: Int64(random.below(101)),
        supervise: target(), notice: target(), account: target(),
        evidenceThreshold: UInt16(random.below(4)))
      measures.supervision?.climb()
    }
    if random.chance(1, in: 2) {
      measures.bulletin = BulletinRules(
        first: RandomCommands.start + .hours(Int64(random.below(100))),
        every: .hours(Int64(12 + random.below(200))))
    }
    if random.chance(2, in: 3) {
      measures.alerts = AlertRules(
        count: UInt8(random.below(5)), window: .minutes(Int64(random.below(600))),
        classOfLeaf: (0..<leafCount).map { _ in UInt16(random.below(3)) },
        sensitive: random.chance(1, in: 2) ? leaves(leafCount) : [], bodies: ["a", "b"],
        bodyOfLeaf: leaves(leafCount).reduce(into: [:]) { $0[$1] = OversightID($1.index % 2) })
    }
    if random.chance(1, in: 2) {
      measures.credits = CreditRules(
        earlyWithin: Int64(random.below(101)), earlyClose: UInt8(random.below(4)),
        fiveStars: UInt8(random.below(4)))
    }
  }

  private mutating func setCooperation(_ measures: inout Measures, _ leafCount: Int) {
    if random.chance(1, in: 2) { measures.firstHandler = FirstHandler() }
    if random.chance(3, in: 4) {
      measures.support = SupportRules(
        order: random.pick([.parallel, .serial]), limit: UInt8(random.below(5)))
    }
    if random.chance(2, in: 3) {
      measures.repairFirst = RepairFirst(leaves: leaves(leafCount), settle: target())
    }
  }

  private mutating func setCitizens(_ measures: inout Measures, _ leafCount: Int) {
    if random.chance(2, in: 3) {
      measures.lowScores = LowScoreRules(
        quarters: UInt8(random.below(21)),
        answer: random.chance(1, in: 3) ? .reopen : .callBack(within: target()))
    }
    if random.chance(2, in: 3) {
      measures.knowledge = KnowledgeBase(
        answers: leaves(leafCount).sorted().enumerated().map { position, leaf in
          .init(
            leaf: leaf, textKey: UInt32(position % 3), title: "answer \(position)",
            natures: Set(Nature.allCases.filter { _ in random.chance(3, in: 4) }))
        }, answersRepeats: random.chance(1, in: 2))
    }
    if random.chance(3, in: 4) {
      measures.duplicates = DuplicateRules(
        window: .hours(Int64(random.below(300))), merges: random.chance(1, in: 2))
    }
    for lane in Lane.allCases where random.chance(1, in: 2) {
      measures.lanes[lane] = LaneRule(
        rank: UInt8(random.below(3)),
        chaseAt: random.chance(1, in: 4) ? nil : Int64(random.below(101)))
    }
    measures.adoption = random.chance(2, in: 3)
  }

  private mutating func emergency(_ policy: Policy, _ leafCount: Int) -> EmergencyRules {
    EmergencyRules(
      leaves: leaves(leafCount), target: target(),
      post: random.chance(1, in: 3) ? .none : ListID(random.below(policy.dispatch.posts.count)),
      trigger: UInt8(random.below(4)), window: .minutes(Int64(random.below(600))),
      quiet: .minutes(Int64(1 + random.below(900))))
  }
}

extension Supervision {
  /// Replaces spans that are shorter than one below by that one.
  fileprivate mutating func climb() {
    func longer(_ upper: Target, than lower: Target) -> Target {
      switch (lower, upper) {
      case (.elapsed(let a), .elapsed(let b)): .elapsed(max(a, b))
      case (.working(let a), .working(let b)): .working(max(a, b))
      case (.workingDays(let a, let rule), .workingDays(let b, let other)) where rule == other:
        .workingDays(max(a, b), rule)
      default: upper
      }
    }
    notice = longer(notice, than: supervise)
    account = longer(longer(account, than: supervise), than: notice)
  }
}
