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
      if owed.contains("#\(item.number.rawValue) untagged \(tags.rawValue)") {
        pay(entry, "untagged \(tags.rawValue)")
      } else {
        expect(entry, tags.isSubset(of: item.tags) && isOne(tags), "not tagged")
      }
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
    case .unmerged(let parent, let list, let nodeDue): goOn(entry, &item, parent, list, nodeDue)
    case .alertRaised(let kind): judgeAlert(entry, &item, kind)
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
      ring(entry, &item, rung, list(of: unit), staff)
    case .listRung(let rung, let list, let staff):
      expect(entry, !isUnits(list), "a unit is named as such")
      ring(entry, &item, rung, list, staff)
    case .evidence(let kind, let unit, let staff):
      noteEvidence(entry, kind, list(of: unit), staff, item)
    case .listEvidence(let kind, let list, let staff):
      expect(entry, !isUnits(list) && kind == .untouched, "a unit is named as such")
      noteEvidence(entry, kind, list, staff, item)
    case .heldToAccount(let unit, _):
      pay(entry, "account \(list(of: unit).rawValue)")
      ledgers[list(of: unit).index].isHeldToAccount = true
    case .listHeldToAccount(let list, _):
      pay(entry, "account \(list.rawValue)")
      ledgers[list.index].isHeldToAccount = true
    case .credited(let unit, let reason, let points):
      pay(entry, "credit \(reason) \(points)")
      expect(entry, unit == item.unit, "another unit")
      ledgers[list(of: unit).index].credits += UInt32(points)
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

  private func isUnits(_ list: ListID) -> Bool {
    policy.units.indices.contains { self.list(of: UnitID($0)) == list }
  }

  /// The next rung that the policy has, against whoever has the task.
  private mutating func ring(
    _ entry: JournalEntry, _ item: inout Item, _ rung: Rung, _ list: ListID, _ staff: StaffID
  ) {
    expect(entry, Int(rung.rawValue) == item.rung, "a rung out of turn")
    expect(entry, list == item.list && staff == item.holder, "against another")
    ledgers[list.index].rungs += 1
    guard let ladder = policy.measures.supervision else { return note(entry, "no ladder") }
    let spans = [ladder.supervise, ladder.notice, ladder.account]
    item.rung += 1
    while item.rung < 4, spans[item.rung - 1] == .none { item.rung += 1 }
  }

  private mutating func noteEvidence(
    _ entry: JournalEntry, _ kind: EvidenceKind, _ list: ListID, _ staff: StaffID, _ item: Item
  ) {
    expect(entry, list == item.list && staff == item.holder, "against another")
    if kind == .untouched { pay(entry, "untouched") } else { noted.append(kind) }
    switch kind {
    case .groundlessReturn: ledgers[list.index].groundlessReturns += 1
    case .pingPong: ledgers[list.index].pingPongs += 1
    case .untouched: ledgers[list.index].untouched += 1
    }
    guard let threshold = policy.measures.supervision?.evidenceThreshold, threshold > 0,
      ledgers[list.index].evidence >= threshold, !ledgers[list.index].isHeldToAccount
    else { return }
    owe(item.number, "account \(list.rawValue)")
  }

  mutating func sendBack(
    _ entry: JournalEntry, _ item: inout Item, _ unit: UnitID, _ ground: ReturnGround,
    _ list: ListID
  ) {
    expect(entry, item.place == .held && item.unit == unit, "not in the unit's hands")
    let isFirstHandler = policy.measures.firstHandler != nil
    expect(entry, !isFirstHandler || (ground != .none && !item.arbitrated), "not relieved")
    let isRepair = policy.measures.repairFirst?.leaves.contains(item.leaf) == true
    expect(entry, !isRepair || ground == .insufficientFacts, "repair first")
    if policy.measures.supervision != nil {
      let owner = (policy.form.owners + (policy.measures.edition?.form.owners ?? []))[
        item.leaf.index][item.street.index]
      let isToAndFro =
        item.returns > 0 && (unit == owner || item.returners.suffix(4).contains(unit))
      let evidence: [EvidenceKind] =
        (ground == .none ? [.groundlessReturn] : []) + (isToAndFro ? [.pingPong] : [])
      expect(entry, noted == evidence, "another evidence")
    }
    noted = []
    item.returns += 1
    item.returners.append(unit)
    item.touched = false
    expect(entry, item.returns <= Int(policy.returns.limit), "too many returns")
    if isFirstHandler || item.returns >= policy.returns.escalateFrom {
      expect(entry, list == top, "not to the top")
    }
    ledgers[self.list(of: unit).index].returns += 1
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
    if ground == .replyRejected {
      expect(entry, item.replied, "not replied")
      item.rejected = true
    }
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
    (item.granted, item.byMode, item.stoodStill, item.touched) = (false, false, 0, false)
    (item.returners, item.letters) = ([], [])
    // Since it was closed, what it was filed under is what is reported.
    item.submission.leaf = item.leaf
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
    if ground == .extended || ground == .mode || ground == .merged { item.prolonged = true }
    item.byMode = ground == .mode
    if ground == .mode { item.granted = false }
    if ground == .extended { (item.granted, item.extensions) = (true, item.extensions + 1) }
    // What is still to come can be missed anew; what is late already is late once.
    if item.breached && due >= entry.at { (item.breached, item.stoodStill) = (false, 0) }
    item.due = due
  }

  mutating func oweFiling(_ entry: JournalEntry, _ item: Item, _ leaf: LeafID) {
    expect(
      entry, (leaf.index >= policy.form.leaves.count) == isNextEdition, "a leaf not in force")
    guard leaf != item.leaf else { return }
    let campaign = campaign(leaf, item.street, item.submittedAt)
    if campaign != item.campaign { owe(item.number, "joins \(campaign.rawValue)") }
    oweCorrection(item, leaf, campaign)
    var due = rederived(item, leaf, campaign)
    if item.granted { due = max(due, item.due) }
    if due != item.due { owe(item.number, "due reclassification \(due.milliseconds)") }
  }

  /// The alert that the reported leaf did not raise; the tags of leaf and campaign change with them.
  private mutating func oweCorrection(_ item: Item, _ leaf: LeafID, _ campaign: CampaignID) {
    let sensitive = policy.measures.alerts?.sensitive ?? []
    let isAlert = sensitive.contains(leaf) && !sensitive.contains(item.submission.leaf)
    if isAlert { owe(item.number, "alert \(AlertKind.sensitive)") }
    func set(_ leaf: LeafID, _ campaign: CampaignID, _ isAlert: Bool) -> TagSet {
      tags { condition in
        switch condition {
        case .leaves(let leaves): leaves.contains(leaf)
        case .nature(let nature): nature == item.nature
        case .campaign(let wanted): wanted == campaign
        case .alert(.sensitive): isAlert
        default: false
        }
      }
    }
    let byCourse = tags { condition in
      switch condition {
      case .leaves, .nature, .campaign: false
      default: true
      }
    }
    let new = set(leaf, campaign, isAlert)
    let gone = set(item.leaf, item.campaign, false).subtracting(new).subtracting(byCourse)
      .intersection(item.tags)
    if !gone.isEmpty { owe(item.number, "untagged \(gone.rawValue)") }
    let added = new.subtracting(item.tags)
    if !added.isEmpty { owe(item.number, "tagged \(added.rawValue)") }
  }

  private mutating func reply(_ entry: JournalEntry, _ item: inout Item, _ answer: AnswerID) {
    expect(entry, !item.rejected, "one was rejected")
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
    guard let root, root.place != .ended, root.leaf == item.leaf,
      root.submission.community == item.submission.community
    else { return }
    owe(item.number, "merged \(root.number.rawValue)")
  }

  private mutating func merge(_ entry: JournalEntry, _ item: inout Item, _ parent: AppealNumber) {
    expect(entry, item.runs, "no task")
    let root = items[parent]
    expect(entry, root?.leaf == item.leaf && root?.place != .merged, "across categories")
    expect(
      entry, root?.submission.community == item.submission.community, "across communities")
    payIfOwed(entry, "merged \(parent.rawValue)")
    mergers += 1
    item.mergedAs = mergers
    // Its own go to the end with it, in their order.
    let own = items.values.filter { $0.place == .merged && $0.parent == item.number }
    for child in own.sorted(by: { $0.mergedAs < $1.mergedAs }) {
      mergers += 1
      items[child.number]?.parent = parent
      items[child.number]?.mergedAs = mergers
    }
    dropSides(of: item.number)
    (item.place, item.parent, item.holder) = (.merged, parent, .none)
    item.stoppedAt = entry.at
    if let root, root.runs, item.due < root.due {
      owe(parent, "due merged \(item.due.milliseconds)")
    }
  }

  /// The first that was merged goes on where it stood, for all the others.
  private mutating func goOn(
    _ entry: JournalEntry, _ item: inout Item, _ parent: AppealNumber, _ list: ListID,
    _ nodeDue: Instant
  ) {
    expect(entry, item.place == .merged && item.parent == parent, "not merged into that")
    let others = items.values.filter {
      $0.place == .merged && $0.parent == parent && $0.number != item.number
    }
    expect(entry, others.allSatisfy { $0.mergedAs > item.mergedAs }, "not the first")
    expect(entry, list == item.list, "not where it stood")
    for other in others { items[other.number]?.parent = item.number }
    item.parent = .none
    item.stoodStill += entry.at - item.stoppedAt
    enlist(&item, list)
    (item.nodeDue, item.nodeBreached, item.touched) = (nodeDue, false, false)
    checkNode(entry, item.node, nodeDue)
    if let due = others.map(\.due).min(), due < item.due {
      owe(item.number, "due merged \(due.milliseconds)")
    }
  }

  private mutating func payIfOwed(_ entry: JournalEntry, _ what: String) {
    if owed.contains("#\(entry.appeal.rawValue) \(what)") { pay(entry, what) }
  }
}
