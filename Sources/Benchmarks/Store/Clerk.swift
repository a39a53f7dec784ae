import AppealCore
import CivicTime

/// Works off tasks from lists, one appeal after another, through all nodes of its workflow.
struct Clerk {
  private let owners: [[UnitID]]
  private let lists: Int
  private var nextList = 0

  init(policy: Policy, core: borrowing AppealCore) {
    owners = policy.form.owners
    lists = core.listCount
  }

  /// Takes tasks and completes them until one more appeal has ended, or no task waits.
  mutating func endOne(
    _ core: inout AppealCore, at instant: Instant, into journal: inout JournalBuffer
  ) throws(Refusal) {
    let ended = core.closedAppeals
    while core.closedAppeals == ended {
      guard let list = listWithWork(core) else { return }
      try core.apply(.take(list, by: StaffID(rawValue: 1)), at: instant, into: &journal)
      guard let taken = journal.last?.appeal else { return }
      try finish(taken, &core, instant, &journal)
    }
  }

  private mutating func listWithWork(_ core: borrowing AppealCore) -> ListID? {
    for step in 0..<lists {
      let list = ListID((nextList + step) % lists)
      if core.openTasks(on: list) > 0 {
        nextList = (list.index + 1) % lists
        return list
      }
    }
    return nil
  }

  /// Completes nodes as long as the appeal stays in these hands.
  private func finish(
    _ number: AppealNumber, _ core: inout AppealCore, _ instant: Instant,
    _ journal: inout JournalBuffer
  ) throws(Refusal) {
    while let view = core.view(of: number), view.status == .held {
      let command: Command
      switch view.node {
      case .accept: command = .accept(number)
      case .file: command = .file(number, view.leaf)
      case .dispatch:
        let unit = owners[view.leaf.index][view.street.index]
        let post = core.dispatchingPost(of: unit)
        let isHere = post == .none || post == view.list
        command = isHere ? .dispatch(number, to: unit) : .handOver(number, to: post)
      case .signIn: command = .signIn(number)
      case .handle: command = .handle(number)
      case .feedback: command = .feedback(number, evidence: true)
      case .verify: command = .verify(number, passed: true)
      case .close, .appraise: command = .close(number, evidence: true)
      }
      try core.apply(command, at: instant, into: &journal)
    }
  }
}
