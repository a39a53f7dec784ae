import AppealCore
import CivicTime

/// The full check that nothing hangs, for tests: slow, and called between events.
extension Trial {
  /// What is wrong, a sentence each; empty when every open appeal is on a list, in the hands of a
  /// busy head, or awaited by an event, and no idle head on duty has a task to take.
  package mutating func audit() -> [String] {
    var problems: [String] = []
    var inWork = 0
    for value in 0..<core.acceptedAppeals {
      let number = AppealNumber(value + 1)
      let view = core.view(of: number)
      guard let view, view.isOpen else {
        if let index = caseOfNumber[number], cases[index].phase != .ended {
          problems.append("\(number) has ended, but its case has not")
        }
        continue
      }
      guard let index = caseOfNumber[number], cases[index].number == number else {
        problems.append("\(number) is open and has no case")
        continue
      }
      if cases[index].flags.contains(.inWork) { inWork += 1 }
      if let problem = problem(cases[index], view) { problems.append("\(number) \(problem)") }
    }
    let busy = (0..<crews.count).reduce(0) { $0 + crews.busy(CrewIndex($1)) }
    if inWork > busy { problems.append("\(inWork) cases are in work, but \(busy) heads busy") }
    for crew in 0..<crews.count {
      if let idle = idleness(CrewIndex(crew)) { problems.append(idle) }
    }
    return problems
  }

  private func problem(_ element: Case, _ view: AppealView) -> String? {
    switch view.status {
    case .merged: return element.phase == .merged ? nil : "is merged, but its case is not"
    case .listed:
      let start = crews.listStart[view.list.index]
      let isServed = crews.listStart[view.list.index + 1] > start
      if !isServed { return "is on a list that nobody serves" }
      return element.wait == .none && !element.flags.contains(.inWork)
        ? nil : "is on a list and yet in hands"
    case .suspended:
      return element.wait == .outside && element.waitUntil >= now
        ? nil : "is suspended, and nobody resumes it"
    case .held: return heldProblem(element, view)
    case .closed, .cancelled: return nil
    }
  }

  private func heldProblem(_ element: Case, _ view: AppealView) -> String? {
    if element.flags.contains(.inWork) {
      return element.wait == .none ? nil : "is worked on and waits"
    }
    switch element.wait {
    case .none, .line: return "is in hands at \(view.node), and nobody is at it"
    case .supportFirst, .supportLast:
      return view.pendingSupports > 0 ? nil : "waits for support that nobody gives"
    case .habit, .outside, .dispute, .evidence:
      return element.waitUntil >= now ? nil : "waits for what is over"
    }
  }

  private mutating func idleness(_ crew: CrewIndex) -> String? {
    let clock = crews[crew].clock
    guard crews.hasIdle(crew), clock.isWorking(at: now), let list = mostPressingList(crew)
    else { return nil }
    // At the very opening its event may be still to come.
    if crews[crew].isWoken && !clock.isWorking(at: now - 1) { return nil }
    return "crew \(crew) is idle while list \(list.index) has tasks"
  }

  /// Whether the appeal is remembered by the world, open or not.
  package func remembers(_ number: AppealNumber) -> Bool { caseOfNumber[number] != nil }

  /// A command from outside the world, for tests; the world reacts to it.
  @discardableResult
  package mutating func intervene(_ command: Command) -> Bool {
    settled = journal.count
    let isDone = issue(command)
    settle()
    return isDone
  }

  package func view(of number: AppealNumber) -> AppealView? { core.view(of: number) }

  /// Callers in the line now.
  package var callersWaiting: Int { callPost.waiting }
}
