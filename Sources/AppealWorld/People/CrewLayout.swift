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
      listsServed += team.lists
      for shift in team.shifts where shift.heads > 0 {
        append(shift, of: team, index: index, firstList: firstList, plan: plan)
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
