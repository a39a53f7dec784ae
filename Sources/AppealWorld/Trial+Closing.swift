import AppealCore
import CivicTime
import RandomStreams

/// Verification by grid officers, close, and the citizen's appraisal.
extension Trial {
  mutating func beginVerification(_ index: CaseIndex, _ crew: CrewIndex) -> Milliseconds {
    rekey(.verification, index, stage: cases[index].works)
    let found = stream.bernoulli(plan.verification.sensitivity)
    cases[index].flags.remove(.isFound)
    if found && cases[index].flags.contains(.badResult) { cases[index].flags.insert(.isFound) }
    countDraws(2)
    return milliseconds(
      hours: tables.samplers.draw(
        tables.teamEffort[Int(crews[crew].team)], from: &stream))
  }

  mutating func finishVerification(_ index: CaseIndex) {
    let bad = cases[index].flags.contains(.isFound)
    pass(index, .verify(cases[index].number, passed: !bad))
    if !bad { close(index) }
  }

  mutating func close(_ index: CaseIndex) {
    let number = cases[index].number
    guard let view = core.view(of: number), issue(.close(number, evidence: true)) else { return }
    end(index, number, view)
  }

  /// The appeal has ended; `view` is of the instant before. It is remembered if it may come back.
  mutating func end(_ index: CaseIndex, _ number: AppealNumber, _ view: AppealView) {
    let mayComeBack = appraise(index, number, view)
    if cases[index].flags.contains(.badResult) { bringBack(index) }
    if mayComeBack {
      cases[index].phase = .ended
    } else {
      forget(index)
    }
  }

  mutating func forget(_ index: CaseIndex) {
    caseOfNumber.remove(cases[index].number)
    cases.remove(index)
  }

  /// A bad result that nobody found: some citizens bring the need again.
  private mutating func bringBack(_ index: CaseIndex) {
    rekey(.citizen, index, stage: 4)
    let comesBack = stream.bernoulli(plan.citizens.comesBack)
    countDraws(1)
    let element = cases[index]
    guard comesBack, element.ordinal < 12, !element.flags.contains(.isBroughtBack) else { return }
    cases[index].flags.insert(.isBroughtBack)
    countDraws(1)
    let delay = milliseconds(hours: tables.samplers.draw(tables.patience, from: &stream))
    var again = followUp(
      of: element, ordinal: element.ordinal + Case.firstBroughtBack, at: now + delay)
    again.registrationMark = element.registrationMark
    let isCall = tables.channels[element.channel.index].isAnswered
    let place = cases.insert(again)
    schedule(isCall ? .call(place) : .registration(place), at: again.contactAt, .arrival)
  }

  /// Whether low scores will be given that may bring it back.
  private mutating func appraise(
    _ index: CaseIndex, _ number: AppealNumber, _ view: AppealView
  ) -> Bool {
    rekey(.appraisal, index, stage: view.reopenings)
    countDraws(1)
    guard stream.bernoulli(plan.citizens.response) else { return false }
    countDraws(2)
    let disposition = tables.disposition.map { tables.samplers.draw($0, from: &stream) } ?? 0
    let delay = milliseconds(hours: tables.samplers.draw(tables.responseDelay, from: &stream))
    let isBad = cases[index].flags.contains(.badResult)
    let stars = stars(view, isBad: isBad, disposition: disposition)
    schedule(.appraisal(number, stars), at: now + delay, .arrival)
    return tables.part.lowScore > 0 && stars.sum <= tables.part.lowScore
  }

  /// The citizen scores. A low score reopens the appeal, or opens a call-back; else it is forgotten.
  mutating func appraised(_ number: AppealNumber, _ scores: Appraisal) {
    let start = journal.count
    issue(.appraise(number, scores))
    guard tables.part.lowScore > 0, let index = caseOfNumber[number],
      cases[index].phase == .ended
    else { return }
    for position in start..<journal.count where journal[position].appeal == number {
      switch journal[position].change {
      case .reopened, .sideTaskOpened: return
      default: break
      }
    }
    forget(index)
  }

  /// Score model of `Satisfaction`: linear in delay, returns and redos, cut to 1…5 stars.
  private mutating func stars(_ view: AppealView, isBad: Bool, disposition: Double) -> Appraisal {
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

extension Appraisal {
  var sum: UInt32 { UInt32(speed) + UInt32(result) + UInt32(attitude) + UInt32(system) }
}
