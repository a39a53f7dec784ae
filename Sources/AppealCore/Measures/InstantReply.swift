import CivicTime

/// 秒回: a prepared answer closes an appeal of a nature that it fits, which nobody has filed yet; a
/// repeat is answered with the state of its original; unless the citizen does not accept it.
extension AppealCore {
  /// The prepared answer for an open appeal: by wording, then by leaf, then as a repeat; nil without.
  public func answer(for appeal: AppealNumber) -> AnswerID? {
    guard case .open(let index) = directory[appeal] else { return nil }
    let slot = slots[index].pointee
    if slot.flags.contains(.replyRejected) { return nil }
    if slot.textKey != 0, let exact = answer(slot.leaf, slot.textKey, slot.nature) {
      return exact
    }
    if let general = answer(slot.leaf, 0, slot.nature) { return general }
    return tables.measures.answersRepeats && slot.original != .none ? .original : nil
  }

  private func answer(_ leaf: LeafID, _ textKey: UInt32, _ nature: Nature) -> AnswerID? {
    let wanted = UInt64(leaf.rawValue) << 32 | UInt64(textKey)
    var (low, high) = (0, tables.measures.answers.count)
    while low < high {
      let middle = (low + high) / 2
      let term = tables.measures.answers[middle]
      if term.key == wanted { return term.fits(nature) ? term.answer : nil }
      if term.key < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  func decideReply(
    _ appeal: AppealNumber, _ answer: AnswerID, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard tables.measures.hasKnowledge else { throw .notInForce }
    let index = try running(appeal, now)
    let node = slots[index].pointee.node
    guard node.rawValue < Node.dispatch.rawValue else { throw .wrongNode(node) }
    if slots[index].pointee.flags.contains(.replyRejected) { throw .replyRejected }
    try requireFitting(answer, slots[index])
    journal.append(JournalEntry(at: now, appeal: appeal, change: .repliedInstantly(answer)))
    journalEnd(index, .closed(node), now, &journal)
  }

  private func requireFitting(
    _ answer: AnswerID, _ slot: UnsafeMutablePointer<AppealSlot>
  ) throws(Refusal) {
    if answer == .original {
      guard tables.measures.answersRepeats, slot.pointee.original != .none else {
        throw .answerDoesNotFit
      }
      return
    }
    guard answer.index < tables.measures.answers.count else { throw .unknownAnswer }
    let (leaf, nature, key) = (slot.pointee.leaf, slot.pointee.nature, slot.pointee.textKey)
    let byText = key == 0 ? nil : self.answer(leaf, key, nature)
    guard answer == byText || answer == self.answer(leaf, 0, nature) else {
      throw .answerDoesNotFit
    }
  }

  mutating func evolveReplied(_ entry: JournalEntry) {
    slots[slotIndex(entry.appeal)].pointee.flags.insert(.replied)
  }

  func decideRejectReply(
    _ appeal: AppealNumber, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let grave = tombstones[try ended(appeal, now)]
    guard grave.pointee.flags.contains(.replied) else { throw .notReplied }
    try decideReopen(appeal, .replyRejected, now, &journal)
  }
}
