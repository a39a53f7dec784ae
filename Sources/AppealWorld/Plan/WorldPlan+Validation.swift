import AppealCore
import CivicTime

/// What is wrong with a plan, in one sentence.
public enum WorldPlanError: Error, Sendable, Equatable, CustomStringConvertible {
  case count(of: String, is: Int, mustBe: Int)
  case range(String, value: Double, mustBe: String)
  case nobodyServes(list: String)
  case unknownList(team: String)
  case noChannelShare
  case someRatesMissing
  case calendarTooShort(needs: String)
  case unknownStreet(Int)
  case policy(String)
  case demand(String)

  public var description: String {
    switch self {
    case .count(let what, let count, let needed):
      "the plan has \(count) \(what), but needs \(needed): one for each"
    case .range(let what, let value, let rule): "\(what) is \(value), but must be \(rule)"
    case .nobodyServes(let list):
      "nobody serves the work list of \(list): give a team with heads to it"
    case .unknownList(let team): "team \(team) serves a work list that does not exist"
    case .noChannelShare: "no channel has a share above 0: give one"
    case .someRatesMissing:
      "some teams have a rate of pay and others none: give all of them one, or none"
    case .calendarTooShort(let needs): "every calendar must cover \(needs): build it longer"
    case .unknownStreet(let street):
      "a mode switch names street \(street), which does not exist: give one of the policy's"
    case .policy(let text), .demand(let text): text
    }
  }
}

extension WorldPlan {
  /// First civil day that is simulated.
  public var firstDay: CivilDate { window.start.advanced(by: -window.runInDays) }

  public var windowStart: Instant { policy.calendar.zone.startOfDay(window.start) }

  public var windowEnd: Instant {
    policy.calendar.zone.startOfDay(window.start.advanced(by: window.days))
  }

  public var runInStart: Instant { policy.calendar.zone.startOfDay(firstDay) }

  /// Days that the calendars must cover after the window, for deadlines that end there.
  static let margin = 92

  /// Checks what the parts cannot check alone. O(size of the plan).
  public func validate() throws(WorldPlanError) {
    try requireCount("units' behaviours", units.count, policy.units.count)
    try requireCount("channels' behaviours", channels.count, policy.channels.count)
    try requireCount(
      "rows of responsibility", responsibility.unit.count, responsibility.formLeaf.count)
    try validateWindow()
    try validateProbabilities()
    try validateTeams()
    try validateParticipation()
    try validateEffects()
    guard channels.contains(where: { $0.share > 0 }) else { throw .noChannelShare }
  }

  func requireCount(
    _ what: String, _ count: Int, _ needed: Int
  ) throws(WorldPlanError) {
    guard count == needed else { throw .count(of: what, is: count, mustBe: needed) }
  }

  private func validateWindow() throws(WorldPlanError) {
    try require("window.days", Double(window.days), in: 1...36_600)
    try require("window.run_in_days", Double(window.runInDays), in: 0...3_660)
    try require("window.opening_backlog", Double(window.openingBacklog), in: 0...10_000_000)
    let last = window.start.advanced(by: window.days + Self.margin)
    let calendars =
      [policy.calendar] + teams.flatMap { $0.shifts.map(\.calendar) }
      + (callAnswering?.agents ?? []).map(\.calendar)
    guard calendars.allSatisfy({ $0.covers(firstDay) && $0.covers(last) }) else {
      throw .calendarTooShort(needs: "\(firstDay) to \(last)")
    }
  }

  private func validateProbabilities() throws(WorldPlanError) {
    for channel in channels {
      try require("the share of a channel", channel.share, in: 0...1e9)
      try require("the misclassification of a channel", channel.misclassification, in: 0...1)
    }
    try require("classification.filing_accuracy", classification.filingAccuracy, in: 0...1)
    try require("classification.choice_accuracy", classification.choiceAccuracy, in: 0...1)
    try require("classification.redispatch_accuracy", classification.redispatchAccuracy, in: 0...1)
    try require("classification.wrong_unit_effort", classification.wrongUnitEffort, in: 0...1_000)
    try require("classification.look_share", classification.lookShare, in: 0...1)
    try require("verification.sensitivity", verification.sensitivity, in: 0...1)
    try require("citizens.duplicate", citizens.duplicate, in: 0...1)
    try require("citizens.repeat_enquiry", citizens.repeatEnquiry, in: 0...1)
    try require("citizens.comes_back", citizens.comesBack, in: 0...1)
    try require("citizens.response", citizens.response, in: 0...1)
    for (unit, behaviour) in zip(policy.units, units) {
      try require("the background share of \(unit.name)", behaviour.background, in: 0...0.99)
      try require("the outside share of \(unit.name)", behaviour.outsideShare, in: 0...1)
      try require("the send-back share of \(unit.name)", behaviour.sendsBack, in: 0...1)
      try require("the redo share of \(unit.name)", behaviour.redo, in: 0...0.9)
    }
  }

  private func validateTeams() throws(WorldPlanError) {
    var served = Set<ListID>()
    for team in teams {
      let heads = team.shifts.reduce(0) { $0 + ($1.urgentOnly ? 0 : $1.heads) }
      if heads > 0 { served.formUnion(team.lists) }
      for shift in team.shifts {
        let name = "\(team.id), shift \(shift.name)"
        try require("the heads of \(name)", Double(shift.heads), in: 0...60_000)
        try require("the availability of \(name)", shift.availability, in: 1e-6...1e6)
      }
    }
    let rated = teams.filter { $0.rate > 0 }
    guard rated.isEmpty || rated.count == teams.count else { throw .someRatesMissing }
    let posts = policy.dispatch.posts.map(\.name)
    let lists = posts + policy.units.map(\.name) + policy.places.streets.map { "\($0) (verify)" }
    let desks = SideTaskKind.allCases.count - 1
    for team in teams {
      let first = team.role == .desk ? lists.count : 0
      for list in team.lists where !(first..<lists.count + desks).contains(list.index) {
        throw .unknownList(team: team.id)
      }
    }
    for (index, name) in lists.enumerated() where !served.contains(ListID(index)) {
      throw .nobodyServes(list: name)
    }
  }

  func require(
    _ what: String, _ value: Double, in range: ClosedRange<Double>
  ) throws(WorldPlanError) {
    guard range.contains(value) else {
      throw .range(
        what, value: value, mustBe: "from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
