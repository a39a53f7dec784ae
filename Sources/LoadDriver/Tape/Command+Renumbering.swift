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
    default: break
    }
    return flowRenumbered(number) ?? measureRenumbered(number)
  }

  private func flowRenumbered(_ number: (AppealNumber) -> AppealNumber?) -> Command? {
    switch self {
    case .putBack(let appeal): number(appeal).map { .putBack($0) }
    case .accept(let appeal): number(appeal).map { .accept($0) }
    case .file(let appeal, let leaf): number(appeal).map { .file($0, leaf) }
    case .handOver(let appeal, let list): number(appeal).map { .handOver($0, to: list) }
    case .dispatch(let appeal, let unit): number(appeal).map { .dispatch($0, to: unit) }
    case .signIn(let appeal): number(appeal).map { .signIn($0) }
    case .sendBack(let appeal, let ground): number(appeal).map { .sendBack($0, ground) }
    case .handle(let appeal): number(appeal).map { .handle($0) }
    case .feedback(let appeal, let evidence):
      number(appeal).map { .feedback($0, evidence: evidence) }
    case .verify(let appeal, let passed): number(appeal).map { .verify($0, passed: passed) }
    case .close(let appeal): number(appeal).map { .close($0) }
    case .appraise(let appeal, let scores): number(appeal).map { .appraise($0, scores) }
    case .reopen(let appeal, let ground): number(appeal).map { .reopen($0, ground) }
    case .extend(let appeal, let target): number(appeal).map { .extend($0, by: target) }
    case .suspend(let appeal, let ground): number(appeal).map { .suspend($0, ground) }
    case .resume(let appeal): number(appeal).map { .resume($0) }
    case .cancel(let appeal, let ground): number(appeal).map { .cancel($0, ground) }
    default: nil
    }
  }

  private func measureRenumbered(_ number: (AppealNumber) -> AppealNumber?) -> Command? {
    switch self {
    case .replyInstantly(let appeal, let answer): number(appeal).map { .replyInstantly($0, answer) }
    case .rejectReply(let appeal): number(appeal).map { .rejectReply($0) }
    case .tag(let appeal, let tag): number(appeal).map { .tag($0, tag) }
    case .untag(let appeal, let tag): number(appeal).map { .untag($0, tag) }
    case .arbitrate(let appeal, let upheld): number(appeal).map { .arbitrate($0, upheld: upheld) }
    case .support(let appeal, let unit): number(appeal).map { .support($0, by: unit) }
    case .finishSupport(let appeal, let unit): number(appeal).map { .finishSupport($0, unit) }
    case .dispute(let appeal): number(appeal).map { .dispute($0) }
    case .settleLiability(let appeal, let unit):
      number(appeal).map { .settleLiability($0, liable: unit) }
    case .callBack(let appeal, let solved): number(appeal).map { .callBack($0, solved: solved) }
    case .chase(let appeal): number(appeal).map { .chase($0) }
    case .putBackSide(let appeal, let list): number(appeal).map { .putBackSide($0, list) }
    case .adopt(let appeal, let state): number(appeal).map { .adopt($0, state) }
    default: nil
    }
  }
}
