import AppealCore
import CivicTime
import Testing

@Suite("Policy errors of the measures")
struct MeasureErrorTests {
  typealias Case = PolicyErrorTests.Case

  @Test(arguments: tags + campaigns + rules + citizens + alerts + editions)
  func refused(_ example: Case) throws {
    var policy = try District.policy()
    example.breakIt(&policy)
    let error = #expect(throws: PolicyError.self) { try policy.validate() }
    #expect(error == example.expected)
    #expect(error?.description == example.sentence)
  }

  private static func measure(
    _ what: String, _ problem: String, _ breakIt: @escaping @Sendable (inout Policy) -> Void
  ) -> Case {
    Case(.measure(what, problem), "The \(what) \(problem); correct it.", breakIt)
  }

  private static func negative(
    _ what: String, _ breakIt: @escaping @Sendable (inout Policy) -> Void
  ) -> Case {
    Case(.negativeLimit(of: what), "The limit of \(what) is negative; give zero or more.", breakIt)
  }

  private static func tooMany(
    _ what: String, _ count: Int, _ limit: Int,
    _ breakIt: @escaping @Sendable (inout Policy) -> Void
  ) -> Case {
    Case(
      .tooMany(what, count: count, limit: limit),
      "The policy has \(count) \(what); there may be at most \(limit).", breakIt)
  }

  static let tags: [Case] = [
    tooMany("kinds of tag", 65, 64) {
      $0.measures.tags.kinds = (0...64).map { TagKind(id: "\($0)", chinese: "", english: "") }
    },
    measure("tag key", "is registered twice") {
      $0.measures.tags = .small()
      $0.measures.tags.kinds[3].id = "key"
    },
    measure("tag plain", "has a rank beyond 0 … 2") {
      $0.measures.tags = .small()
      $0.measures.tags.kinds[3].rank = 3
    },
    measure("rule of tags", "sets a tag that is not registered") {
      $0.measures.tags = .small((4, .extended))
    },
    measure("rule of tags", "names an unknown leaf") {
      $0.measures.tags = .small((3, .leaves([LeafID(5)])))
    },
  ]

  private static func campaign(_ change: (inout Campaign) -> Void) -> [Campaign] {
    var campaign = Campaign(name: "Clean", from: Instant("03-05 00:00"), until: .distantFuture)
    change(&campaign)
    return [campaign]
  }

  static let campaigns: [Case] = [
    tooMany("campaigns", 65, 64) {
      $0.measures.campaigns = (0...64).flatMap { _ in campaign { _ in } }
    },
    measure("campaign Clean", "ends before it begins") {
      $0.measures.campaigns = campaign { $0.until = $0.from }
    },
    measure("campaign Clean", "names an unknown leaf") {
      $0.measures.campaigns = campaign { $0.leaves = [LeafID(5)] }
    },
    measure("campaign Clean", "names an unknown street") {
      $0.measures.campaigns = campaign { $0.streets = [StreetID(2)] }
    },
    negative("campaign Clean") { $0.measures.campaigns = campaign { $0.target = .elapsed(-1) } },
    measure("campaign Clean", "has a rank beyond 0 … 2") {
      $0.measures.campaigns = campaign { $0.rank = 3 }
    },
  ]

  private static func ladder(_ change: (inout Supervision) -> Void) -> Supervision {
    var ladder = Supervision(
      remindAt: 0, closeRemindAt: 100, supervise: .none, notice: .none, account: .none,
      evidenceThreshold: 0)
    change(&ladder)
    return ladder
  }

  static let rules: [Case] = [
    measure("dispatch tree", "sends unclear appeals to a post that does not exist") {
      $0.dispatch.unclear = ListID(3)
    },
    measure("supervision", "has a percentage beyond 0 … 100") {
      $0.measures.supervision = ladder { $0.remindAt = 101 }
    },
    measure("supervision", "has a percentage beyond 0 … 100") {
      $0.measures.supervision = ladder { $0.closeRemindAt = -1 }
    },
    negative("a rung of the ladder") {
      $0.measures.supervision = ladder { $0.supervise = .working(-1) }
    },
    negative("a rung of the ladder") {
      $0.measures.supervision = ladder { $0.notice = .working(-1) }
    },
    negative("a rung of the ladder") {
      $0.measures.supervision = ladder { $0.account = .working(-1) }
    },
    measure("bulletin", "comes more often than every hour: make its span longer") {
      $0.measures.bulletin = BulletinRules(first: .distantPast, every: .hours(1) - 1)
    },
    measure("credits", "has a percentage beyond 0 … 100") {
      $0.measures.credits = CreditRules(earlyWithin: 101, earlyClose: 0, fiveStars: 0)
    },
    measure("repair first", "names an unknown leaf") {
      $0.measures.repairFirst = RepairFirst(leaves: [LeafID(5)], settle: .none)
    },
  ]

