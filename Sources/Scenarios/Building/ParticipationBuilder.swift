import AppealCore
import AppealWorld
import RandomStreams

/// What people do with the measures.
struct ParticipationBuilder {
  let participation: Participation

  init(
    _ value: Value, _ context: MeasureContext, tags: TagRegistry
  ) throws(ScenarioError) {
    var result = Participation(channels: context.channels.channels.count)
    result.freeText = context.channels.freeText
    result.photos = context.channels.photos
    result.clarifyHours = value["clarify_hours"].distribution
    result.knownCitizens = value["known_citizens"].number
    for lane in Lane.allCases where lane != .common {
      let share = value["lanes"]["\(lane)"].number
      if share > 0 { result.lanes[lane] = share }
    }
    result.tags = try Self.tags(value["tags"], tags)
    result.support = Self.support(value["support"])
    result.dispute = try Self.dispute(value["dispute"], context.form)
    result.replies = Self.replies(value["replies"])
    result.exceptions = Self.exceptions(value["exceptions"])
    result.callBackHours = value["call_back_hours"].distribution
    result.callBackError = value["call_back_error"].number
    result.groundlessReturns = value["groundless_returns"].number
    result.chaseHours = value["chase_hours"].distribution
    result.liabilityHours = value["liability_hours"].distribution
    result.adopted = value["adopted"].number
    result.adoptionHours = value["adoption_hours"].distribution
    result.withoutEvidence = value["without_evidence"].number
    result.evidenceHours = value["evidence_hours"].distribution
    participation = result
  }

  /// Shares of tags that staff give; without a registry there are none to give.
  private static func tags(
    _ value: Value, _ registry: TagRegistry
  ) throws(ScenarioError) -> [TagID: Double] {
    guard !registry.kinds.isEmpty else { return [:] }
    let kinds = Directory("tag", registry.kinds.map(\.id))
    var problems: [ScenarioProblem] = []
    var shares: [TagID: Double] = [:]
    for item in value.items {
      guard let tag = kinds.find(item.id, item.value.key, item.value.place, &problems) else {
        continue
      }
      shares[TagID(tag)] = item.value.number
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    return shares
  }

  private static func support(_ value: Value) -> Participation.Support {
    .init(
      share: value["share"].number, mostUnits: value["most_units"].integer,
      effort: value["effort"].number)
  }

  private static func dispute(
    _ value: Value, _ form: FormBuilder
  ) throws(ScenarioError) -> Participation.Dispute {
    var dispute = Participation.Dispute(
      share: value["share"].number, delayHours: value["delay_hours"].distribution)
    if let table = value.optional("leaves") {
      dispute.leaves = try LeafTableSelection(table, form).leaves
    }
    return dispute
  }

  private static func replies(_ value: Value) -> Participation.Replies {
    .init(
      hit: value["hit"].number, accepted: value["accepted"].number,
      rejectionHours: value["rejection_hours"].distribution)
  }

  private static func exceptions(_ value: Value) -> Participation.Exceptions {
    .init(
      extended: value["extended"].number, extensionDays: value["extension_days"].integer,
      suspended: value["suspended"].number, withdrawn: value["withdrawn"].number,
      withdrawalHours: value["withdrawal_hours"].distribution)
  }
}

extension Effects {
  /// How people respond to the measures.
  init(_ value: Value) {
    self.init()
    easierEntry = value["easier_entry"].number
    structuredErrors = value["structured_errors"].number
    effortOfLimits = value["effort_of_limits"].number
    waitAfterRung = value["wait_after_rung"].number
    waitAfterChase = value["wait_after_chase"].number
    outsideAfterRung = value["outside_after_rung"].number
    outsideAfterChase = value["outside_after_chase"].number
    groundlessUnderSupervision = value["groundless_under_supervision"].number
    startUnderCredits = value["start_under_credits"].number
    redoUnderCredits = value["redo_under_credits"].number
    repeatsUnderProgress = value["repeats_under_progress"].number
    redoUnderEvidence = value["redo_under_evidence"].number
    earlyAction = value["early_action"].number
    earlyActionDays = value["early_action_days"].integer
    startInEmergency = value["start_in_emergency"].number
  }
}
