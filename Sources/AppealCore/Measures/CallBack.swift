import CivicTime

/// 回访: a low score leads to a call-back or to reopening, and an unsolved matter is reopened.
extension AppealCore {
  func reactToScores(
    _ entry: JournalEntry, _ scores: Appraisal, _ journal: inout JournalBuffer
  ) {
    guard let rules = tables.measures.lowScores, scores.quarters <= UInt32(rules.quarters) else {
      return
    }
    switch rules.answer {
    case .reopen: try? decideReopen(entry.appeal, .lowAppraisal, entry.at, &journal)
    case .callBack(let target):
      let desk = tables.desk(of: .callBack)
      guard sideTask(entry.appeal, on: desk) == nil else { return }
      openSide(
        .callBack, desk, clock.deadline(for: target, from: entry.at), of: entry.appeal, entry.at,
        &journal)
    }
  }

  func decideCallBack(
    _ appeal: AppealNumber, _ solved: Bool, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    try decideFinishSide(
      .callBack, tables.desk(of: .callBack), outcome: solved ? 1 : 0, of: appeal, now, &journal)
    // Where it cannot be reopened any more, the call-back is done all the same.
    if !solved { try? decideReopen(appeal, .callBack, now, &journal) }
  }
}
