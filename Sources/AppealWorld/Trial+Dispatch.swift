import AppealCore
import CivicTime
import RandomStreams

/// Work at a dispatch post: accept, file, name the unit, hand over.
extension Trial {
  mutating func beginAtPost(_ index: CaseIndex, _ crew: CrewIndex) -> Milliseconds {
    cases[index].task = .post
    let visit = cases[index].visits
    cases[index].visits = visit &+ 1
    rekey(.dispatch, index, stage: visit)
    decideTarget(index)
    countDraws(1)
    return milliseconds(
      hours: tables.samplers.draw(
        tables.teamEffort[Int(crews[crew].team)], from: &stream))
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
  private func confusedUnit(_ element: Case, mark: Double) -> UnitID {
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
    }
    if cases[index].target == .none { cases[index].target = core.suggestedUnit(for: number) }
    let target = cases[index].target
    let post = core.dispatchingPost(of: target)
    if post != .none && post != view.list {
      pass(index, .handOver(number, to: post))
    } else {
      cases[index].dispatches &+= 1
      pass(index, .dispatch(number, to: target))
    }
  }
}
