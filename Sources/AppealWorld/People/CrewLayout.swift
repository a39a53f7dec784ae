import AppealCore
import CivicTime

/// Flattens the teams and shifts of a plan into crews.
struct CrewLayout {
  var crews: [Crew] = []
  var listsServed: [ListID] = []
  var crewsOfList: [CrewIndex] = []
  var listStart: [Int32] = []
  var headCount = 0

  init(_ plan: WorldPlan, listCount: Int) {
    for (index, team) in plan.teams.enumerated() {
      let firstList = Int32(listsServed.count)
      let lists = plan.listsServed(by: team)
      listsServed += lists
      for shift in team.shifts where shift.heads > 0 {
        append(shift, of: team, index: index, firstList: firstList, plan: plan)
        crews[crews.count - 1].listCount = Int32(lists.count)
        if lists.count > team.lists.count {
          crews[crews.count - 1].pooledStreet = plan.street(of: team)
        }
      }
    }
    groupByList(listCount: listCount)
  }

  private mutating func append(
    _ shift: Shift, of team: Team, index: Int, firstList: Int32, plan: WorldPlan
  ) {
    var role = Crew.Role.dispatch
    var unit = UnitID.none
    var background = 0.0
    switch team.role {
    case .dispatch: role = .dispatch
    case .verify: role = .verify
    case .desk: role = .desk
    case .unit(let id):
      role = .unit
      unit = id
      background = plan.units[id.index].background
    }
    crews.append(
      Crew(
        clock: shift.calendar.clock, stretch: 1 / (shift.availability * (1 - background)),
        switching: Milliseconds((team.switchingHours * 3_600_000).rounded()),
        team: UInt16(index), role: role, unit: unit, urgentOnly: shift.urgentOnly,
        heads: Int32(shift.heads), firstList: firstList, listCount: Int32(team.lists.count),
        firstHead: Int32(headCount)))
    headCount += shift.heads
  }

  private mutating func groupByList(listCount: Int) {
    var members = [[CrewIndex]](repeating: [], count: listCount)
    for (index, crew) in crews.enumerated() {
      let first = Int(crew.firstList)
      for list in listsServed[first..<first + Int(crew.listCount)] {
        members[list.index].append(CrewIndex(index))
      }
    }
    for group in members {
      listStart.append(Int32(crewsOfList.count))
      crewsOfList += group
    }
    listStart.append(Int32(crewsOfList.count))
  }
}

extension WorldPlan {
  /// Its lists, and at the end the list that is merged in an emergency, if it pools its staff.
  fileprivate func listsServed(by team: Team) -> [ListID] {
    guard team.pools, street(of: team) != nil, let merged = policy.measures.emergency?.post,
      merged != .none, !team.lists.contains(merged)
    else { return team.lists }
    return team.lists + [merged]
  }

  /// The street of the first street post that it serves.
  fileprivate func street(of team: Team) -> StreetID? {
    for list in team.lists where list.index < policy.dispatch.posts.count {
      if case .street(let street) = policy.dispatch.posts[list.index].kind { return street }
    }
    return nil
  }
}
