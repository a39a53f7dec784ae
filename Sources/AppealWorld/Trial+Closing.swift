import AppealCore
import CivicTime
import RandomStreams

/// Verification by grid officers, close, and the citizen's appraisal.
extension Trial {
  mutating func beginVerification(_ index: CaseIndex, _ crew: CrewIndex) -> Milliseconds {
    cases[index].task = .verify
    rekey(.verification, index, stage: cases[index].works)
    let found = stream.bernoulli(plan.verification.sensitivity)
    cases[index].isFound = cases[index].badResult && found
    countDraws(2)
    return milliseconds(
      hours: tables.samplers.draw(
        tables.teamEffort[Int(crews[crew].team)], from: &stream))
  }

  mutating func finishVerification(_ index: CaseIndex) {
    let bad = cases[index].isFound
    pass(index, .verify(cases[index].number, passed: !bad))
    if !bad { close(index) }
  }

  mutating func close(_ index: CaseIndex) {
    let number = cases[index].number
    guard let view = core.view(of: number), issue(.close(number)) else { return }
    caseOfNumber.remove(number)
    appraise(index, number, view)
    if cases[index].badResult { bringBack(index) }
    cases.remove(index)
  }

  /// A bad result that nobody found: some citizens bring the need again.
  private mutating func bringBack(_ index: CaseIndex) {
    rekey(.citizen, index, stage: 4)
    let comesBack = stream.bernoulli(plan.citizens.comesBack)
    countDraws(1)
    let element = cases[index]
    guard comesBack, element.ordinal < 12 else { return }
    countDraws(1)
    let delay = milliseconds(hours: tables.samplers.draw(tables.patience, from: &stream))
    let again = followUp(of: element, ordinal: element.ordinal + 3, at: now + delay)
    schedule(.registration(cases.insert(again)), at: again.contactAt, .arrival)
  }

  private mutating func appraise(_ index: CaseIndex, _ number: AppealNumber, _ view: AppealView) {
    rekey(.appraisal, index, stage: 0)
    countDraws(1)
    guard stream.bernoulli(plan.citizens.response) else { return }
    countDraws(2)
    let disposition = tables.disposition.map { tables.samplers.draw($0, from: &stream) } ?? 0
    let delay = milliseconds(hours: tables.samplers.draw(tables.responseDelay, from: &stream))
    let stars = stars(view, isBad: cases[index].badResult, disposition: disposition)
    schedule(.appraisal(number, stars), at: now + delay, .arrival)
  }

  /// Score model of `Satisfaction`: linear in delay, returns and redos, cut to 1…5 stars.
  private func stars(_ view: AppealView, isBad: Bool, disposition: Double) -> Appraisal {
    let model = plan.citizens.satisfaction
    let limit = max(view.due - view.submittedAt, 1)
    let used = min(Double(now - view.contactAt) / Double(limit), 3)
    let base = model.base + disposition
    func cut(_ value: Double) -> UInt8 { UInt8(min(max(value.rounded(), 1), 5)) }
    return Appraisal(
      speed: cut(base - model.slowness * used),
      result: cut(base - model.perRedo * (Double(view.redos) + (isBad ? 1 : 0))),
      attitude: cut(base - model.perReturn * Double(view.returns)), system: cut(base))
  }
}
