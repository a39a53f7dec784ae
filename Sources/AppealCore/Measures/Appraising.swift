import CivicTime

/// 评价: the citizen scores a closed appeal once, within the window.
extension AppealCore {
  func decideAppraise(
    _ appeal: AppealNumber, _ scores: Appraisal, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let grave = tombstones[try ended(appeal, now)]
    guard scores.isValid else { throw .invalidScore }
    if grave.pointee.flags.contains(.cancelled) { throw .endedWithoutResult }
    guard tables.appraised[Int(workflow(of: grave.pointee))] else { throw .wrongNode(.close) }
    if grave.pointee.flags.contains(.appraised) { throw .alreadyAppraised }
    guard now <= grave.pointee.closedAt + tables.windows.appraisal else {
      throw .appraisalWindowOver
    }
    journal.append(JournalEntry(at: now, appeal: appeal, change: .appraised(scores)))
  }

  mutating func evolveAppraised(_ entry: JournalEntry) {
    guard case .closed(let index) = directory[entry.appeal] else {
      preconditionFailure("the journal appraises an appeal that is not closed")
    }
    tombstones[index].pointee.flags.insert(.appraised)
  }
}
