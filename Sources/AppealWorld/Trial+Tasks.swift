import AppealCore
import CivicTime
import RandomStreams

/// Tasks: a head takes one from a list, spends effort on it in working time, and gives it back.
extension Trial {
  /// A head takes the first task of a list. False when that does not keep the head busy.
  mutating func start(_ crew: CrewIndex, head: UInt16, list: ListID) -> Bool {
    let staff = StaffID(rawValue: UInt32(crew) << 16 | UInt32(head))
    guard issue(.take(list, by: staff)), let number = journal.last?.appeal,
      let index = caseOfNumber[number]
    else { return false }
    tallyWait(crew, since: cases[index].queuedAt)
    cases[index].crew = crew
    let effort: Milliseconds
    switch crews[crew].role {
    case .dispatch: effort = beginAtPost(index, crew)
    case .verify: effort = beginVerification(index, crew)
    case .unit:
      guard let handling = beginAtUnit(index, crew) else { return false }
      effort = handling
    }
    occupy(crew, head: head, list: list, index, effort: effort)
    return true
  }

  private mutating func occupy(
    _ crew: CrewIndex, head: UInt16, list: ListID, _ index: CaseIndex, effort: Milliseconds
  ) {
    var work = Milliseconds((Double(effort) * crews[crew].stretch).rounded())
    if crews[crew].switching > 0 {
      let place = Int(crews[crew].firstHead) + Int(head)
      if crews.lastList[place] != list { work += crews[crew].switching }
      crews.lastList[place] = list
    }
    let end = crews[crew].clock.add(work, to: now)
    tallyWork(crew, work, until: end)
    schedule(.done(crew, head: head, index), at: end, .completion)
  }

  mutating func finishTask(_ crew: CrewIndex, head: UInt16, _ index: CaseIndex) {
    crews.release(crew, head: head)
    switch cases[index].task {
    case .post: finishAtPost(index)
    case .look: sendBack(index)
    case .wrongUnit, .handling: finishHandling(index)
    case .verify: finishVerification(index)
    case .none, .registering: break
    }
    serve(crew)
  }

  /// Waits are counted for tasks taken in the window.
  private func tallyWait(_ crew: CrewIndex, since queuedAt: Instant) {
    guard now >= windowStart else { return }
    crews.tallies[Int(crew)].tasks += 1
    crews.tallies[Int(crew)].waited += now - queuedAt
  }

  /// Counts the part of a task's paid time that lies in the window.
  private func tallyWork(_ crew: CrewIndex, _ work: Milliseconds, until end: Instant) {
    if now >= windowStart && end <= windowEnd {
      crews.tallies[Int(crew)].busy += work
    } else if end > windowStart {
      crews.tallies[Int(crew)].busy += crews[crew].clock.workingTime(
        from: max(now, windowStart), to: min(end, windowEnd))
    }
  }
}
