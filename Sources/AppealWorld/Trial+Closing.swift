import AppealCore
import CivicTime
import RandomStreams

/// Verification by grid officers, close, and the citizen's appraisal.
extension Trial {
  mutating func beginVerification(_ index: CaseIndex, _ crew: CrewIndex) -> Milliseconds {
    cases[index].task = .verify
    rekey(.verification, index, ordinal: cases[index].works)
    let found = stream.bernoulli(plan.verification.sensitivity)
    cases[index].badResult = cases[index].badResult && found
    countDraws(2)
    return milliseconds(
      hours: tables.samplers.draw(
        tables.teamEffort[Int(crews[crew].team)], from: &stream))
  }

  mutating func finishVerification(_ index: CaseIndex) {
    let bad = cases[index].badResult
    pass(index, .verify(cases[index].number, passed: !bad))
    if !bad { close(index) }
  }

  mutating func close(_ index: CaseIndex) {
    let number = cases[index].number
    guard let view = core.view(of: number), issue(.close(number)) else { return }
    caseOfNumber.remove(number)
    appraise(index, number, view)
    cases.remove(index)
  }

  private mutating func appraise(_ index: CaseIndex, _ number: AppealNumber, _ view: AppealView) {
    rekey(.appraisal, index, ordinal: 0)
    countDraws(1)
    guard stream.bernoulli(plan.citizens.response) else { return }
    countDraws(2)
    let disposition = tables.disposition.map { tables.samplers.draw($0, from: &stream) } ?? 0
    let delay = milliseconds(hours: tables.samplers.draw(tables.responseDelay, from: &stream))
    let stars = stars(view, disposition: disposition)
    schedule(.appraisal(number, stars), at: now + delay, .arrival)
  }

  /// Score model of `Satisfaction`: linear in delay, returns and redos, cut to 1…5 stars.
  private func stars(_ view: AppealView, disposition: Double) -> Appraisal {
    let model = plan.citizens.satisfaction
    let limit = max(view.due - view.submittedAt, 1)
    let used = min(Double(now - view.contactAt) / Double(limit), 3)
    let base = model.base + disposition
    func cut(_ value: Double) -> UInt8 { UInt8(min(max(value.rounded(), 1), 5)) }
    return Appraisal(
      speed: cut(base - model.slowness * used),
      result: cut(base - model.perRedo * Double(view.redos)),
      attitude: cut(base - model.perReturn * Double(view.returns)), system: cut(base))
  }
}
