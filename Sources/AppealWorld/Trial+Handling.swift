import AppealCore
import CivicTime
import RandomStreams

/// Work at a unit: a look, sign-in, habit, handling, waiting outside, feedback.
extension Trial {
  /// What the unit does first and its effort, or nil when the head need not stay with it.
  mutating func beginAtUnit(
    _ index: CaseIndex, _ crew: CrewIndex
  ) -> (task: Assignment.Task, effort: Milliseconds)? {
    let unit = crews[crew].unit
    let number = cases[index].number
    guard let view = core.view(of: number) else { return nil }
    let isRight = cases[index].trueUnit == unit
    if view.node == .signIn {
      if isRight ? shirks(index) : sendsBack(index, unit) {
        return (.look, lookEffort(index, unit))
      }
      issue(.signIn(number))
    } else if view.node != .handle {
      // Back from a suspension: the work was done before.
      report(index)
      return nil
    }
    if tables.part.disputeShare > 0 && disputeDelays(index, view) { return nil }
    if !cases[index].flags.contains(.started) {
      cases[index].flags.insert(.started)
      if let start = habitualStart(index, unit, crew, view) {
        hold(index, .habit, until: start)
        return nil
      }
    }
    if view.pendingSupports > 0 && tables.part.supports == .serial {
      cases[index].wait = .supportFirst
      return nil
    }
    if tables.part.extended > 0 && cases[index].works == 0 { extend(index, view) }
    return (.handling, handlingEffort(index, unit, isRight: isRight, view))
  }

  private mutating func sendsBack(_ index: CaseIndex, _ unit: UnitID) -> Bool {
    rekey(.look, index, stage: cases[index].dispatches)
    countDraws(1)
    return stream.bernoulli(tables.units[unit.index].sendsBack)
  }

  /// The right unit sends it back without a ground; once it has been refused that, it has signed in,
  /// and does not try again.
  private mutating func shirks(_ index: CaseIndex) -> Bool {
    guard tables.part.groundlessReturns > 0 else { return false }
    rekey(.shirking, index, stage: cases[index].dispatches)
    countDraws(1)
    guard stream.bernoulli(tables.part.groundlessReturns) else { return false }
    cases[index].flags.insert(.isShirked)
    return true
  }

  private mutating func lookEffort(_ index: CaseIndex, _ unit: UnitID) -> Milliseconds {
    countDraws(1)
    let hours = tables.samplers.draw(tables.units[unit.index].effort, from: &stream)
    return milliseconds(hours: hours * plan.classification.lookShare)
  }

  /// The unit asks the centre to take the appeal back, with a ground if it has one; where that is refused, it handles it.
  mutating func sendBack(_ index: CaseIndex) {
    let number = cases[index].number
    cases[index].relieved = core.view(of: number)?.leadUnit ?? .none
    cases[index].queuedAt = now
    let isShirked = cases[index].flags.contains(.isShirked)
    cases[index].flags.remove(.isShirked)
    if isShirked { counters.measures.shirked += one }
    let refused = refusal(of: .sendBack(number, isShirked ? .none : .notResponsible))
    guard let refused else {
      cases[index].target = .none
      return
    }
    if refused == .repairFirst && tables.part.disputeShare > 0 { dispute(index) }
    issue(.signIn(number))
    pass(index, .putBack(number))
  }

  /// When the unit starts by habit: after a share of its working time left; nil when at once.
  private mutating func habitualStart(
    _ index: CaseIndex, _ unit: UnitID, _ crew: CrewIndex, _ view: AppealView
  ) -> Instant? {
    let clock = crews[crew].clock
    let due = view.due
    guard tables.units[unit.index].hasHabit, clock.covers(due) else { return nil }
    rekey(.habit, index, stage: cases[index].dispatches)
    countDraws(1)
    var share = tables.samplers.draw(
      tables.units[unit.index].habitualStart, from: &stream)
    share *= tables.part.startShare
    if tables.emergencies[view.street.index] { share *= tables.part.startInEmergency }
    let left = clock.workingTime(from: now, to: due)
    let start = clock.add(Milliseconds((Double(left) * share).rounded()), to: now)
    return start > now ? start : nil
  }

  /// Draws one handling whole: quality, waiting outside, effort.
  private mutating func handlingEffort(
    _ index: CaseIndex, _ unit: UnitID, isRight: Bool, _ view: AppealView
  ) -> Milliseconds {
    rekey(.handling, index, stage: cases[index].works)
    cases[index].works &+= 1
    let quality = stream.uniform()
    let outsideMark = stream.uniform()
    let behaviour = tables.units + unit.index
    var redo = behaviour.pointee.redo
    if tables.leaves.flags[view.leaf.index].contains(.evidence) {
      redo *= tables.part.redoWithEvidence
    }
    cases[index].flags.remove([.badResult, .hasEvidence])
    if quality < redo { cases[index].flags.insert(.badResult) }
    var hours = tables.samplers.draw(behaviour.pointee.effort, from: &stream)
    if !isRight { hours *= plan.classification.wrongUnitEffort }
    cases[index].outside = 0
    countDraws(3)
    if outsideMark < behaviour.pointee.outsideShare {
      cases[index].outside = milliseconds(
        hours: tables.samplers.draw(behaviour.pointee.outsideHours, from: &stream))
      countDraws(1)
    }
    if tables.part.scalesEffort { hours *= tables.leaves.effortFactor(view.leaf, view.nature) }
    if tables.part.supportShare > 0 && tables.part.supports == .notInForce {
      hours += effortOfOthers(index)
    }
    return milliseconds(hours: hours)
  }

  mutating func finishHandling(_ index: CaseIndex) {
    if tables.part.supportShare > 0, let view = core.view(of: cases[index].number),
      view.pendingSupports > 0
    {
      cases[index].wait = .supportLast
      return
    }
    completeHandling(index)
  }

  mutating func completeHandling(_ index: CaseIndex) {
    issue(.handle(cases[index].number))
    if cases[index].outside > 0 {
      if tables.part.suspended > 0 { suspend(index) }
      hold(index, .outside, until: now + cases[index].outside)
    } else {
      report(index)
    }
  }

  /// The result is reported: to the verifiers, or closed at once in the simple workflow.
  mutating func report(_ index: CaseIndex) {
    let number = cases[index].number
    guard let node = core.view(of: number)?.node else { return }
    if node == .feedback {
      if tables.part.withoutEvidence > 0 && missesEvidence(index) { return }
      pass(index, .feedback(number, evidence: true))
      guard core.view(of: number)?.node == .close else { return }
    } else if tables.part.withoutEvidence > 0 && missesEvidence(index) {
      return
    }
    close(index)
  }

  /// Moves to the stream of one stage of a case; a need's appeals have streams of their own.
  @inline(__always)
  mutating func rekey(_ purpose: WorldPurpose, _ index: CaseIndex, stage: UInt8) {
    let ordinal = min(cases[index].ordinal, 15) << 4 | min(stage, 15)
    stream.rekey(StreamKey(purpose, ordinal: ordinal, subject: cases[index].need))
  }
}
