import AppealCore

extension Command {
  /// The same command about other appeals; nil if one of its appeals has no other number.
  /// Commands about no appeal stay as they are.
  func renumbered(_ number: (AppealNumber) -> AppealNumber?) -> Command? {
    switch self {
    case .submit, .take, .setMode, .changeForm: return self
    case .merge(let child, let parent):
      guard let child = number(child), let parent = number(parent) else { return nil }
      return .merge(child, into: parent)
    case .putBack(let appeal): return number(appeal).map { .putBack($0) }
    case .accept(let appeal): return number(appeal).map { .accept($0) }
    case .file(let appeal, let leaf): return number(appeal).map { .file($0, leaf) }
    case .handOver(let appeal, let list): return number(appeal).map { .handOver($0, to: list) }
    case .dispatch(let appeal, let unit): return number(appeal).map { .dispatch($0, to: unit) }
    case .signIn(let appeal): return number(appeal).map { .signIn($0) }
    case .sendBack(let appeal, let ground): return number(appeal).map { .sendBack($0, ground) }
    case .handle(let appeal): return number(appeal).map { .handle($0) }
    case .feedback(let appeal, let evidence):
      return number(appeal).map { .feedback($0, evidence: evidence) }
    case .verify(let appeal, let passed): return number(appeal).map { .verify($0, passed: passed) }
    case .close(let appeal, let evidence):
      return number(appeal).map { .close($0, evidence: evidence) }
    case .appraise(let appeal, let scores): return number(appeal).map { .appraise($0, scores) }
    case .reopen(let appeal, let ground): return number(appeal).map { .reopen($0, ground) }
    case .extend(let appeal, let target): return number(appeal).map { .extend($0, by: target) }
    case .suspend(let appeal, let ground): return number(appeal).map { .suspend($0, ground) }
    case .resume(let appeal): return number(appeal).map { .resume($0) }
    case .cancel(let appeal, let ground): return number(appeal).map { .cancel($0, ground) }
    case .replyInstantly(let appeal, let answer):
      return number(appeal).map { .replyInstantly($0, answer) }
    case .rejectReply(let appeal): return number(appeal).map { .rejectReply($0) }
    case .tag(let appeal, let tag): return number(appeal).map { .tag($0, tag) }
    case .untag(let appeal, let tag): return number(appeal).map { .untag($0, tag) }
    case .arbitrate(let appeal, let upheld):
      return number(appeal).map { .arbitrate($0, upheld: upheld) }
    case .support(let appeal, let unit): return number(appeal).map { .support($0, by: unit) }
    case .finishSupport(let appeal, let unit):
      return number(appeal).map { .finishSupport($0, unit) }
    case .withdrawSupport(let appeal, let unit):
      return number(appeal).map { .withdrawSupport($0, unit) }
    case .dispute(let appeal): return number(appeal).map { .dispute($0) }
    case .settleLiability(let appeal, let unit):
      return number(appeal).map { .settleLiability($0, liable: unit) }
    case .callBack(let appeal, let solved):
      return number(appeal).map { .callBack($0, solved: solved) }
    case .chase(let appeal): return number(appeal).map { .chase($0) }
    case .putBackSide(let appeal, let list): return number(appeal).map { .putBackSide($0, list) }
    case .adopt(let appeal, let state): return number(appeal).map { .adopt($0, state) }
    }
  }

  /// The appeal that the command is about, of two the first; none for a command about none, and for
  /// taking, which finds its own.
  var appeal: AppealNumber {
    var first = AppealNumber.none
    _ = renumbered { appeal in
      first = appeal
      return nil
    }
    return first
  }
}
