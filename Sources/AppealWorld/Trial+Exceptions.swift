import AppealCore
import CivicTime
import RandomStreams

/// What happens to few appeals: instant replies, withdrawal, extension, suspension, missing evidence.
extension Trial {
  /// Whether a prepared answer ended the appeal at once.
  mutating func replyInstantly(_ index: CaseIndex, _ number: AppealNumber) -> Bool {
    guard let answer = core.answer(for: number), let view = core.view(of: number) else {
      return false
    }
    rekey(.reply, index, stage: 0)
    let (hit, accepted) = (stream.uniform(), stream.uniform())
    countDraws(2)
    // The state of the original is always at hand; a prepared answer has to be found.
    guard answer == .original || hit < tables.part.hit, issue(.replyInstantly(number, answer))
    else { return false }
    counters.measures.instantReplies += one
    // Words do not content somebody who brings a bad result back.
    let isRepairWanted = cases[index].ordinal >= Case.firstBroughtBack
    if accepted < tables.part.accepted && !isRepairWanted {
      end(index, number, view)
    } else {
      countDraws(1)
      let hours = tables.samplers.draw(tables.partHours.rejection, from: &stream)
      cases[index].phase = .ended
      schedule(.rejection(number), at: now + milliseconds(hours: hours), .arrival)
    }
    return true
  }

  mutating func rejectReply(_ number: AppealNumber) {
    guard let index = caseOfNumber[number], cases[index].phase == .ended else { return }
    if issue(.rejectReply(number)) {
      counters.measures.rejectedReplies += one
    } else {
      forget(index)
    }
  }

  mutating func awaitWithdrawal(_ index: CaseIndex, _ number: AppealNumber) {
    rekey(.exception, index, stage: 0)
    countDraws(1)
    guard stream.bernoulli(tables.part.withdrawn) else { return }
    countDraws(1)
    let hours = tables.samplers.draw(tables.partHours.withdrawal, from: &stream)
    let at = max(now, cases[index].contactAt + milliseconds(hours: hours))
    schedule(.withdrawal(number), at: at, .arrival)
  }

  /// The citizen withdraws what is still open; whoever is at it has worked in vain.
  mutating func withdraw(_ number: AppealNumber) {
    guard let index = caseOfNumber[number], cases[index].phase == .open else { return }
    withdraw(index, .withdrawn)
  }

  mutating func withdraw(_ index: CaseIndex, _ ground: CancelGround) {
    guard issue(.cancel(cases[index].number, ground)) else { return }
    counters.measures.withdrawn += one
    forget(index)
  }

  /// The unit sees at its first handling that the limit is too short.
  mutating func extend(_ index: CaseIndex, _ view: AppealView) {
    rekey(.exception, index, stage: 1)
    countDraws(1)
    guard stream.bernoulli(tables.part.extended), view.due >= now else { return }
    if issue(.extend(view.number, by: tables.part.extendedBy)) {
      counters.measures.extensions += one
    }
  }

  /// 挂账: the clocks stop while it waits outside, if it is still with the unit.
  mutating func suspend(_ index: CaseIndex) {
    rekey(.exception, index, stage: 2 + min(cases[index].works, 13))
    countDraws(1)
    let number = cases[index].number
    guard stream.bernoulli(tables.part.suspended), core.view(of: number)?.status == .held,
      issue(.suspend(number, .awaitingThirdParty))
    else { return }
    counters.measures.suspensions += one
    cases[index].flags.insert(.isSuspended)
  }

  /// Whether the result was refused for want of evidence; it is reported again when that is there.
  mutating func missesEvidence(_ index: CaseIndex) -> Bool {
    guard !cases[index].flags.contains(.hasEvidence) else { return false }
    cases[index].flags.insert(.hasEvidence)
    rekey(.evidence, index, stage: cases[index].works)
    countDraws(1)
    guard stream.bernoulli(tables.part.withoutEvidence),
      let view = core.view(of: cases[index].number),
      tables.leaves.flags[view.leaf.index].contains(.evidence),
      !issue(
        view.node == .feedback
          ? .feedback(view.number, evidence: false) : .close(view.number, evidence: false))
    else { return false }
    countDraws(1)
    counters.measures.missingEvidence += one
    let hours = tables.samplers.draw(tables.partHours.evidence, from: &stream)
    hold(index, .evidence, until: now + milliseconds(hours: hours))
    return true
  }
}
