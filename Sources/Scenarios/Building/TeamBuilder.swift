import AppealCore
import AppealWorld
import CivicTime
import RandomStreams

/// Teams of the roster: dispatch posts, crews of units, verifying teams of streets.
struct TeamBuilder {
  private(set) var teams: [Team] = []
  /// Who answers calls, where a post does.
  private(set) var agents: [Shift] = []
  private let document: Value
  private let shifts: [String: ShiftKind]
  private let roster: RosterTable

  private struct ShiftKind {
    var calendar: WorkingCalendar
    var urgentOnly: Bool
    var premium: Double
  }

  /// Agents who answer calls.
  static let agentPost = "call-centre"

  static func verifyPost(_ street: String) -> String { "verify-\(street)" }

  init(
    _ document: Value, _ places: PlaceBuilder, _ units: UnitDirectory,
    _ dispatch: DispatchBuilder, _ calendar: CalendarMaker
  ) throws(ScenarioError) {
    self.document = document
    let staff = document["staff"]
    var shifts: [String: ShiftKind] = [:]
    for shift in staff["shifts"].items {
      shifts[shift.id] = ShiftKind(
        calendar: try calendar.calendar(
          shift.value["hours"], observesHolidays: !shift.value["holidays"].flag),
        urgentOnly: shift.value["urgent_only"].flag, premium: shift.value["premium"].number)
    }
    self.shifts = shifts
    let verifying = places.streets.names.map { Self.verifyPost($0) }
    let dispatching = dispatch.posts.map(\.id)
    let desks = Desk.needed(document)
    let besides =
      desks.map(\.post) + (document.optional("call_answering") == nil ? [] : [Self.agentPost])
    let other =
      [DispatchBuilder.deskPost, DispatchBuilder.districtPost, Self.agentPost]
      + Desk.allCases.map(\.post)
      + places.streets.names.map { DispatchBuilder.streetPost($0) }
    roster = try RosterTable(
      staff, posts: Directory("post", dispatching + units.ids.names + verifying + besides),
      ignored: { other.contains($0) && !(dispatching + besides).contains($0) })
    for post in dispatch.posts { try appendDispatch(post) }
    try appendUnits(units, firstList: dispatch.tree.posts.count)
    appendVerifiers(verifying, places, firstList: dispatch.tree.posts.count + units.units.count)
    appendDesks(
      desks,
      firstList: dispatch.tree.posts.count + units.units.count + verifying.count)
    agents = self.shifts(of: Self.agentPost)
  }

  /// - Parameters:
  ///   - scale: of the availability.
  ///   - capacity: hours bought beyond the roster: more available time, and paid for.
  private func shifts(
    of post: String, availability: Double? = nil, scale: Double = 1, capacity: Double = 1
  ) -> [Shift] {
    roster.lines.filter { $0.post == post }.compactMap { line in
      shifts[line.shift].map { kind in
        Shift(
          name: line.shift, calendar: kind.calendar, heads: line.heads,
          availability: (availability ?? line.availability) * scale * capacity,
          urgentOnly: kind.urgentOnly, premium: kind.premium, paid: capacity)
      }
    }
  }

  private mutating func appendDispatch(_ post: DispatchBuilder.RosterPost) throws(ScenarioError) {
    let value = document["dispatch"]
    var team = Team(
      id: post.id, title: post.title, role: .dispatch, lists: post.lists,
      shifts: shifts(of: post.id), effort: value["effort_hours"].distribution,
      switchingHours: value["switching_minutes"].number / 60,
      rate: document["costs"]["dispatch"].number)
    team.pools = Self.pools(document) && post.lists.first.map { $0.index > 0 } == true
    guard post.id == DispatchBuilder.deskPost else {
      teams.append(team)
      return
    }
    // One desk a head: all poll the main accounts, and each its own part of the others.
    let main = document["channels"].items.count
    let desks = team.shifts.map(\.heads).max() ?? 0
    let all = team.shifts
    for desk in 0..<desks {
      team.id = "\(post.id)-\(desk + 1)"
      team.title = "\(post.title)\(desk + 1)"
      team.lists = post.lists.filter { $0.index < main || ($0.index - main) % desks == desk }
      team.shifts = all.filter { $0.heads > desk }.map { shift in
        var shift = shift
        shift.heads = 1
        return shift
      }
      teams.append(team)
    }
  }

  /// Whether staff of a street's centre help the district's in an emergency.
  private static func pools(_ document: Value) -> Bool {
    document["dispatch"]["structure"].text == "one-six-n"
      && document["measures"].optional("emergency")?["pool"].flag == true
  }

  private mutating func appendDesks(_ desks: [Desk], firstList: Int) {
    for desk in desks {
      teams.append(
        Team(
          id: desk.post, title: desk.title, role: .desk,
          lists: [ListID(firstList + desk.rawValue)], shifts: shifts(of: desk.post),
          effort: document["participation"][desk.effortKey].distribution, switchingHours: 0,
          rate: document["costs"]["dispatch"].number))
    }
  }

  private mutating func appendUnits(
    _ units: UnitDirectory, firstList: Int
  ) throws(ScenarioError) {
    let value = document["units"]
    var availability: UnitValues?
    if let table = value.optional("availability") {
      availability = try UnitValues(table, units, in: 0.0001...100, complete: false)
    }
    let scale = value["availability_scale"].number
    let capacity = value["capacity"].number
    // Nothing is published on effort; the staff at hand is taken in proportion to it, so that a
    // longer effort is not a shorter staff. The calibrations are made at one hour.
    let proportion = max(value["effort_hours"].distribution.mean, 0.01)
    for (index, unit) in units.units.enumerated() {
      let id = units.ids.names[index]
      teams.append(
        Team(
          id: id, title: unit.name, role: .unit(UnitID(index)), lists: [ListID(firstList + index)],
          shifts: shifts(
            of: id, availability: availability?[index],
            scale: scale * proportion, capacity: unit.controllable ? capacity : 1),
          effort: .nothing, switchingHours: 0, rate: document["costs"]["unit"].number))
    }
  }

  private mutating func appendVerifiers(
    _ posts: [String], _ places: PlaceBuilder, firstList: Int
  ) {
    for (index, post) in posts.enumerated() {
      teams.append(
        Team(
          id: post, title: places.places.streets[index] + "核查", role: .verify,
          lists: [ListID(firstList + index)], shifts: shifts(of: post),
          effort: document["verification"]["effort_hours"].distribution, switchingHours: 0,
          rate: document["costs"]["verify"].number))
    }
  }
}
