import AppealCore
import CivicTime

/// Entries of the measures, and what they owe.
extension Oracle {
  mutating func applyMeasure(_ entry: JournalEntry, to item: inout Item) {
    switch entry.change {
    case .described(let details):
      pay(entry, "described")
      item.details = details
    case .tagged(let tags):
      if owed.contains("#\(item.number.rawValue) tagged \(tags.rawValue)") {
        pay(entry, "tagged \(tags.rawValue)")
      } else {
        expect(entry, tags.isDisjoint(with: item.tags) && isOne(tags), "no command's tag")
      }
      item.tags.formUnion(tags)
    case .untagged(let tags):
      expect(entry, tags.isSubset(of: item.tags) && isOne(tags), "not tagged")
      item.tags.subtract(tags)
    case .joinedCampaign(let campaign):
      pay(entry, "joins \(campaign.rawValue)")
      item.campaign = campaign
    case .duplicateFound(let original):
      pay(entry, "repeats \(original.rawValue)")
      item.original = original
      oweMerge(item, original)
    case .merged(let parent): merge(entry, &item, parent)
    case .migrated(let leaf):
      pay(entry, "migrated \(leaf.rawValue)")
      item.leaf = leaf
    case .alertRaised(let kind): judgeAlert(entry, item, kind)
    case .letterIssued(let body): pay(entry, "letter \(body.rawValue)")
    case .repliedInstantly(let answer): reply(entry, &item, answer)
    case .adoption(let state):
      expect(entry, item.nature == .suggestion && item.adoption.leads(to: state), "out of order")
      item.adoption = state
    default: applyOversight(entry, to: &item)
    }
  }

  private mutating func applyOversight(_ entry: JournalEntry, to item: inout Item) {
    switch entry.change {
    case .rung(let rung, let unit, let staff):
      expect(entry, Int(rung.rawValue) == item.rung, "a rung out of turn")
      expect(entry, unit == item.unit && staff == item.holder, "against another")
      item.rung += 1
      if unit != .none { ledgers[unit.index].rungs += 1 }
    case .evidence(let kind, let unit, let staff):
      expect(entry, unit == item.unit && staff == item.holder, "against another")
      if kind == .untouched { pay(entry, "untouched") } else { noted.append(kind) }
      noteEvidence(kind, unit, item)
    case .heldToAccount(let unit, _):
      pay(entry, "account \(unit.rawValue)")
      ledgers[unit.index].isHeldToAccount = true
    case .credited(let unit, let reason, let points):
      pay(entry, "credit \(reason) \(points)")
      expect(entry, unit == item.unit, "another unit")
      ledgers[unit.index].credits += UInt32(points)
    case .appraised(let scores):
      expect(entry, item.place == .ended, "not ended")
      oweScores(item, scores, entry.at)
    case .arbitrated(let unit, let upheld):
      expect(entry, item.relieved == unit && item.list == top && !item.arbitrated, "not awaited")
      (item.relieved, item.arbitrated) = (.none, true)
      if !upheld { owe(item.number, "leads on \(unit.rawValue)") }
    case .disputed(let unit):
      expect(entry, unit == item.unit && item.place == .held, "not in the unit's hands")
      expect(
        entry, policy.measures.repairFirst?.leaves.contains(item.leaf) == true, "not repair first")
      owe(item.number, "side liability")
    default: break
    }
  }

  private func isOne(_ tags: TagSet) -> Bool {
    tags.rawValue.nonzeroBitCount == 1
      && tags.rawValue.trailingZeroBitCount < policy.measures.tags.kinds.count
  }

  private mutating func noteEvidence(_ kind: EvidenceKind, _ unit: UnitID, _ item: Item) {
    switch kind {
    case .groundlessReturn: ledgers[unit.index].groundlessReturns += 1
    case .pingPong: ledgers[unit.index].pingPongs += 1
    case .untouched: ledgers[unit.index].untouched += 1
    }
    guard let threshold = policy.measures.supervision?.evidenceThreshold, threshold > 0,
      ledgers[unit.index].evidence >= threshold, !ledgers[unit.index].isHeldToAccount
    else { return }
    owe(item.number, "account \(unit.rawValue)")
  }

  mutating func sendBack(
    _ entry: JournalEntry, _ item: inout Item, _ unit: UnitID, _ ground: ReturnGround,
    _ list: ListID
  ) {
    expect(entry, item.place == .held && item.unit == unit, "not in the unit's hands")
    let isFirstHandler = policy.measures.firstHandler != nil
    expect(entry, !isFirstHandler || (ground != .none && !item.arbitrated), "not relieved")
    let isRepair = policy.measures.repairFirst?.leaves.contains(item.leaf) == true
    expect(entry, !(isRepair && ground == .notResponsible), "repair first")
    if policy.measures.supervision != nil {
      let evidence: [EvidenceKind] =
        (ground == .none ? [.groundlessReturn] : []) + (item.returns > 0 ? [.pingPong] : [])
      expect(entry, noted == evidence, "another evidence")
    }
    noted = []
    item.returns += 1
    expect(entry, item.returns <= Int(policy.returns.limit), "too many returns")
    if isFirstHandler || item.returns >= policy.returns.escalateFrom {
      expect(entry, list == top, "not to the top")
    }
    ledgers[unit.index].returns += 1
    sides.removeAll { $0.appeal == item.number && $0.kind == .support }
    if isFirstHandler { item.relieved = unit }
    item.unit = .none
    enlist(&item, list)
  }

