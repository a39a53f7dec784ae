import AppealCore
import AppealWorld
import CivicTime
import RandomStreams
import Scenarios
import Testing

@Suite("Measures, participation and effects in documents")
struct MeasureTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  /// - Parameter name: of the file, which is read once.
  private func plan(_ text: String, name: String = "s.yaml") throws -> WorldPlan {
    try Shipped.library.load(try bench.overlay(text, name: name)).plan
  }

  private func measures(_ text: String, name: String = "s.yaml") throws -> Measures {
    let lines = text.split(separator: "\n").map { "  \($0)\n" }.joined()
    return try plan("measures:\n" + lines, name: name).policy.measures
  }

  private static let tables = "huying:tables/pingshan"

  @Test("What no document names is off, and nobody takes part in it")
  func neutral() throws {
    let reformed = ["reforms/package", "2016", "all-measures"]
    for path in Shipped.scenarios where !reformed.contains(where: path.contains) {
      let plan = try Shipped.library.load(path).plan
      #expect(plan.policy.measures == Measures())
      var nobody = Participation(channels: plan.policy.channels.count)
      nobody.support.effort = 0
      #expect(plan.participation == nobody)
      #expect(plan.effects == Effects())
      #expect(plan.policy.channels.allSatisfy { $0.requires == [] })
      #expect(plan.policy.dispatch.unclear == .none)
      #expect(plan.policy.dispatch.handOvers == Set(DispatchTree.HandOver.allCases))
      #expect(plan.callAnswering == nil && plan.formChangesAt == nil)
      #expect(plan.modeSwitches.isEmpty && plan.referenceLimits == nil)
      #expect(!plan.teams.contains { $0.pools || $0.role == .desk })
    }
  }

  @Test("Neutral values written out are those of a document that says nothing")
  func writtenOut() throws {
    let base = try Shipped.library.load(Shipped.base)
    let text = """
      measures: {first_handler: false, adoption: false, campaigns: [], lanes: []}
      participation: {known_citizens: 0, replies: {accepted: 1}, support: {share: 0}}
      effects: {easier_entry: 1, early_action: 0}
      channels: [{id: wechat, free_text: 0, photos: 0, requires: []}]
      dispatch: {unclear: own, hand_over: [up, down, across]}
      """
    let same = try Shipped.library.load(try bench.overlay(text + "\n"))
    #expect(same.hash == base.hash)
    // What is written is an assumption, even where it has no effect.
    #expect(same.parameters.count > base.parameters.count)
  }

  @Test("Tags: 35 kinds, further ones, rules by leaf and by campaign")
  func tags() throws {
    let rules = try bench.write("r.csv", "tag,level1,level2\nnoisy,环保水务,工业噪声\nsafety,安全隐患,\n")
    let tags = try measures(
      """
      tags:
        kinds: [{id: noisy, title: {zh: 噪声, en: Noise}, rank: 1, key: true}]
        rules: \(rules)
      campaigns: [{id: c, title: c, start: 2018-03-01, end: 2018-03-31}]
      """
    ).tags
    #expect(tags.kinds.count == 36)
    let noisy = try #require(tags.tag("noisy"))
    #expect(tags.kinds[noisy.index].rank == 1 && tags.kinds[noisy.index].isKey)
    let form = try Shipped.library.load(Shipped.base).plan.policy.form
    let expected = Set(
      form.leaves.indices.filter { form.leaves[$0].level2 == "工业噪声" }.map { LeafID($0) })
    #expect(!expected.isEmpty)
    #expect(tags.rules.contains { $0.tag == noisy && $0.condition == .leaves(expected) })
    let special = try #require(tags.tag("special-work"))
    #expect(
      tags.rules.contains { $0.tag == special && $0.condition == .campaign(CampaignID(0)) })
    let bare = try measures(
      "tags: {standard: false, kinds: [{id: a, title: a}]}\n", name: "bare.yaml"
    ).tags
    #expect(bare.kinds.map(\.id) == ["a"] && bare.rules.isEmpty)
  }

  @Test("A campaign runs from its first day through its last, in its streets")
  func campaign() throws {
    let plan = try plan(
      """
      measures:
        campaigns:
          - id: c
            title: {zh: 甲, en: A}
            start: 2018-03-01
            end: 2018-03-31
            leaves: \(Self.tables)/campaign_environment.csv
            streets: [kengzi]
            limit: 2wd
            rank: 0

      """)
    let campaign = try #require(plan.policy.measures.campaigns.first)
    let zone = plan.policy.calendar.zone
    #expect(campaign.name == "甲" && campaign.rank == 0)
    #expect(campaign.from == zone.startOfDay(try #require(CivilDate("2018-03-01"))))
    #expect(campaign.until == zone.startOfDay(try #require(CivilDate("2018-04-01"))))
    #expect(campaign.streets == [StreetID(5)])
    #expect(campaign.target == .workingDays(2, .endOfDay))
    #expect(campaign.leaves.allSatisfy { plan.policy.form.leaves[$0.index].level1 == "环保水务" })
  }

  @Test("The ladder, support, credits, low scores, duplicates, lanes and flags as written")
  func plain() throws {
    let measures = try measures(
      """
      supervision: {remind_at: 60, close_remind_at: 40, supervise: 1h, notice: 1wd, account: 2wd, evidence: 3}
      first_handler: true
      support: {order: parallel, limit: 3}
      credits: {early_within: 40, early_close: 2, five_stars: 5}
      low_scores: {stars: 2.5, answer: reopen}
      duplicates: {window_days: 3, merges: false}
      lanes: [{id: talent, rank: 0}, {id: vulnerable, chase_at: 70}]
      adoption: true
      """)
    #expect(
      measures.supervision
        == Supervision(
          remindAt: 60, closeRemindAt: 40, supervise: .elapsed(.hours(1)),
          notice: .workingDays(1, .endOfDay), account: .workingDays(2, .endOfDay),
          evidenceThreshold: 3))
    #expect(measures.firstHandler != nil && measures.adoption)
    #expect(measures.support == SupportRules(order: .parallel, limit: 3))
    #expect(measures.credits == CreditRules(earlyWithin: 40, earlyClose: 2, fiveStars: 5))
    #expect(measures.lowScores == LowScoreRules(quarters: 10, answer: .reopen))
    #expect(measures.duplicates == DuplicateRules(window: .days(3), merges: false))
    #expect(
      measures.lanes == [
        .talent: LaneRule(rank: 0, chaseAt: nil), .vulnerable: LaneRule(rank: 1, chaseAt: 70),
      ])
  }

  @Test("Alerts: classes are second levels, letters go to the last row that fits")
  func alerts() throws {
    let plan = try plan(
      """
      measures:
        alerts:
          count: 4
          window_hours: 24
          sensitive: \(Self.tables)/sensitive.csv
          oversight: \(Self.tables)/oversight.csv

      """)
    let alerts = try #require(plan.policy.measures.alerts)
    let leaves = plan.policy.form.leaves
    #expect(alerts.count == 4 && alerts.window == .hours(24))
    #expect(
      Set(alerts.classOfLeaf).count == Set(leaves.map { [$0.level1, $0.level2] }).count)
    for (first, second) in zip(leaves.indices, leaves.indices.dropFirst()) {
      let isSame =
        leaves[first].level1 == leaves[second].level1
        && leaves[first].level2 == leaves[second].level2
      #expect((alerts.classOfLeaf[first] == alerts.classOfLeaf[second]) == isSame)
    }
    #expect(alerts.bodies == ["政法部门", "应急部门", "教育部门", "信访部门"])
    let body = { (level2: String) -> String? in
      leaves.firstIndex { $0.level2 == level2 }
        .flatMap { alerts.bodyOfLeaf[LeafID($0)] }.map { alerts.bodies[$0.index] }
    }
    #expect(body("信访事项") == "信访部门" && body("社会治安") == "政法部门")
    #expect(body("校园安全") == "教育部门" && body("占道经营") == nil)
    #expect(!alerts.sensitive.isEmpty)
  }

  @Test("Repair first, a knowledge base, and the desks that they give work to")
  func desks() throws {
    let plan = try plan(
      """
      measures:
        repair_first: {leaves: "\(Self.tables)/repair_first.csv", settle: 3wd}
        low_scores: {answer: call-back, within: 1wd}
        lanes: [{id: deputy, chase_at: 50}]
        knowledge: {answers: "\(Self.tables)/answers.csv", answers_repeats: false}
      participation: {chase_hours: 0.5}

      """)
    let measures = plan.policy.measures
    #expect(measures.repairFirst?.settle == .workingDays(3, .endOfDay))
    #expect(measures.lowScores?.answer == .callBack(within: .workingDays(1, .endOfDay)))
    let answers = try #require(measures.knowledge)
    #expect(!answers.answersRepeats && answers.answers.count > 20)
    #expect(Set(answers.answers.map(\.leaf)).count == answers.answers.count)
    #expect(Set(answers.answers.map(\.natures)) == [[.enquiry], [.thanks]])
    let desks = plan.teams.filter { $0.role == .desk }
    #expect(desks.map(\.id) == ["liability-desk", "call-back-desk", "chase-desk"])
    let core = try AppealCore(policy: plan.policy)
    #expect(
      desks.flatMap(\.lists)
        == [SideTaskKind.liability, .callBack, .chase].compactMap { core.desk(of: $0) })
    #expect(plan.participation.chaseHours.mean == 0.5)
  }

  @Test("Routing that learns is off unless a scenario says from which probability it leads")
  func learnedRouting() throws {
    let leads = { (text: String) in
      try self.plan(text, name: "routing\(text.count).yaml").policy.measures.learnedRouting?
        .leadsFrom
    }
    #expect(try leads("measures: {adoption: true}\n") == nil)
    #expect(try leads("measures: {learned_routing: {}}\n") == 90)
    #expect(try leads("measures: {learned_routing: {leads_from: 75}}\n") == 75)
    let all = try Shipped.library.load(Shipped.path("stress/all-measures.yaml"))
    #expect(all.plan.policy.measures.learnedRouting == LearnedRouting(leadsFrom: 90))
  }

  @Test("Emergency: the district takes over, staff are pooled, and areas are switched by hand")
  func emergency() throws {
    let text = """
      measures:
        emergency:
          leaves: \(Self.tables)/emergency.csv
          limit: 4h
          trigger: 9
          window_hours: 12
          quiet_hours: 36
          switches:
            - {id: off, at: 2018-09-18T00:00, streets: [maluan], mode: peacetime}
            - {id: on, at: 2018-09-16T06:00, mode: emergency}

      """
    let plan = try plan(text)
    let rules = try #require(plan.policy.measures.emergency)
    #expect(rules.post == ListID(0) && rules.trigger == 9)
    #expect(rules.target == .elapsed(.hours(4)))
    #expect(rules.window == .hours(12) && rules.quiet == .hours(36))
    #expect(plan.teams.map(\.pools) == plan.teams.map { $0.id.hasPrefix("centre-") })
    #expect(plan.modeSwitches.map(\.mode) == Array(repeating: .emergency, count: 6) + [.peacetime])
    #expect(plan.modeSwitches.last?.street == StreetID(2))
    let zone = plan.policy.calendar.zone
    let day = zone.startOfDay(try #require(CivilDate("2018-09-16")))
    #expect(plan.modeSwitches.first?.at == day + .hours(6))
    let apart = try self.plan(
      text.replacingOccurrences(of: "limit: 4h", with: "merge: false\n    pool: false"),
      name: "apart.yaml")
    #expect(apart.policy.measures.emergency?.post == ListID.none)
    #expect(!apart.teams.contains { $0.pools })
  }

  @Test("Bulletins come on Mondays of the run-in, or from the day given on")
  func bulletin() throws {
    let zone = try Shipped.library.load(Shipped.base).plan.policy.calendar.zone
    let first = try #require(try measures("bulletin: {hour: 8}\n").bulletin)
    // The run-in begins on 2017-11-06, a Monday.
    let monday = zone.startOfDay(try #require(CivilDate("2017-11-06")))
    #expect(first == BulletinRules(first: monday + .hours(8), every: .days(7)))
    let own = try #require(
      try measures("bulletin: {first: 2017-10-04, every_days: 10}\n", name: "own.yaml").bulletin)
    let day = zone.startOfDay(try #require(CivilDate("2017-11-13")))
    #expect(own == BulletinRules(first: day + .hours(9), every: .days(10)))
  }

  @Test("The next version of the form: successors by the migration table, on its day")
  func edition() throws {
    let plan = try plan("form: {next: v2, changes_on: 2018-07-01, derives_deadlines: false}\n")
    let edition = try #require(plan.policy.measures.edition)
    #expect(plan.policy.form.version == "v1" && edition.form.version == "v2")
    #expect(edition.successors.count == 512 && edition.form.leaves.count == 1_007)
    #expect(!edition.derivesDeadlines)
    #expect(edition.successors[2] == LeafID(5))
    let zone = plan.policy.calendar.zone
    #expect(plan.formChangesAt == zone.startOfDay(try #require(CivilDate("2018-07-01"))))
    #expect(try self.plan("", name: "plain.yaml").policy.measures.edition == nil)
  }

  @Test("Channels: requirements, free text, photos, and the promoted one")
  func channels() throws {
    let scenario = try Shipped.library.load(
      try bench.overlay(
        """
        channels:
          - {id: wechat, requires: [structured, photos], free_text: 0.3, photos: 0.6}
          - {id: landline, promoted: true}
        legacy_channels: {count: 2, share: 0.1, free_text: 0.9}
        dispatch: {unclear: district, hand_over: [up]}

        """))
    let plan = scenario.plan
    #expect(plan.policy.channels[0].requires == [.structured, .photos])
    #expect(plan.participation.freeText == [0.3, 0, 0, 0, 0, 0, 0.9, 0.9])
    #expect(plan.participation.photos == [0.6, 0, 0, 0, 0, 0, 0, 0])
    #expect(scenario.promoted == [true, false, false, false, false, true, false, false])
    #expect(plan.policy.dispatch.unclear == ListID(0) && plan.policy.dispatch.handOvers == [.up])
    #expect(try Shipped.library.load(Shipped.base).promoted.firstIndex(of: true) == 0)
  }

  @Test("A post that answers calls has its agents in the roster")
  func calls() throws {
    let plan = try plan(
      """
      staff: {changes: [{id: agents, post: call-centre, shift: daily, heads: 4}]}
      call_answering:
        channels: [hotline_12345]
        patience_hours: {assumed: {exponential: {mean: 0.03}}, range: [0.01, 0.1]}
        redial: 0.6
        redial_hours: 0.2

      """)
    let post = try #require(plan.callAnswering)
    #expect(post.channels == [ChannelID(1)])
    #expect(post.agents.map(\.heads) == [4] && post.agents.map(\.availability) == [1])
    #expect(post.redial == 0.6 && post.patienceHours?.mean == 0.03)
    #expect(post.redialHours.mean == 0.2 && abs(post.talkHours.mean - 0.1) < 1e-12)
  }

  @Test("Participation and effects as written, each a parameter with its provenance")
  func participation() throws {
    let scenario = try Shipped.library.load(
      try bench.overlay(
        """
        measures: {tags: {standard: true}}
        participation:
          lanes: {talent: 0.01}
          tags: {key-supervision: 0.02}
          support: {share: 0.1, most_units: 3, effort: 0.4}
          dispute: {share: 0.2, delay_hours: 24, leaves: "\(Self.tables)/repair_first.csv"}
          replies: {hit: 0.5, accepted: 0.9, rejection_hours: 3}
          exceptions: {extended: 0.01, extension_days: 4, suspended: 0.02, withdrawn: 0.03}
          adopted: 0.2
          without_evidence: 0.1
        effects:
          easier_entry: 1.1
          effort_of_limits: {assumed: 0.1, range: [0, 0.2]}
          limits_before: huying:baselines/limits-2016.csv
          early_action: 0.3
          early_action_days: 7
          start_in_emergency: 0.4

        """))
    let people = scenario.plan.participation
    #expect(people.lanes == [.talent: 0.01])
    let key = try #require(scenario.plan.policy.measures.tags.tag("key-supervision"))
    #expect(people.tags == [key: 0.02])
    #expect(people.support == .init(share: 0.1, mostUnits: 3, effort: 0.4))
    #expect(people.dispute.share == 0.2 && people.dispute.delayHours.mean == 24)
    #expect(people.dispute.leaves.count > 15)
    #expect(people.replies.hit == 0.5 && people.replies.rejectionHours.mean == 3)
    #expect(people.exceptions.extensionDays == 4 && people.exceptions.withdrawn == 0.03)
    #expect(people.adopted == 0.2 && people.withoutEvidence == 0.1)
    let effects = scenario.plan.effects
    #expect(effects.easierEntry == 1.1 && effects.effortOfLimits == 0.1)
    #expect(effects.earlyAction == 0.3 && effects.earlyActionDays == 7)
    #expect(effects.startInEmergency == 0.4 && effects.waitAfterRung == 1)
    #expect(
      scenario.plan.referenceLimits?.overall[.complaint] == .workingDays(15, .endOfDay))
    let entry = try #require(
      scenario.parameters.first { $0.key == "effects.easier_entry" })
    #expect(entry.source == .assumed && entry.neutral == 1 && entry.low == 1 && entry.high == 1.3)
    #expect(!scenario.parameters.contains { $0.key == "effects.wait_after_rung" })
    #expect(scenario.parameters.contains { $0.key == "participation.tags.key-supervision" })
  }

  @Test("Without a form, a coarse class is meant where most of what it stands for is")
  func coarse() throws {
    let path = try bench.write(
      "c.yaml",
      "extends: huying:baselines/pingshan-2016.yaml\nid: c\ntitle: c\nsummary: c\nmeasures:\n"
        + "  repair_first: {leaves: \"\(Self.tables)/repair_first.csv\"}\n")
    let policy = try Shipped.library.load(path).plan.policy
    let names = (policy.measures.repairFirst?.leaves ?? []).map {
      policy.form.leaves[$0.index].level3
    }
    #expect(names.contains("下水井盖") && names.contains("自来水管破裂"))
    #expect(!names.contains { $0.hasPrefix("市容环卫·days_3") })
  }
}
