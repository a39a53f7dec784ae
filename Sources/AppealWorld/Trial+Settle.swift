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
        .putBack(let list):
        offer(list)
      case .taken, .advanced, .filed, .appraised, .breached, .nodeBreached, .deadlineChanged: break
      case .closed: if tables.part.merges { heed(entry) }
      default: heed(entry)
      }
    }
  }

  /// A task came onto a list: an idle head on duty takes one, or the crew is woken at its opening.
  mutating func offer(_ list: ListID) {
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

  /// Which task comes first is the core's to say.
  mutating func mostPressingList(_ index: CrewIndex) -> ListID? {
    var count = Int(crews[index].listCount)
    // The merged list is the last.
    if let street = crews[index].pooledStreet, !tables.emergencies[street.index] { count -= 1 }
    let lists = UnsafeBufferPointer(
      start: crews.listsServed + Int(crews[index].firstList), count: count)
    return core.mostPressing(among: lists, urgentOnly: crews[index].urgentOnly)
  }
}
