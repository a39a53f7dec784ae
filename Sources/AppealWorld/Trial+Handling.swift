import AppealCore
import CivicTime
import RandomStreams

/// Work at a unit: a look, sign-in, habit, handling, waiting outside, feedback.
extension Trial {
  /// The effort of what the unit does first, or nil when the head need not stay with it.
  mutating func beginAtUnit(_ index: CaseIndex, _ crew: CrewIndex) -> Milliseconds? {
    let unit = crews[crew].unit
    let number = cases[index].number
    guard let view = core.view(of: number) else { return nil }
    let isRight = cases[index].trueUnit == unit
    if view.node == .signIn {
      if !isRight && sendsBack(index, unit) { return lookEffort(index, unit) }
      issue(.signIn(number))
    }
    if !cases[index].started {
      cases[index].started = true
      if let start = habitualStart(index, unit, crew, due: view.due) {
        schedule(.habitualStart(index, crew), at: start, .completion)
        return nil
      }
    }
    return handlingEffort(index, unit, isRight: isRight)
  }

  private mutating func sendsBack(_ index: CaseIndex, _ unit: UnitID) -> Bool {
    rekey(.look, index, stage: cases[index].dispatches)
    countDraws(1)
    return stream.bernoulli(tables.units[unit.index].sendsBack)
  }

  private mutating func lookEffort(_ index: CaseIndex, _ unit: UnitID) -> Milliseconds {
    cases[index].task = .look
    countDraws(1)
    let hours = tables.samplers.draw(tables.units[unit.index].effort, from: &stream)
    return milliseconds(hours: hours * plan.classification.lookShare)
  }

  /// The unit asks the centre to take the appeal back; where that is refused, it handles it.
  mutating func sendBack(_ index: CaseIndex) {
    let number = cases[index].number
    if pass(index, .sendBack(number, .notResponsible)) {
      cases[index].target = .none
      return
    }
    issue(.signIn(number))
    pass(index, .putBack(number))
  }

  /// When the unit starts by habit: after a share of its working time left; nil when at once.
  private mutating func habitualStart(
    _ index: CaseIndex, _ unit: UnitID, _ crew: CrewIndex, due: Instant
  ) -> Instant? {
    let clock = crews[crew].clock
    guard tables.units[unit.index].hasHabit, clock.covers(due) else { return nil }
    rekey(.habit, index, stage: cases[index].dispatches)
    countDraws(1)
    let share = tables.samplers.draw(
      tables.units[unit.index].habitualStart, from: &stream)
    let left = clock.workingTime(from: now, to: due)
    let start = clock.add(Milliseconds((Double(left) * share).rounded()), to: now)
    return start > now ? start : nil
  }

  mutating func startHabitually(_ index: CaseIndex, _ crew: CrewIndex) {
    pass(index, .putBack(cases[index].number))
  }

  /// Draws one handling whole: quality, waiting outside, effort.
  private mutating func handlingEffort(
    _ index: CaseIndex, _ unit: UnitID, isRight: Bool
  ) -> Milliseconds {
    rekey(.handling, index, stage: cases[index].works)
    cases[index].works &+= 1
    cases[index].task = .handling
    let quality = stream.uniform()
    let outsideMark = stream.uniform()
    let behaviour = tables.units + unit.index
    cases[index].badResult = quality < behaviour.pointee.redo
    var hours = tables.samplers.draw(behaviour.pointee.effort, from: &stream)
    if !isRight { hours *= plan.classification.wrongUnitEffort }
    cases[index].outside = 0
    countDraws(3)
    if outsideMark < behaviour.pointee.outsideShare {
      cases[index].outside = milliseconds(
        hours: tables.samplers.draw(behaviour.pointee.outsideHours, from: &stream))
      countDraws(1)
    }
    return milliseconds(hours: hours)
  }

  mutating func finishHandling(_ index: CaseIndex) {
    issue(.handle(cases[index].number))
    if cases[index].outside > 0 {
      schedule(.outsideOver(index), at: now + cases[index].outside, .completion)
    } else {
      report(index)
    }
  }

  /// The result is reported: to the verifiers, or closed at once in the simple workflow.
  mutating func report(_ index: CaseIndex) {
    let number = cases[index].number
    guard let node = core.view(of: number)?.node else { return }
    if node == .feedback {
      pass(index, .feedback(number, evidence: true))
      guard core.view(of: number)?.node == .close else { return }
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
