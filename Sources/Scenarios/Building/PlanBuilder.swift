import AppealCore
import AppealWorld
import CivicTime
import Demand

/// Builds the plan of a trial from the checked values of a document.
struct PlanBuilder {
  private(set) var plan: WorldPlan
  /// By channel: whether it is the entrance that the reform promotes.
  let promoted: [Bool]
  /// Limits by which all scenarios are compared.
  let reference: ServiceLevelTable

  init(_ document: Value) throws(ScenarioError) {
    let places = try PlaceBuilder(document["places"])
    let units = try UnitDirectory(document["units"], places)
    let calendar = try CalendarMaker(document["calendar"], document["window"])
    let form = try FormBuilder(
      document["form"], places, units,
      exceptions: try ServiceLevelBuilder.exceptions(document["service_levels"]["reference"]))
    let volumes = try DemandTable(document["demand"]["table"].table)
    let channels = try ChannelBuilder(
      document,
      shares: { (ids) throws(ScenarioError) in try volumes.shares(of: ids) }, calendar)
    let dispatch = try DispatchBuilder(document["dispatch"], places, units, channels)
    let levels = document["service_levels"]
    let urgent = Self.elapsed(levels["urgent_up_to"])
    reference = try ServiceLevelBuilder(
      levels["reference"], scale: 1, urgentUpTo: urgent, form
    ).table
    let context = MeasureContext(
      form: form, places: places, channels: channels, dispatch: dispatch, calendar: calendar)
    let measures = try MeasuresBuilder(document["measures"], context)
    let policy = Policy(
      calendar: try calendar.office(), places: places.places, channels: channels.channels,
      form: form.form, units: units.units, dispatch: dispatch.tree,
      workflows: Self.workflows(document["workflows"]),
      serviceLevels: try ServiceLevelBuilder(
        levels["limits"], scale: levels["scale"].number, urgentUpTo: urgent, form
      ).table,
      returns: ReturnRules(
        limit: UInt8(document["returns"]["limit"].integer),
        escalateFrom: UInt8(document["returns"]["escalate_from"].integer)),
      windows: Self.windows(document["windows"]), measures: measures.measures)
    let demand = DemandBuilder(
      value: document["demand"], places: places, leafCount: form.demandLeaves.count,
      calendar: calendar)
    let teams = try TeamBuilder(document, places, units, dispatch, calendar)
    promoted = channels.promoted
    plan = WorldPlan(
      demand: try demand.plan(volume: volumes.volume), polling: try demand.polling(),
      preferences: try PreferenceTable(
        document["demand"], leaves: form.demandLeaves, channels: channels
      ).preferences,
      policy: policy, window: Self.window(document["window"], calendar),
      responsibility: form.responsibility, channels: channels.behaviours,
      classification: Self.classification(document),
      teams: teams.teams,
      units: try UnitBuilder(document["units"], units).behaviours,
      verification: Verification(sensitivity: document["verification"]["sensitivity"].number),
      citizens: Self.citizens(document["citizens"]))
    plan.participation = try ParticipationBuilder(
      document["participation"], context, tags: measures.measures.tags
    ).participation
    plan.effects = Effects(document["effects"])
    if plan.effects.effortOfLimits != 0 {
      plan.referenceLimits =
        try document["effects"].optional("limits_before").map { (table) throws(ScenarioError) in
          try ServiceLevelBuilder(table, scale: 1, urgentUpTo: urgent, form).table
        } ?? reference
    }
    plan.modeSwitches = measures.modeSwitches
    plan.formChangesAt = try FormBuilder.changesAt(document["form"], calendar)
    if let calls = document.optional("call_answering") {
      plan.callAnswering = try Self.callAnswering(calls, channels, teams)
    }
  }

  private static func callAnswering(
    _ value: Value, _ channels: ChannelBuilder, _ teams: TeamBuilder
  ) throws(ScenarioError) -> CallAnswering {
    CallAnswering(
      channels: try channels.numbers(value["channels"]), agents: teams.agents,
      talkHours: value["talk_hours"].distribution,
      patienceHours: value.optional("patience_hours")?.distribution,
      redial: value["redial"].number, redialHours: value["redial_hours"].distribution)
  }

  private static func elapsed(_ value: Value) -> Milliseconds {
    switch try? Target(parsing: value.text) {
    case .elapsed(let span)?, .working(let span)?: span
    default: 0
    }
  }

  private static func window(_ value: Value, _ calendar: CalendarMaker) -> Window {
    Window(
      start: calendar.start, days: calendar.days, runInDays: calendar.runInDays,
      openingBacklog: Int(value["opening_backlog"].number.rounded()))
  }

  private static func windows(_ value: Value) -> Windows {
    Windows(
      appraisal: .days(Int64(value["appraisal_days"].integer)),
      reopening: .days(Int64(value["reopening_days"].integer)),
      idempotency: .days(Int64(value["idempotency_days"].integer)))
  }

  private static func workflows(_ value: Value) -> [Workflow] {
    var general = Workflow.general
    if !value["verify"].flag { general.nodes.removeAll { $0 == .verify } }
    guard value["simple"].flag else { return [general] }
    var simple = Workflow.simple
    let names = value["simple_natures"].list.map(\.text)
    simple.natures = Set(Nature.allCases.filter { names.contains("\($0)") })
    return [simple, general]
  }

  private static func classification(_ document: Value) -> Classification {
    let value = document["classification"]
    return Classification(
      filingAccuracy: value["filing_accuracy"].number,
      formNamesUnit: document["form"]["version"].text != "none",
      choiceAccuracy: value["choice_accuracy"].number,
      redispatchAccuracy: value["redispatch_accuracy"].number,
      wrongUnitEffort: value["wrong_unit_effort"].number,
      lookShare: value["look_share"].number)
  }

  private static func citizens(_ value: Value) -> CitizenBehaviour {
    let stars = value["satisfaction"]
    return CitizenBehaviour(
      duplicate: value["duplicate"].number, repeatEnquiry: value["repeat_enquiry"].number,
      comesBack: value["comes_back"].number,
      patienceHours: value["patience_hours"].distribution, response: value["response"].number,
      responseHours: value["response_hours"].distribution,
      satisfaction: Satisfaction(
        base: stars["base"].number, slowness: stars["slowness"].number,
        perReturn: stars["per_return"].number, perRedo: stars["per_redo"].number,
        spread: stars["spread"].number))
  }
}