  static let citizens: [Case] = [
    Case(.negativeWindow("duplicate"), "The duplicate window is negative; give zero or more.") {
      $0.measures.duplicates = DuplicateRules(window: -1, merges: false)
    },
    measure("lane deputy", "has a rank beyond 0 … 2") {
      $0.measures.lanes[.deputy] = LaneRule(rank: 3, chaseAt: nil)
    },
    measure("lane talent", "has a percentage beyond 0 … 100") {
      $0.measures.lanes[.talent] = LaneRule(rank: 0, chaseAt: 101)
    },
    measure("low scores", "has a threshold above five stars") {
      $0.measures.lowScores = LowScoreRules(quarters: 21, answer: .reopen)
    },
    tooMany("answers", 65_535, 65_534) {
      $0.measures.knowledge = KnowledgeBase(
        answers: (0..<65_535).map { .init(leaf: .noise, textKey: $0, title: "") },
        answersRepeats: false)
    },
    measure("answer Quiet hours", "names an unknown leaf") {
      $0.measures.knowledge = KnowledgeBase(
        answers: [.init(leaf: LeafID(5), textKey: 0, title: "Quiet hours")], answersRepeats: false)
    },
    measure("answer Night work", "answers what another one answers") {
      $0.measures.knowledge = KnowledgeBase(
        answers: ["Quiet hours", "Night work"].map { .init(leaf: .noise, textKey: 7, title: $0) },
        answersRepeats: false)
    },
  ]

  private static func rules(_ change: (inout AlertRules) -> Void) -> AlertRules {
    var rules = AlertRules(
      count: 2, window: 0, classOfLeaf: [0, 0, 0, 0, 0], bodies: ["Petitions"])
    change(&rules)
    return rules
  }

  private static func emergency(_ change: (inout EmergencyRules) -> Void) -> EmergencyRules {
    var rules = EmergencyRules(
      leaves: [], target: .none, post: .none, trigger: 0, window: 0, quiet: 1)
    change(&rules)
    return rules
  }

  static let alerts: [Case] = [
    measure("alerts", "do not class every leaf") {
      $0.measures.alerts = rules { $0.classOfLeaf.removeLast() }
    },
    measure("alerts", "look at a negative span") { $0.measures.alerts = rules { $0.window = -1 } },
    measure("sensitive list", "names an unknown leaf") {
      $0.measures.alerts = rules { $0.sensitive = [LeafID(5)] }
    },
    measure("oversight", "names an unknown leaf") {
      $0.measures.alerts = rules { $0.bodyOfLeaf = [LeafID(5): OversightID(0)] }
    },
    measure("oversight", "names an unknown body") {
      $0.measures.alerts = rules { $0.bodyOfLeaf = [.noise: OversightID(1)] }
    },
    tooMany("cells of the burst detector", 50_135_040, 50_000_000) {
      $0.measures.alerts = rules {
        $0.count = 255
        $0.classOfLeaf[0] = 65_535
      }
    },
    measure("emergency", "names an unknown leaf") {
      $0.measures.emergency = emergency { $0.leaves = [LeafID(5)] }
    },
    negative("emergency") { $0.measures.emergency = emergency { $0.target = .elapsed(-1) } },
    measure("emergency", "merges the lists of an area into an unknown post") {
      $0.measures.emergency = emergency { $0.post = ListID(3) }
    },
    measure("emergency", "has a span that is not positive") {
      $0.measures.emergency = emergency { $0.window = -1 }
    },
    measure("emergency", "has a span that is not positive") {
      $0.measures.emergency = emergency { $0.quiet = 0 }
    },
  ]

  private static func edition(
    _ policy: Policy, _ change: (inout FormEdition) -> Void
  ) -> FormEdition {
    var edition = FormEdition(
      form: policy.form, successors: policy.form.leaves.indices.map { LeafID($0) },
      derivesDeadlines: false)
    change(&edition)
    return edition
  }

  static let editions: [Case] = [
    measure("next edition of the form", "does not say which leaf follows each of the present ones")
    {
      $0.measures.edition = edition($0) { $0.successors.removeLast() }
    },
    measure("next edition of the form", "names a successor that it does not have") {
      $0.measures.edition = edition($0) { $0.successors[0] = LeafID(5) }
    },
    Case(
      .ownerRows(count: 4, leaves: 5),
      "The table of owners has 4 rows for 5 leaves; give one row a leaf."
    ) {
      $0.measures.edition = edition($0) { $0.form.owners.removeLast() }
    },
    Case(
      .leafOfUnknownLimitClass("City / Appearance / Rubbish", limitClass: 9),
      "Leaf City / Appearance / Rubbish has limit class 9, which the service levels do not define; "
        + "correct it or add the class."
    ) {
      $0.measures.edition = edition($0) { $0.form.leaves[0].limitClass = 9 }
    },
  ]
}
