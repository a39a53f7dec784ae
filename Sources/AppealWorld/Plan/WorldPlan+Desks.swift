import AppealCore

extension WorldPlan {
  /// The desks whose side tasks the policy's measures open.
  var desksInUse: [ListID] {
    let measures = policy.measures
    var kinds: [SideTaskKind] = []
    if measures.repairFirst != nil { kinds.append(.liability) }
    if case .callBack? = measures.lowScores?.answer { kinds.append(.callBack) }
    if measures.lanes.values.contains(where: { $0.chaseAt != nil }) { kinds.append(.chase) }
    let first = policy.dispatch.posts.count + policy.units.count + policy.places.streets.count
    return kinds.map { ListID(first + Int($0.rawValue) - 1) }
  }

  /// The same plan, in which the team of the top post serves every desk in use that has no team of
  /// its own. The desks' tasks compete there with dispatching, in the core's order.
  func withDesksServed() -> WorldPlan {
    var served = Set<ListID>()
    for team in teams where team.shifts.contains(where: { $0.heads > 0 && !$0.urgentOnly }) {
      served.formUnion(team.lists)
    }
    let missing = desksInUse.filter { !served.contains($0) }
    guard !missing.isEmpty else { return self }
    var plan = self
    for index in plan.teams.indices where plan.teams[index].lists.contains(topPost) {
      plan.teams[index].lists += missing.filter { !plan.teams[index].lists.contains($0) }
    }
    return plan
  }

  /// The top of the dispatch tree: the first district post without a parent, else the first without.
  private var topPost: ListID {
    let tops = policy.dispatch.posts.indices.filter {
      policy.dispatch.posts[$0].parent == .none
    }
    let district = tops.first { policy.dispatch.posts[$0].kind == .district }
    return ListID(district ?? tops.first ?? 0)
  }
}
