import AppealCore
import CivicTime

/// The world's reaction to what the core journalled: whoever is idle takes what came onto a list.
extension Trial {
  mutating func settle() {
    while settled < journal.count {
      let entry = journal[settled]
      settled += 1
      switch entry.change {
      case .submitted(_, let list, _, _), .passed(_, _, let list, _), .handedOver(_, let list),
        .dispatched(_, _, let list, _), .sentBack(_, _, let list, _), .redone(_, let list, _),
        .putBack(let list), .reopened(_, let list, _, _):
        offer(list)
      default:
        break
      }
    }
  }

  /// A task came onto a list: an idle head on duty takes one, or the crew is woken at its opening.
  private mutating func offer(_ list: ListID) {
    let range = crews.listStart[list.index]..<crews.listStart[list.index + 1]
    for position in range {
      let crew = crews.crewsOfList[Int(position)]
      if crews.hasIdle(crew) { serve(crew) }
      if core.openTasks(on: list) == 0 { return }
    }
  }

  /// Lets the idle heads of a crew take tasks, when it is on duty; else sets its alarm clock.
  mutating func serve(_ index: CrewIndex) {
    guard crews[index].clock.isWorking(at: now) else { return wake(index) }
    while crews.hasIdle(index), let list = mostPressingList(index) {
      takeTask(index, from: list)
    }
  }

  private mutating func wake(_ index: CrewIndex) {
    guard !crews[index].isWoken else { return }
    let opening = crews[index].clock.nextOpening(atOrAfter: now)
    guard opening < windowEnd else { return }
    crews[index].isWoken = true
    schedule(.opening(index), at: opening, .calendar)
  }

  mutating func open(_ index: CrewIndex) {
    crews[index].isWoken = false
    serve(index)
  }

  /// Among the lists of a crew the one whose first task is most pressing; nil when there is none.
  private func mostPressingList(_ index: CrewIndex) -> ListID? {
    let first = Int(crews[index].firstList)
    let urgentOnly = crews[index].urgentOnly
    if crews[index].listCount == 1 {
      let list = crews.listsServed[first]
      if urgentOnly { return core.firstTask(on: list)?.rank == 0 ? list : nil }
      return core.openTasks(on: list) > 0 ? list : nil
    }
    var best: (rank: UInt8, due: Instant, list: ListID)?
    for position in first..<first + Int(crews[index].listCount) {
      let list = crews.listsServed[position]
      guard let task = core.firstTask(on: list) else { continue }
      if urgentOnly && task.rank > 0 { continue }
      if let known = best, (known.rank, known.due) <= (task.rank, task.due) { continue }
      best = (task.rank, task.due, list)
    }
    return best?.list
  }
}