  mutating func reopen(
    _ entry: JournalEntry, _ item: inout Item, _ ground: ReopenGround, _ list: ListID,
    _ due: Instant
  ) {
    expect(entry, item.place == .ended, "not ended")
    expect(entry, entry.at - item.closedAt <= policy.windows.reopening, "the window is over")
    if ground == .replyRejected { expect(entry, item.replied, "not replied") }
    if isNextEdition, item.leaf.index < policy.form.leaves.count,
      let edition = policy.measures.edition
    {
      item.leaf = LeafID(
        policy.form.leaves.count + edition.successors[item.leaf.index].index)
    }
    item.workflow = workflow(item.leaf, item.nature)
    item.campaign = campaign(item.leaf, item.street, item.submittedAt)
    expect(
      entry, due == self.due(item.leaf, item.nature, item.street, item.campaign, entry.at),
      "another deadline")
    (item.due, item.countedFrom, item.breached, item.prolonged) = (due, entry.at, false, false)
    (item.rung, item.chased, item.arbitrated, item.replied) = (0, false, false, false)
    (item.parent, item.original, item.relieved) = (.none, .none, .none)
    item.details = Submission.Details(lane: item.details.lane)
    item.reopenings += 1
    movedThere.remove(item.number)
    enlist(&item, list)
    payIfOwed(entry, "reopened \(ground)")
  }

  mutating func changeDeadline(
    _ entry: JournalEntry, _ item: inout Item, _ ground: DeadlineGround, _ due: Instant
  ) {
    expect(entry, item.runs && due != item.due, "no running clock, or no change")
    switch ground {
    case .extended: expect(entry, due > item.due && item.due >= entry.at, "no extension")
    default: pay(entry, "due \(ground) \(due.milliseconds)")
    }
    if ground == .extended || ground == .mode { item.prolonged = true }
    (item.due, item.breached) = (due, false)
  }

  mutating func oweFiling(_ entry: JournalEntry, _ item: Item, _ leaf: LeafID) {
    expect(
      entry, (leaf.index >= policy.form.leaves.count) == isNextEdition, "a leaf not in force")
    guard leaf != item.leaf else { return }
    let campaign = campaign(leaf, item.street, item.submittedAt)
    if campaign != item.campaign { owe(item.number, "joins \(campaign.rawValue)") }
    var due = due(leaf, item.nature, item.street, campaign, item.countedFrom)
    if item.prolonged { due = max(due, item.due) }
    if due != item.due { owe(item.number, "due reclassification \(due.milliseconds)") }
  }

  private mutating func reply(_ entry: JournalEntry, _ item: inout Item, _ answer: AnswerID) {
    expect(entry, item.runs && item.node.rawValue < Node.dispatch.rawValue, "filed already")
    if answer == .original {
      expect(
        entry, policy.measures.knowledge?.answersRepeats == true && item.original != .none,
        "no original")
    } else if let known = policy.measures.knowledge?.answers[answer.index] {
      expect(
        entry,
        known.leaf == item.leaf && known.natures.contains(item.nature)
          && (known.textKey == 0 || known.textKey == item.details.textKey),
        "does not fit")
    }
    item.replied = true
  }

  private mutating func oweMerge(_ item: Item, _ original: AppealNumber) {
    guard policy.measures.duplicates?.merges == true, let found = items[original] else { return }
    let root = found.place == .merged ? items[found.parent] : found
    guard let root, root.place != .ended, root.leaf == item.leaf else { return }
    owe(item.number, "merged \(root.number.rawValue)")
  }

  private mutating func merge(_ entry: JournalEntry, _ item: inout Item, _ parent: AppealNumber) {
    expect(entry, item.runs, "no task")
    let root = items[parent]
    expect(entry, root?.leaf == item.leaf && root?.place != .merged, "across categories")
    payIfOwed(entry, "merged \(parent.rawValue)")
    for number in items.keys where items[number]?.parent == item.number {
      items[number]?.parent = parent
    }
    dropSides(of: item.number)
    (item.place, item.parent, item.holder) = (.merged, parent, .none)
  }

  private mutating func payIfOwed(_ entry: JournalEntry, _ what: String) {
    if owed.contains("#\(entry.appeal.rawValue) \(what)") { pay(entry, what) }
  }
}
