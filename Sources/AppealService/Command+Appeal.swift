import AppealCore

extension Command {
  /// The appeal that a command names; nil for a submission and for taking, which find theirs.
  var appeal: AppealNumber? {
    switch self {
    case .submit, .take: nil
    case .setMode, .changeForm: AppealNumber.none
    case .putBack(let number), .accept(let number), .signIn(let number), .handle(let number),
      .resume(let number), .rejectReply(let number), .dispute(let number),
      .chase(let number):
      number
    case .close(let number, _): number
    case .file(let number, _): number
    case .handOver(let number, _): number
    case .dispatch(let number, _): number
    case .sendBack(let number, _): number
    case .feedback(let number, _): number
    case .verify(let number, _): number
    case .appraise(let number, _): number
    case .reopen(let number, _): number
    case .extend(let number, _): number
    case .suspend(let number, _): number
    case .cancel(let number, _): number
    case .merge(let number, _): number
    case .callBack(let number, _): number
    case .adopt(let number, _): number
    case .arbitrate(let number, _): number
    case .replyInstantly(let number, _): number
    case .putBackSide(let number, _): number
    case .tag(let number, _), .untag(let number, _): number
    case .support(let number, _), .finishSupport(let number, _), .withdrawSupport(let number, _),
      .settleLiability(let number, _):
      number
    }
  }
}

extension Command {
  /// What the command led to, by the entries from `start` on.
  func receipt(
    _ core: borrowing AppealCore, _ journal: borrowing JournalBuffer, from start: Int
  ) -> Receipt {
    let entries = UInt32(journal.count - start)
    switch self {
    case .submit:
      return Receipt(appeal: AppealNumber(core.acceptedAppeals), entries: entries)
    case .take(let list, _):
      return Self.taken(from: list, core, journal, start, entries)
    default:
      return Receipt(appeal: appeal ?? .none, entries: entries)
    }
  }

  /// Alarms take nothing, so the entry that does is the command's.
  private static func taken(
    from list: ListID, _ core: borrowing AppealCore, _ journal: borrowing JournalBuffer,
    _ start: Int, _ entries: UInt32
  ) -> Receipt {
    for position in start..<journal.count {
      let entry = journal[position]
      switch entry.change {
      case .taken:
        let node = core.view(of: entry.appeal)?.node
        return Receipt(appeal: entry.appeal, work: node.map { .node($0) }, entries: entries)
      case .sideTaskTaken:
        return Receipt(
          appeal: entry.appeal, work: .side(core.sideTaskKind(on: list)), entries: entries)
      default: continue
      }
    }
    preconditionFailure("a take that took nothing")
  }
}

extension AppealCore {
  fileprivate func sideTaskKind(on list: ListID) -> SideTaskKind {
    if case .desk(let kind) = kind(of: list) { return kind }
    return .support
  }
}
