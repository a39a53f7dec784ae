import AppealCore
import CivicTime
import RandomStreams

/// Several units at one appeal, and disputes of duty.
extension Trial {
  /// Most other units of one need.
  static var mostOthers: Int { 8 }

  /// The other units that a need takes besides the one that solves it; the same at every dispatch.
  private mutating func others(of index: CaseIndex) -> (units: SIMD8<UInt16>, count: Int) {
    var units = SIMD8<UInt16>(repeating: UnitID.none.rawValue)
    let element = cases[index]
    stream.rekey(StreamKey(WorldPurpose.support, subject: element.need))
    countDraws(1)
    guard stream.bernoulli(tables.part.supportShare) else { return (units, 0) }
    let wanted = 1 + min(Int(stream.uniform() * Double(tables.part.supportMost)), 7)
    countDraws(1 + wanted)
    var count = 0
    for _ in 0..<wanted {
      let unit = confusedUnit(element, mark: stream.uniform())
      var isNew = unit != element.trueUnit
      for known in 0..<count where units[known] == unit.rawValue { isNew = false }
      guard isNew else { continue }
      units[count] = unit.rawValue
      count += 1
    }
    return (units, count)
  }

  /// Right after dispatch.
  @inline(never)
  mutating func askForSupport(_ index: CaseIndex, lead: UnitID) {
    guard tables.part.supportShare > 0 else { return }
    let (units, count) = others(of: index)
    for place in 0..<count where units[place] != lead.rawValue {
      issue(.support(cases[index].number, by: UnitID(rawValue: units[place])))
    }
  }

  /// Hours of a supporting unit's part.
  mutating func supportHours(_ need: UInt64, _ unit: UnitID) -> Double {
    let ordinal = UInt8(truncatingIfNeeded: unit.rawValue)
    stream.rekey(StreamKey(WorldPurpose.supportWork, ordinal: ordinal, subject: need))
    countDraws(1)
    return tables.part.supportEffort
      * tables.samplers.draw(tables.units[unit.index].effort, from: &stream)
  }

  /// Where units cannot work together, the lead unit does the others' parts too (assumed).
  @inline(never)
  mutating func effortOfOthers(_ index: CaseIndex) -> Double {
    let (units, count) = others(of: index)
    var hours = 0.0
    for place in 0..<count {
      hours += supportHours(cases[index].need, UnitID(rawValue: units[place]))
    }
    return hours
  }

  /// A supporting unit has done its part; the lead unit goes on when all have.
  mutating func join(_ number: AppealNumber) {
    counters.measures.supports += one
    guard let index = caseOfNumber[number], let view = core.view(of: number),
      view.pendingSupports == 0
    else { return }
    switch cases[index].wait {
    case .supportFirst:
      cases[index].wait = .none
      pass(index, .putBack(number))
    case .supportLast:
      cases[index].wait = .none
      completeHandling(index)
    default: break
    }
  }

  /// Whether the unit waits until somebody has said whose duty it is. Where the repair comes first, it
  /// disputes and works on.
  mutating func disputeDelays(_ index: CaseIndex, _ view: AppealView) -> Bool {
    guard !cases[index].flags.contains(.disputeDrawn) else { return false }
    cases[index].flags.insert(.disputeDrawn)
    let leaf = tables.leaves.flags[view.leaf.index]
    guard leaf.contains(.disputable) else { return false }
    rekey(.dispute, index, stage: 0)
    countDraws(1)
    guard stream.bernoulli(tables.part.disputeShare) else { return false }
    if leaf.contains(.repairFirst) {
      dispute(index)
      return false
    }
    countDraws(1)
    counters.measures.delayedByDispute += one
    let delay = milliseconds(hours: tables.samplers.draw(tables.partHours.dispute, from: &stream))
    hold(index, .dispute, until: now + delay)
    return true
  }

  mutating func dispute(_ index: CaseIndex) {
    if issue(.dispute(cases[index].number)) { counters.measures.disputes += one }
  }
}
