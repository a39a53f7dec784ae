import AppealCore
import CivicTime
import RandomStreams

/// Tasks beside the appeals' own: supporting units, and the three desks.
extension Trial {
  mutating func beginSide(_ crew: CrewIndex, _ number: AppealNumber, of list: ListID) {
    let kind = tables.sideKind(of: list)
    let index = caseOfNumber[number]
    tallyWait(crew, since: index.map { min(cases[$0].sideQueuedAt, now) } ?? now)
    let hours: Double
    let task: Assignment.Task
    switch kind {
    case .support:
      task = .support
      hours = supportHours(need(of: number), tables.unit(ofList: list))
    case .liability:
      task = .liability
      hours = sideHours(.liability, tables.partHours.liability, number)
    case .callBack:
      task = .callBack
      hours = sideHours(.callBack, tables.partHours.callBack, number)
    case .chase:
      task = .chase
      hours = sideHours(.chase, tables.partHours.chase, number)
    }
    let work = Assignment(number: number, list: list, task: task)
    occupy(crew, with: work, effort: milliseconds(hours: hours))
  }

  mutating func finishSide(_ work: Assignment) {
    let number = work.number
    switch work.task {
    case .liability:
      if issue(.settleLiability(number, liable: liableUnit(number))) {
        counters.measures.settledLiabilities += one
      }
    case .callBack: finishCallBack(number)
    case .chase where isOpen(number):
      if issue(.chase(number)) { counters.measures.chases += one }
    case .support where isOpen(number):
      issue(.finishSupport(number, tables.unit(ofList: work.list)))
    default:
      // The appeal ended before, and the task with it.
      counters.measures.wastedTasks += one
    }
  }

  private mutating func finishCallBack(_ number: AppealNumber) {
    // The same draws again, and one more.
    _ = sideHours(.callBack, tables.partHours.callBack, number)
    let isMistaken = stream.bernoulli(tables.part.callBackError)
    countDraws(1)
    let isBad = caseOfNumber[number].map { cases[$0].flags.contains(.badResult) } ?? false
    let solved = isBad == isMistaken
    guard issue(.callBack(number, solved: solved)) else { return }
    counters.measures.callBacks += one
    if !solved { counters.measures.unsolvedCallBacks += one }
    guard let index = caseOfNumber[number], cases[index].phase == .ended,
      core.view(of: number)?.isOpen != true
    else { return }
    forget(index)
  }

  private mutating func isOpen(_ number: AppealNumber) -> Bool {
    caseOfNumber[number].map { cases[$0].phase == .open } ?? false
  }

  private mutating func liableUnit(_ number: AppealNumber) -> UnitID {
    if let index = caseOfNumber[number] { return cases[index].trueUnit }
    let lead = core.view(of: number)?.leadUnit ?? .none
    return lead == .none ? UnitID(rawValue: 0) : lead
  }

  /// Side tasks outlive cases: the stream is found by the core's reference, or at last the number.
  private mutating func need(of number: AppealNumber) -> UInt64 {
    core.view(of: number).map { $0.reference >> 8 } ?? UInt64(number.rawValue)
  }

  private mutating func sideHours(
    _ purpose: WorldPurpose, _ hours: SamplerID, _ number: AppealNumber
  ) -> Double {
    let view = core.view(of: number)
    let ordinal = UInt8(truncatingIfNeeded: view?.reference ?? 0)
    let stage = min(view?.reopenings ?? 0, 15)
    stream.rekey(
      StreamKey(purpose, ordinal: min(ordinal, 15) << 4 | stage, subject: need(of: number)))
    countDraws(1)
    return tables.samplers.draw(hours, from: &stream)
  }
}
