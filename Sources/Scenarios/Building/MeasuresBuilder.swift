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
    measures.supervision = value.optional("supervision").map(Self.supervision)
    measures.firstHandler = value["first_handler"].flag ? FirstHandler() : nil
    measures.support = value.optional("support").map(Self.support)
    measures.credits = value.optional("credits").map(Self.credits)
    measures.lowScores = value.optional("low_scores").map(Self.lowScores)
    measures.duplicates = value.optional("duplicates").map(Self.duplicates)
    measures.lanes = Self.lanes(value["lanes"])
    measures.adoption = value["adoption"].flag
    if let repair = value.optional("repair_first") {
      measures.repairFirst = RepairFirst(
        leaves: try LeafTableSelection(repair["leaves"], context.form).leaves,
        settle: repair["settle"].target)
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

  private static func supervision(_ value: Value) -> Supervision {
    Supervision(
      remindAt: Int64(value["remind_at"].integer),
      closeRemindAt: Int64(value["close_remind_at"].integer), supervise: value["supervise"].target,
      notice: value["notice"].target, account: value["account"].target,
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

  private static func lowScores(_ value: Value) -> LowScoreRules {
    LowScoreRules(
      quarters: UInt8((value["stars"].number * 4).rounded(.down)),
      answer: value["answer"].text == "reopen"
        ? .reopen : .callBack(within: value["within"].target))
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
  /// The limit that a checked text says.
  var target: Target { (try? Target(parsing: text)) ?? .none }
}
