import AppealCore
import AppealWorld
import CivicTime

/// What the sections of measures refer to.
struct MeasureContext {
  let form: FormBuilder
  let places: PlaceBuilder
  let channels: ChannelBuilder
  let dispatch: DispatchBuilder
  let calendar: CalendarMaker
}

/// The measures of a document; what it does not name is off.
struct MeasuresBuilder {
  private(set) var measures = Measures()
  /// Areas put into another mode by hand.
  private(set) var modeSwitches: [ModeSwitch] = []

  init(_ value: Value, _ context: MeasureContext) throws(ScenarioError) {
    measures.edition = context.form.edition
    measures.campaigns = try CampaignBuilder(value["campaigns"], context).campaigns
    if let tags = value.optional("tags") {
      measures.tags = try TagBuilder(tags, context, campaigns: measures.campaigns.count).registry
    }
    if let ladder = value.optional("supervision") {
      measures.supervision = try Self.supervision(ladder)
    }
    measures.firstHandler = value["first_handler"].flag ? FirstHandler() : nil
    measures.support = value.optional("support").map(Self.support)
    measures.credits = value.optional("credits").map(Self.credits)
    if let low = value.optional("low_scores") { measures.lowScores = try Self.lowScores(low) }
    measures.learnedRouting = value.optional("learned_routing").map {
      LearnedRouting(leadsFrom: Int64($0["leads_from"].integer))
    }
    measures.duplicates = value.optional("duplicates").map(Self.duplicates)
    measures.lanes = Self.lanes(value["lanes"])
    measures.adoption = value["adoption"].flag
    if let repair = value.optional("repair_first") {
      measures.repairFirst = RepairFirst(
        leaves: try LeafTableSelection(repair["leaves"], context.form).leaves,
        settle: try repair["settle"].target())
    }
    if let alerts = value.optional("alerts") {
      measures.alerts = try AlertBuilder(alerts, context.form).rules
    }
    if let knowledge = value.optional("knowledge") {
      measures.knowledge = try KnowledgeBuilder(knowledge, context.form).base
    }
    if let emergency = value.optional("emergency") {
      let built = try EmergencyBuilder(emergency, context)
      measures.emergency = built.rules
      modeSwitches = built.switches
    }
    measures.bulletin = value.optional("bulletin").map { Self.bulletin($0, context.calendar) }
  }

  private static func supervision(_ value: Value) throws(ScenarioError) -> Supervision {
    Supervision(
      remindAt: Int64(value["remind_at"].integer),
      closeRemindAt: Int64(value["close_remind_at"].integer),
      supervise: try value["supervise"].target(), notice: try value["notice"].target(),
      account: try value["account"].target(),
      evidenceThreshold: UInt16(value["evidence"].integer))
  }

  private static func support(_ value: Value) -> SupportRules {
    SupportRules(
      order: value["order"].text == "parallel" ? .parallel : .serial,
      limit: UInt8(value["limit"].integer))
  }

  private static func credits(_ value: Value) -> CreditRules {
    CreditRules(
      earlyWithin: Int64(value["early_within"].integer),
      earlyClose: UInt8(value["early_close"].integer),
      fiveStars: UInt8(value["five_stars"].integer))
  }

  private static func lowScores(_ value: Value) throws(ScenarioError) -> LowScoreRules {
    let within = try value["within"].target()
    return LowScoreRules(
      quarters: UInt8((value["stars"].number * 4).rounded(.down)),
      answer: value["answer"].text == "reopen"
        ? .reopen : .callBack(within: within))
  }

  private static func duplicates(_ value: Value) -> DuplicateRules {
    DuplicateRules(
      window: .days(Int64(value["window_days"].integer)), merges: value["merges"].flag)
  }

  private static func lanes(_ value: Value) -> [Lane: LaneRule] {
    var rules: [Lane: LaneRule] = [:]
    for item in value.items {
      guard let lane = Lane.allCases.first(where: { "\($0)" == item.id }) else { continue }
      rules[lane] = LaneRule(
        rank: UInt8(item.value["rank"].integer),
        chaseAt: item.value.optional("chase_at").map { Int64($0.integer) })
    }
    return rules
  }

  /// The first bulletin that is not before the run-in.
  private static func bulletin(_ value: Value, _ calendar: CalendarMaker) -> BulletinRules {
    let every = value["every_days"].integer
    let start = calendar.start.advanced(by: -calendar.runInDays)
    var first = start
    if let text = value.optional("first"), let day = CivilDate(text.text) {
      first = day
      let behind = Int(start.daysSince1970 - day.daysSince1970)
      if behind > 0 { first = day.advanced(by: (behind + every - 1) / every * every) }
    } else {
      while first.weekday != .monday { first = first.advanced(by: 1) }
    }
    return BulletinRules(
      first: calendar.zone.startOfDay(first) + .hours(Int64(value["hour"].integer)),
      every: .days(Int64(every)))
  }
}

extension Value {
  /// The limit that a text says.
  ///
  /// - Throws: if it is negative.
  func target() throws(ScenarioError) -> Target {
    let target = (try? Target(parsing: text)) ?? .none
    let isNegative =
      switch target {
      case .elapsed(let span), .working(let span): span < 0
      case .workingDays(let days, _): days < 0
      case .none: false
      }
    guard !isNegative else {
      throw ScenarioError(
        problem("\(Printable.value(text)) is negative", mend: "write one such as 4h, 2wd or none"))
    }
    return target
  }

  /// - Throws: if a list has more items than there is room for.
  func requireAtMost(_ most: Int, beside others: Int = 0) throws(ScenarioError) {
    let count = items.count + others
    guard count <= most else {
      throw ScenarioError(problem("there are \(count) of them", mend: "give at most \(most)"))
    }
  }
}
