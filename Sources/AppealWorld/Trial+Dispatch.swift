import AppealCore
import CivicTime
import RandomStreams

/// Work at a dispatch post: accept, file, name the unit, hand over.
extension Trial {
  mutating func beginAtPost(_ index: CaseIndex, _ crew: CrewIndex) -> Milliseconds {
    cases[index].task = .post
    let visit = cases[index].visits
    cases[index].visits = visit &+ 1
    stream.rekey(StreamKey(WorldPurpose.dispatch, ordinal: visit, subject: streamSubject(index)))
    decideTarget(index)
    countDraws(1)
    return milliseconds(
      hours: tables.samplers.draw(
        tables.teamEffort[Int(crews[crew].team)], from: &stream))
  }

  /// Duplicates and repeats of a need have streams of their own.
  @inline(__always)
  func streamSubject(_ index: CaseIndex) -> UInt64 {
    cases[index].need ^ UInt64(cases[index].ordinal) << 44
  }

  /// Draws what the post will find: the leaf at the first visit, the unit again after a return.
  private mutating func decideTarget(_ index: CaseIndex) {
    let right = stream.uniform()
    let mark = stream.uniform()
    countDraws(2)
    let element = cases[index]
    if element.dispatches > 0 {
      let finds = right < plan.classification.redispatchAccuracy
      cases[index].target = finds ? element.trueUnit : confusedUnit(element, mark: mark)
    } else if element.target == .none {
      let finds = right < plan.classification.filingAccuracy
      let truth = tables.formLeaf[Int(element.trueLeaf)]
      cases[index].reportedLeaf = finds ? truth : tables.confusedLeaf(truth, mark: mark)
      if !plan.classification.formNamesUnit {
        let guess = stream.uniform() < plan.classification.choiceAccuracy
        cases[index].target = guess ? element.trueUnit : confusedUnit(element, mark: mark)
      }
    }
  }

  /// The unit of another category at the same place, as one mistakes it.
  private func confusedUnit(_ element: Case, mark: Double) -> UnitID {
    let leaf = tables.neighbour(of: element.trueLeaf, mark: mark)
    return tables.responsibleUnit(leaf: leaf, community: element.community.rawValue)
  }

  mutating func finishAtPost(_ index: CaseIndex) {
    let number = cases[index].number
    guard let view = core.view(of: number) else { return }
    if view.node == .accept {
      issue(.accept(number))
      issue(.file(number, cases[index].reportedLeaf))
    }
    if cases[index].target == .none { cases[index].target = core.suggestedUnit(for: number) }
    let target = cases[index].target
    let post = tables.post(dispatchingTo: target)
    if post != .none && post != view.list {
      pass(index, .handOver(number, to: post))
    } else {
      cases[index].dispatches &+= 1
      pass(index, .dispatch(number, to: target))
    }
  }
}
