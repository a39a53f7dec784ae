import CivicTime

/// The command whose first entry an entry is. What the journal does not tell, such as whether there
/// was evidence where none is needed, is chosen so that it decides nothing.
extension AppealCore {
  /// - Returns: nil where no command begins with such an entry. Whether the command is allowed, and
  ///   leads to these entries, is another question.
  func command(behind position: Int, of journal: borrowing JournalBuffer) -> Command? {
    let entry = journal[position]
    let appeal = entry.appeal
    switch entry.change {
    case .submitted(let submission, _, _, _):
      return .submit(submission, details(of: appeal, after: position, journal))
    case .taken(let list, let staff), .sideTaskTaken(let list, let staff):
      return .take(list, by: staff)
    case .putBack: return .putBack(appeal)
    case .advanced(let from, _, _), .passed(let from, _, _, _): return completion(of: from, appeal)
    case .filed(let leaf, _, _, _): return .file(appeal, leaf)
    case .handedOver(_, let to): return .handOver(appeal, to: to)
    case .dispatched(let unit, _, _, _): return .dispatch(appeal, to: unit)
    case .sentBack(_, let ground, _, _): return .sendBack(appeal, ground)
    case .redone: return .verify(appeal, passed: false)
    case .closed: return .close(appeal, evidence: true)
    case .appraised(let scores): return .appraise(appeal, scores)
    case .reopened(let ground, _, _, _): return .reopen(appeal, ground)
    case .deadlineChanged(.extended, let due): return prolonging(appeal, to: due)
    case .suspended(let ground): return .suspend(appeal, ground)
    case .resumed: return .resume(appeal)
    case .cancelled(let ground): return .cancel(appeal, ground)
    case .merged(let parent): return .merge(appeal, into: parent)
    default: return measure(behind: position, of: journal)
    }
  }

  private func measure(behind position: Int, of journal: borrowing JournalBuffer) -> Command? {
    let entry = journal[position]
    let appeal = entry.appeal
    switch entry.change {
    // What a unit is charged with comes before its return, and who goes on before who ends.
    case .evidence: return sendingBack(appeal, after: position, journal)
    case .unmerged(let parent, _, _): return cancelling(parent, after: position, journal)
    case .tagged(let tags): return tag(of: tags).map { .tag(appeal, $0) }
    case .untagged(let tags): return tag(of: tags).map { .untag(appeal, $0) }
    case .repliedInstantly(let answer): return .replyInstantly(appeal, answer)
    case .supportPlanned(let unit): return .support(appeal, by: unit)
    case .sideTaskOpened(.support, let list, _):
      return tables.unit(of: list).map { .support(appeal, by: $0) }
    case .sideTaskPutBack(let list): return .putBackSide(appeal, list)
    case .sideTaskDone(let kind, let list, let outcome):
      return finish(kind, list, outcome, of: appeal)
    case .supportWithdrawn(let unit): return .withdrawSupport(appeal, unit)
    case .arbitrated(_, let upheld): return .arbitrate(appeal, upheld: upheld)
    case .disputed: return .dispute(appeal)
    case .adoption(let state): return .adopt(appeal, state)
    case .modeChanged(let street, let mode, byCommand: true): return .setMode(street, mode)
    case .formChanged: return .changeForm
    default: return nil
    }
  }

  private func completion(of node: Node, _ appeal: AppealNumber) -> Command? {
    switch node {
    case .accept: .accept(appeal)
    case .signIn: .signIn(appeal)
    case .handle: .handle(appeal)
    case .feedback: .feedback(appeal, evidence: true)
    case .verify: .verify(appeal, passed: true)
    case .file, .dispatch, .close, .appraise: nil
    }
  }

  /// Any span that leads from the present deadline to the new one is as good as the one asked for.
  private func prolonging(_ appeal: AppealNumber, to due: Instant) -> Command? {
    view(of: appeal).map { .extend(appeal, by: .elapsed(due - $0.due)) }
  }

  private func finish(
    _ kind: SideTaskKind, _ list: ListID, _ outcome: UInt16, of appeal: AppealNumber
  ) -> Command? {
    switch kind {
    case .support: tables.unit(of: list).map { .finishSupport(appeal, $0) }
    case .liability: .settleLiability(appeal, liable: UnitID(rawValue: outcome))
    case .callBack: .callBack(appeal, solved: outcome == 1)
    case .chase: .chase(appeal)
    }
  }

  private func tag(of tags: TagSet) -> TagID? {
    tags.rawValue.nonzeroBitCount == 1 ? TagID(tags.rawValue.trailingZeroBitCount) : nil
  }
}

// MARK: - What a later entry of the same command tells

extension AppealCore {
  private func details(
    of appeal: AppealNumber, after position: Int, _ journal: borrowing JournalBuffer
  ) -> Submission.Details {
    guard position + 1 < journal.count, journal[position + 1].appeal == appeal,
      case .described(let details) = journal[position + 1].change
    else { return .usual }
    return details
  }

  /// At most two charges come before a return.
  private func sendingBack(
    _ appeal: AppealNumber, after position: Int, _ journal: borrowing JournalBuffer
  ) -> Command? {
    for later in position + 1..<max(position + 1, min(position + 4, journal.count)) {
      guard case .sentBack(_, let ground, _, _) = journal[later].change else { continue }
      return .sendBack(appeal, ground)
    }
    return nil
  }

  /// One change of a deadline at most comes between.
  private func cancelling(
    _ parent: AppealNumber, after position: Int, _ journal: borrowing JournalBuffer
  ) -> Command? {
    for later in position + 1..<max(position + 1, min(position + 4, journal.count)) {
      guard case .cancelled(let ground) = journal[later].change else { continue }
      return .cancel(parent, ground)
    }
    return nil
  }
}
