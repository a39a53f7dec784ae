import AppealCore
import CivicTime
import Testing

@Suite("Policy errors: spans, rungs, reach and rules that never hold")
struct PolicyBoundTests {
  typealias Case = PolicyErrorTests.Case

  @Test(arguments: spans + measures + reach)
  func refused(_ example: Case) throws {
    var policy = try District.policy()
    example.breakIt(&policy)
    let error = #expect(throws: PolicyError.self) { try policy.validate() }
    #expect(error == example.expected)
    #expect(error?.description == example.sentence)
  }

  private static func tooLong(
    _ what: String, _ breakIt: @escaping @Sendable (inout Policy) -> Void
  ) -> Case {
    Case(
      .limitTooLong(of: what),
      "The limit of \(what) is longer than a hundred years; give a shorter one, or the target none.",
      breakIt)
  }

  private static func window(
    _ what: String, _ breakIt: @escaping @Sendable (inout Policy) -> Void
  ) -> Case {
    Case(
      .windowTooLong(what),
      "The \(what) window is longer than a hundred years; give a shorter one.", breakIt)
  }

  private static func measure(
    _ what: String, _ problem: String, _ breakIt: @escaping @Sendable (inout Policy) -> Void
  ) -> Case {
    Case(.measure(what, problem), "The \(what) \(problem); correct it.", breakIt)
  }

  private static func ladder(_ supervise: Target, _ notice: Target, _ account: Target)
    -> Supervision
  {
    Supervision(
      remindAt: 0, closeRemindAt: 0, supervise: supervise, notice: notice, account: account,
      evidenceThreshold: 0)
  }

  static let spans: [Case] = [
    tooLong("nature enquiry") { $0.serviceLevels.overall[.enquiry] = .elapsed(.days(2_000_000)) },
    tooLong("class 1") { $0.serviceLevels.classes[1] = .workingDays(36_526, .endOfDay) },
    tooLong("node handle") { $0.serviceLevels.nodes[.handle] = .working(.days(36_525) + 1) },
    tooLong("a rung of the ladder") {
      $0.measures.supervision = ladder(.none, .none, .elapsed(.days(36_526)))
    },
    tooLong("call-backs") {
      $0.measures.lowScores = LowScoreRules(
        quarters: 8, answer: .callBack(within: .elapsed(.days(40_000))))
    },
    Case(
      .negativeLimit(of: "liability cases"),
      "The limit of liability cases is negative; give zero or more."
    ) { $0.measures.repairFirst = RepairFirst(leaves: [], settle: .elapsed(-1)) },
    window("reopening") { $0.windows.reopening = .days(36_525) + 1 },
    window("duplicate") {
      $0.measures.duplicates = DuplicateRules(window: .days(36_526), merges: false)
    },
    Case(.negativeWindow("adoption"), "The adoption window is negative; give zero or more.") {
      $0.windows.adoption = -1
    },
  ]

  static let measures: [Case] = [
    measure("bulletin", "first goes out outside the working calendar") {
      $0.measures.bulletin = BulletinRules(first: .distantFuture)
    },
    measure("supervision", "has a rung that rings before one below it") {
      $0.measures.supervision = ladder(.elapsed(2), .elapsed(1), .none)
    },
    measure("supervision", "has a rung that rings before one below it") {
      $0.measures.supervision = ladder(
        .workingDays(2, .endOfDay), .elapsed(1), .workingDays(1, .endOfDay))
    },
    measure("learned routing", "leads from a share beyond 0 … 101") {
      $0.measures.learnedRouting = LearnedRouting(leadsFrom: 102)
    },
    measure("learned routing", "leads from a share beyond 0 … 101") {
      $0.measures.learnedRouting = LearnedRouting(leadsFrom: -1)
    },
    never { .leaves([]) }, never { .channel(ChannelID(6)) }, never { .street(StreetID(2)) },
    never { .campaign(CampaignID(0)) }, never { .returned(times: 0) },
    never { .reopened(times: 0) },
  ]

  private static func never(_ condition: @escaping @Sendable () -> TagRule.Condition) -> Case {
    measure("rule of tag plain", "has a condition that never holds") {
      $0.measures.tags = .small((3, condition()))
    }
  }

  private static func unreachable(
    _ unit: String, _ post: String, _ breakIt: @escaping @Sendable (inout Policy) -> Void
  ) -> Case {
    Case(
      .unreachablePost(unit: unit, from: post),
      "Post \(post) gets appeals of unit \(unit) and can neither dispatch to it nor hand them over "
        + "to the post that does; allow a hand-over that leads there.", breakIt)
  }

  static let reach: [Case] = [
    unreachable("Urban management", "Centre") {
      $0.dispatch.unitPosts = [.longtianPost]
      $0.dispatch.handOvers = [.up, .across]
    },
    unreachable("Roads", "Longtian post") {
      $0.dispatch.unitPosts = [.none, .centre]
      $0.dispatch.handOvers = [.down, .across]
    },
  ]

  @Test("By way of another post it is reached; a rung that counts otherwise is not compared")
  func accepted() throws {
    var policy = try District.policy()
    policy.dispatch.unitPosts = [.kengziPost]
    policy.dispatch.handOvers = [.up, .down]
    policy.measures.supervision = Self.ladder(.elapsed(5), .working(1), .workingDays(1, .endOfDay))
    try policy.validate()
  }
}
