import AppealCore
import CivicTime
import EventEngine
import RandomStreams

/// Tasks: a head takes one from a list, spends effort on it in working time, and gives it back.
extension Trial {
  /// An idle head takes the first task of a list. A unit may only sign for it and stay idle.
  mutating func takeTask(_ crew: CrewIndex, from list: ListID) {
    guard issue(.take(list, by: StaffID(rawValue: UInt32(crew)))),
      let number = journal.last?.appeal, let index = caseOfNumber[number]
    else { return }
    tallyWait(crew, since: cases[index].queuedAt)
    let effort: Milliseconds
    switch crews[crew].role {
    case .dispatch: effort = beginAtPost(index, crew)
    case .verify: effort = beginVerification(index, crew)
    case .unit:
      guard let handling = beginAtUnit(index, crew) else { return }
      effort = handling
    }
    occupy(crew, with: index, of: list, effort: effort)
  }

  private mutating func occupy(
    _ crew: CrewIndex, with index: CaseIndex, of list: ListID, effort: Milliseconds
  ) {
    let head = crews.seize(crew, index, at: now)
    var work = Milliseconds((Double(effort) * crews[crew].stretch).rounded())
    if crews[crew].switching > 0 {
      let place = Int(crews[crew].firstHead) + Int(head.index)
      if crews.lastList[place] != list { work += crews[crew].switching }
      crews.lastList[place] = list
    }
    let end = end(of: work, for: crew)
    tallyWork(crew, work, until: end)
    schedule(.done(crew, head), at: end, .completion)
  }

  /// Effort is working time, so that a unit's task goes on at the next opening. At posts and
  /// verification, whose tasks are short, a head stays a little longer to finish what it has begun.
  private func end(of work: Milliseconds, for crew: CrewIndex) -> Instant {
    if crews[crew].role != .unit {
      let closing = crews[crew].clock.nextClosing(after: now)
      if now + work <= closing + Self.mostOverrun { return now + work }
    }
    return crews[crew].clock.add(work, to: now)
  }

  /// How long a head at a post stays on to finish a task: half an hour (assumed).
  private static let mostOverrun = Milliseconds.minutes(30)

  mutating func finishTask(_ crew: CrewIndex, _ head: ServerID) {
    let index = crews.release(crew, head, at: now)
    switch cases[index].task {
    case .post: finishAtPost(index)
    case .look: sendBack(index)
    case .handling: finishHandling(index)
    case .verify: finishVerification(index)
    case .none: break
    }
    serve(crew)
  }

  /// Waits are counted for tasks taken in the window.
  private func tallyWait(_ crew: CrewIndex, since queuedAt: Instant) {
    guard now >= windowStart else { return }
    crews[crew].tasks += 1
    crews[crew].waited += now - queuedAt
  }

  /// Counts the part of a task's paid time that lies in the window.
  private func tallyWork(_ crew: CrewIndex, _ work: Milliseconds, until end: Instant) {
    if now >= windowStart && end <= windowEnd {
      crews[crew].busy += work
    } else if end > windowStart {
      crews[crew].busy += crews[crew].clock.workingTime(
        from: max(now, windowStart), to: min(end, windowEnd))
    }
  }
}
