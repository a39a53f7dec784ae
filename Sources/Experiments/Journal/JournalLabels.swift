import AppealCore
import AppealWorld
import CivicTime
import ResultFiles
import Scenarios

/// Names of everything that the journal of an arm refers to by number.
struct JournalLabels {
  private(set) var labels: [JournalLabel] = []

  init(_ plan: WorldPlan) {
    addLeaves(plan.policy.allLeaves, inForce: plan.policy.form.leaves.count)
    addPlaces(plan.policy.places)
    addNames(.channel, plan.policy.channels.map(\.name))
    addWorkflows(plan.policy.workflows)
    addMeasures(plan.policy.measures)
    for (id, unit) in plan.policy.units.enumerated() {
      labels.append(
        JournalLabel(.unit, id, one(unit.name), isControllable: unit.controllable))
    }
    addLists(plan.policy)
    addStaff(plan)
  }

  private func one(_ name: String) -> BilingualText { BilingualText(zh: name, en: name) }

  private mutating func addNames(_ kind: JournalLabel.Kind, _ names: [String]) {
    labels += names.enumerated().map { JournalLabel(kind, $0, one($1)) }
  }

  /// Of the form in force and of its next edition.
  private mutating func addLeaves(_ leaves: [Form.Leaf], inForce: Int) {
    let names = LeafNames.distinct(leaves, inForce: inForce)
    for (id, leaf) in leaves.enumerated() {
      labels.append(JournalLabel(.leaf, id, names[id], levels: [leaf.level1, leaf.level2]))
    }
  }

  private mutating func addPlaces(_ places: Places) {
    addNames(.street, places.streets)
    for (id, community) in places.communities.enumerated() {
      labels.append(
        JournalLabel(.community, id, one(community.name), parent: community.street.index))
    }
  }

  private mutating func addWorkflows(_ workflows: [Workflow]) {
    let known = [
      Workflow.general.name: BilingualText(zh: "一般流程", en: "General"),
      Workflow.simple.name: BilingualText(zh: "简易流程", en: "Simple"),
    ]
    labels += workflows.enumerated().map {
      JournalLabel(.workflow, $0, known[$1.name] ?? one($1.name))
    }
  }

  private mutating func addMeasures(_ measures: Measures) {
    labels += measures.tags.kinds.enumerated().map {
      JournalLabel(.tag, $0, BilingualText(zh: $1.chinese, en: $1.english))
    }
    addNames(.campaign, measures.campaigns.map(\.name))
    addNames(.body, measures.alerts?.bodies ?? [])
    addNames(.answer, measures.knowledge?.answers.map(\.title) ?? [])
    let original = BilingualText(zh: "按原件状态答复", en: "State of the original")
    labels.append(JournalLabel(.answer, AnswerID.original.index, original))
  }

  /// Posts, then units, then one verifying team a street, then the desks of side tasks, as
  /// `DispatchTree` numbers them.
  private mutating func addLists(_ policy: Policy) {
    let posts = policy.dispatch.posts
    addNames(.list, posts.map(\.name))
    for (id, unit) in policy.units.enumerated() {
      labels.append(JournalLabel(.list, posts.count + id, one(unit.name), parent: id))
    }
    let first = posts.count + policy.units.count
    for (id, street) in policy.places.streets.enumerated() {
      let name = BilingualText(zh: street + "核查组", en: street + " verification")
      labels.append(JournalLabel(.list, first + id, name))
    }
    for (id, name) in Self.desks.enumerated() {
      labels.append(JournalLabel(.list, first + policy.places.streets.count + id, name))
    }
  }

  private static let desks = [
    BilingualText(zh: "责任认定台", en: "Liability desk"),
    BilingualText(zh: "回访台", en: "Call-back desk"),
    BilingualText(zh: "专人跟进台", en: "Chasing desk"),
  ]

  /// What the shipped scenarios call their shifts.
  private static let shifts = [
    "office": BilingualText(zh: "工作日班", en: "office"),
    "early": BilingualText(zh: "早班", en: "early"), "day": BilingualText(zh: "白班", en: "day"),
    "late": BilingualText(zh: "晚班", en: "late"), "night": BilingualText(zh: "夜班", en: "night"),
    "daily": BilingualText(zh: "每日班", en: "daily"), "duty": BilingualText(zh: "值班", en: "duty"),
    "weekend": BilingualText(zh: "周末班", en: "weekend"),
  ]

  /// The world numbers its staff by crew: the shifts with heads, team after team.
  private mutating func addStaff(_ plan: WorldPlan) {
    var id = 0
    for team in plan.teams {
      var unit: Int?
      if case .unit(let owner) = team.role { unit = owner.index }
      for shift in team.shifts where shift.heads > 0 {
        let word = Self.shifts[shift.name] ?? one(shift.name)
        let name = BilingualText(
          zh: "\(team.title) · \(word.zh)", en: "\(team.title) · \(word.en)")
        labels.append(JournalLabel(.staff, id, name, parent: unit))
        id += 1
      }
    }
  }
}

extension JournalArm {
  /// The facts of an arm of an experiment.
  init(_ scenario: Scenario, arm: Arm, replication: Int) {
    let window = scenario.plan.window
    let calendar = scenario.plan.policy.calendar
    let first = calendar.zone.startOfDay(window.start)
    let end = window.start.advanced(by: window.days)
    let noExplanation = ResultAssembler.noExplanation.title
    self.init(
      arm: arm, replication: replication,
      scenario: BilingualText(scenario.title),
      explanation: scenario.explanation.map { BilingualText($0.title) } ?? noExplanation,
      zone: calendar.zone.name, offsets: Self.offsets(calendar),
      workingDays: Self.workingDays(calendar),
      window: first.milliseconds..<calendar.zone.startOfDay(end).milliseconds,
      needShift: 8)
  }

  private static func offsets(_ calendar: WorkingCalendar) -> [Offset] {
    let last = calendar.zone.startOfDay(calendar.days.upperBound.advanced(by: 1))
    var since: Instant? = calendar.zone.startOfDay(calendar.days.lowerBound)
    var offsets: [Offset] = []
    while let start = since, start < last {
      offsets.append(
        Offset(since: start.milliseconds, seconds: calendar.zone.offsetSeconds(at: start)))
      since = calendar.zone.nextTransition(after: start)
    }
    return offsets
  }

  private static func workingDays(_ calendar: WorkingCalendar) -> [Int] {
    calendar.days.filter {
      calendar.clock.isWorkingDay(containing: calendar.zone.startOfDay($0))
    }.map { Int($0.daysSince1970) }
  }
}
