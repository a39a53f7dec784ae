import AppealCore
import CivicTime
import EventEngine
import RandomStreams

/// Tasks: a head takes one from a list, spends effort on it in working time, and gives it back.
extension Trial {
  /// An idle head takes the first task of a list. A unit may only sign for it and stay idle.
  mutating func takeTask(_ crew: CrewIndex, from list: ListID) {
    guard issue(.take(list, by: StaffID(rawValue: UInt32(crew)))), let entry = journal.last else {
      return
    }
    if case .sideTaskTaken = entry.change { return beginSide(crew, entry.appeal, of: list) }
    guard let index = liveCase(of: entry.appeal) else { return }
    tallyWait(crew, since: cases[index].queuedAt)
    var work = Assignment(index: index, number: entry.appeal, list: list, task: .post)
    let effort: Milliseconds
    switch crews[crew].role {
    case .dispatch, .desk: effort = beginAtPost(index, crew)
    case .verify:
      work.task = .verify
      effort = beginVerification(index, crew)
    case .unit:
      guard let begun = beginAtUnit(index, crew) else { return }
      (work.task, effort) = begun
    }
    cases[index].flags.insert(.inWork)
    occupy(crew, with: work, effort: effort)
  }

  mutating func occupy(_ crew: CrewIndex, with assignment: Assignment, effort: Milliseconds) {
    let head = crews.seize(crew, assignment, at: now)
    var work = Milliseconds((Double(effort) * crews[crew].stretch).rounded())
    if crews[crew].switching > 0 {
      let place = Int(crews[crew].firstHead) + Int(head.index)
      if crews.lastList[place] != assignment.list { work += crews[crew].switching }
      crews.lastList[place] = assignment.list
    }
    let end = end(of: work, for: crew)
    tallyWork(crew, work, until: end)
    schedule(.done(crew, head), at: end, .completion)
  }

  /// Effort is working time, so that a unit's task goes on at the next opening. At posts and
  /// verification, whose tasks are short, a head stays a little longer to finish what it has begun.
  private mutating func end(of work: Milliseconds, for crew: CrewIndex) -> Instant {
    if crews[crew].role != .unit {
      let closing = crews[crew].clock.nextClosing(after: now)
      if now + work <= closing + Self.mostOverrun { return now + work }
    }
    return crews[crew].clock.add(work, to: now)
  }

  /// How long a head at a post stays on to finish a task: half an hour (assumed).
  private static let mostOverrun = Milliseconds.minutes(30)

  mutating func finishTask(_ crew: CrewIndex, _ head: ServerID) {
    let work = crews.release(crew, head, at: now)
    switch work.task {
    case .support, .liability, .callBack, .chase: finishSide(work)
    default: finishOwn(work)
    }
    serve(crew)
  }

  private mutating func finishOwn(_ work: Assignment) {
    // Withdrawn meanwhile: the work was in vain.
    guard cases[work.index].number == work.number else {
      counters.measures.wastedTasks += one
      return
    }
    cases[work.index].flags.remove(.inWork)
    switch work.task {
    case .post: finishAtPost(work.index)
    case .look: sendBack(work.index)
    case .handling: finishHandling(work.index)
    case .verify: finishVerification(work.index)
    default: break
    }
  }

  /// Waits are counted for tasks taken in the window.
  mutating func tallyWait(_ crew: CrewIndex, since queuedAt: Instant) {
    guard now >= windowStart else { return }
    crews[crew].tasks += 1
    crews[crew].waited += now - queuedAt
  }

  /// Counts the part of a task's paid time that lies in the window.
  private mutating func tallyWork(_ crew: CrewIndex, _ work: Milliseconds, until end: Instant) {
    if now >= windowStart && end <= windowEnd {
      crews[crew].busy += work
    } else if end > windowStart {
      crews[crew].busy += crews[crew].clock.workingTime(
        from: max(now, windowStart), to: min(end, windowEnd))
    }
  }
}
