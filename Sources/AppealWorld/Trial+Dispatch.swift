import AppealCore
import CivicTime
import RandomStreams

/// Work at a dispatch post: accept, file, name the unit, hand over.
extension Trial {
  mutating func beginAtPost(_ index: CaseIndex, _ crew: CrewIndex) -> Milliseconds {
    let visit = cases[index].visits
    cases[index].visits = visit &+ 1
    rekey(.dispatch, index, stage: visit)
    decideTarget(index)
    countDraws(1)
    var hours = tables.samplers.draw(tables.teamEffort[Int(crews[crew].team)], from: &stream)
    if visit == 0 && !cases[index].traits.contains(.structured) {
      countDraws(1)
      hours += tables.samplers.draw(tables.partHours.clarify, from: &stream)
    }
    return milliseconds(hours: hours)
  }

  /// Draws what the post will find: the leaf at the first visit, the unit again after a return.
  private mutating func decideTarget(_ index: CaseIndex) {
    let (mark, second, third) = (stream.uniform(), stream.uniform(), stream.uniform())
    countDraws(3)
    let element = cases[index]
    let rules = plan.classification
    guard element.target == .none else { return }
    if element.dispatches > 0 {
      let finds = mark < rules.redispatchAccuracy
      cases[index].target = finds ? element.trueUnit : confusedUnit(element, mark: second)
      return
    }
    let truth = tables.formLeaf[Int(element.trueLeaf)]
    cases[index].filedLeaf = mark < rules.filingAccuracy ? truth : element.reportedLeaf
    if !rules.formNamesUnit {
      let finds = third < rules.choiceAccuracy
      cases[index].target = finds ? element.trueUnit : confusedUnit(element, mark: second)
    }
  }

  /// The unit of another category at the same place, as one mistakes it.
  mutating func confusedUnit(_ element: Case, mark: Double) -> UnitID {
    var mark = mark
    for _ in 0..<8 {
      let leaf = tables.neighbour(of: element.trueLeaf, mark: mark)
      let unit = tables.responsibleUnit(leaf: leaf, community: element.community.rawValue)
      if unit != element.trueUnit { return unit }
      // The golden ratio spreads further tries evenly over the class.
      mark = (mark + 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    }
    return UnitID((element.trueUnit.index + 1) % plan.policy.units.count)
  }

  mutating func finishAtPost(_ index: CaseIndex) {
    let number = cases[index].number
    guard let view = core.view(of: number) else { return }
    if view.node == .accept {
      issue(.accept(number))
      issue(.file(number, cases[index].filedLeaf))
      if tables.part.hasTags { tag(index, view) }
      if tables.part.adopted > 0 { review(index, view) }
    }
    if view.awaitsArbitration {
      let upheld = cases[index].relieved != cases[index].trueUnit
      counters.measures.arbitrations += one
      pass(index, .arbitrate(number, upheld: upheld))
      if !upheld { return follow(index, dispatchTo: cases[index].relieved) }
    }
    if cases[index].target == .none { cases[index].target = core.suggestedUnit(for: number) }
    let target = cases[index].target
    if target != .none && !core.mayDispatch(number, to: target) {
      let post = core.dispatchingPost(of: target)
      guard !pass(index, .handOver(number, to: post)) else { return }
      // Where hand-overs are not free, it goes to the top of the tree, or to a unit of this post.
      sendElsewhere(index, from: view.list)
    } else if pass(index, .dispatch(number, to: target)) {
      follow(index, dispatchTo: target)
    }
  }

  private mutating func follow(_ index: CaseIndex, dispatchTo unit: UnitID) {
    cases[index].dispatches &+= 1
    if tables.part.supports != .notInForce { askForSupport(index, lead: unit) }
  }

  /// The tree does not let this post reach the unit's: the post above takes it, or else the first unit
  /// that this post may send.
  private mutating func sendElsewhere(_ index: CaseIndex, from list: ListID) {
    let number = cases[index].number
    var above = plan.policy.dispatch.posts[list.index].parent
    while above != .none {
      if pass(index, .handOver(number, to: above)) { return }
      above = plan.policy.dispatch.posts[above.index].parent
    }
    for unit in plan.policy.units.indices {
      let post = core.dispatchingPost(of: UnitID(unit))
      guard post == .none || post == list else { continue }
      cases[index].target = UnitID(unit)
      pass(index, .dispatch(number, to: UnitID(unit)))
      return follow(index, dispatchTo: UnitID(unit))
    }
    withdraw(index, .outsideDistrict)
  }
}
