import CivicTime

extension AppealCore {
  /// The entries a command leads to, appended to `journal`; nothing is appended on a refusal.
  func decide(
    _ command: Command, at now: Instant, into journal: inout JournalBuffer
  ) throws(Refusal) {
    switch command {
    case .submit(let submission, let details):
      try decideSubmit(submission, details, now, &journal)
    case .take(let list, let staff): try decideTake(list, staff, now, &journal)
    case .putBack(let appeal): try decidePutBack(appeal, now, &journal)
    case .accept(let appeal): try decideStep(appeal, .accept, now, &journal)
    case .file(let appeal, let leaf): try decideFile(appeal, leaf, now, &journal)
    case .handOver(let appeal, let list): try decideHandOver(appeal, list, now, &journal)
    case .dispatch(let appeal, let unit): try decideDispatch(appeal, unit, now, &journal)
    case .signIn(let appeal): try decideStep(appeal, .signIn, now, &journal)
    case .sendBack(let appeal, let ground): try decideSendBack(appeal, ground, now, &journal)
    case .handle(let appeal): try decideStep(appeal, .handle, now, &journal)
    case .feedback(let appeal, let evidence):
      try decideFeedback(appeal, evidence, now, &journal)
    case .verify(let appeal, let passed): try decideVerify(appeal, passed, now, &journal)
    case .close(let appeal, let evidence): try decideClose(appeal, evidence, now, &journal)
    case .appraise(let appeal, let scores): try decideAppraise(appeal, scores, now, &journal)
    // These two grounds come from an answer rejected and a call-back made, not by a word.
    case .reopen(let appeal, .replyRejected): try decideRejectReply(appeal, now, &journal)
    case .reopen(_, .callBack): throw .unknownSideTask
    case .reopen(let appeal, let ground): try decideReopen(appeal, ground, now, &journal)
    case .extend(let appeal, let span): try decideExtend(appeal, span, now, &journal)
    case .suspend(let appeal, let ground): try decideSuspend(appeal, ground, now, &journal)
    case .resume(let appeal): try decideResume(appeal, now, &journal)
    case .cancel(let appeal, let ground): try decideCancel(appeal, ground, now, &journal)
    case .merge(let appeal, let parent): try decideMerge(appeal, parent, now, &journal)
    default: try decideMeasure(command, now, &journal)
    }
  }

  @inline(never)
  private func decideMeasure(
    _ command: Command, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    switch command {
    case .replyInstantly(let appeal, let answer): try decideReply(appeal, answer, now, &journal)
    case .rejectReply(let appeal): try decideRejectReply(appeal, now, &journal)
    case .tag(let appeal, let tag): try decideTag(appeal, tag, set: true, now, &journal)
    case .untag(let appeal, let tag): try decideTag(appeal, tag, set: false, now, &journal)
    case .arbitrate(let appeal, let upheld): try decideArbitrate(appeal, upheld, now, &journal)
    case .support(let appeal, let unit): try decideSupport(appeal, unit, now, &journal)
    case .finishSupport(let appeal, let unit):
      guard unit.index < tables.unitCount else { throw .unknownUnit }
      try decideFinishSide(.support, tables.list(of: unit), of: appeal, now, &journal)
    case .withdrawSupport(let appeal, let unit):
      try decideWithdrawSupport(appeal, unit, now, &journal)
    case .dispute(let appeal): try decideDispute(appeal, now, &journal)
    case .settleLiability(let appeal, let unit): try decideSettle(appeal, unit, now, &journal)
    case .callBack(let appeal, let solved): try decideCallBack(appeal, solved, now, &journal)
    case .chase(let appeal):
      try decideFinishSide(.chase, tables.desk(of: .chase), of: appeal, now, &journal)
    case .putBackSide(let appeal, let list): try decidePutBackSide(appeal, list, now, &journal)
    case .adopt(let appeal, let state): try decideAdopt(appeal, state, now, &journal)
    case .setMode(let street, let mode): try decideSetMode(street, mode, now, &journal)
    case .changeForm: try decideChangeForm(now, &journal)
    default: preconditionFailure("a command that nobody decides")
    }
  }

  /// The slot of an appeal that is open and not merged into another.
  @inline(__always)
  func open(_ appeal: AppealNumber, _ now: Instant) throws(Refusal) -> UInt32 {
    switch directory[appeal] {
    case .open(let index):
      if slots[index].pointee.place == .merged { throw .alreadyClosed }
      return index
    case .closed(let index):
      throw isRemembered(index, at: now) ? .alreadyClosed : .unknownAppeal
    case .none: throw .unknownAppeal
    }
  }

  /// The slot of an open appeal whose clocks run.
  @inline(__always)
  func running(_ appeal: AppealNumber, _ now: Instant) throws(Refusal) -> UInt32 {
    let index = try open(appeal, now)
    if slots[index].pointee.place == .suspended { throw .suspended }
    return index
  }

  /// The slot of an appeal that somebody holds at `node`.
  @inline(__always)
  func held(
    _ appeal: AppealNumber, at node: Node, _ now: Instant
  ) throws(Refusal) -> UInt32 {
    let index = try running(appeal, now)
    let slot = slots[index]
    if slot.pointee.node != node { throw .wrongNode(slot.pointee.node) }
    if slot.pointee.place != .held { throw .notInHands }
    return index
  }

  /// The tombstone of an appeal that has ended and is not forgotten.
  func ended(_ appeal: AppealNumber, _ now: Instant) throws(Refusal) -> UInt32 {
    switch directory[appeal] {
    case .open: throw .notClosed
    case .closed(let index) where isRemembered(index, at: now): return index
    case .closed, .none: throw .unknownAppeal
    }
  }

  /// Forgetting happens with the next entry; no decision may depend on when that is.
  func isRemembered(_ tombstone: UInt32, at now: Instant) -> Bool {
    let grave = tombstones[tombstone]
    return now <= grave.pointee.closedAt + memory(of: grave.pointee.nature)
  }
}
