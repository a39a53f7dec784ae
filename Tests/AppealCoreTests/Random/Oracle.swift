import AppealCore
import CivicTime

/// Judges a journal by the rules alone: arrays and scans, none of the core's tables or heaps.
///
/// What must follow from an entry is owed; each entry that follows by rule must be owed, and after a
/// command nothing may be left owing.
struct Oracle {
  struct Item {
    var number: AppealNumber
    var submission: Submission
    var details: Submission.Details
    var street: StreetID
    var submittedAt: Instant
    var countedFrom: Instant
    var leaf: LeafID
    var node: Node
    var workflow: Workflow
    var list: ListID
    var due: Instant
    var nodeDue: Instant
    var place = Place.listed
    var unit = UnitID.none
    var holder = StaffID.none
    var breached = false
    var nodeBreached = false
    var prolonged = false
    var returns = 0
    var redos = 0
    var reopenings = 0
    var parent = AppealNumber.none
    var tags: TagSet = []
    var campaign = CampaignID.none
    var original = AppealNumber.none
    var rung = 0
    var chased = false
    var relieved = UnitID.none
    var arbitrated = false
    var replied = false
    var adoption = AdoptionState.received
    /// Time that an extension or a suspension gave; a deadline that counts from a change of mode.
    var granted = false
    var byMode = false
    var extensions = 0
    /// Units that returned it, the latest last.
    var returners: [UnitID] = []
    /// Whether anybody took it since it came to its present performer.
    var touched = false
    var rejected = false
    /// When it was missed, and for how long its clocks stood still: since counting began, and since.
    var missedAt = Instant.distantFuture
    var stoodStill: Milliseconds = 0
    var stoppedAt = Instant.distantPast
    var mergedAs = 0
    /// Bodies that got a letter about it.
    var letters: Set<OversightID> = []
    var closedAt = Instant.distantFuture

    var runs: Bool { place == .listed || place == .held }
    var nature: Nature { submission.nature }
  }

  struct Side {
    var appeal: AppealNumber
    var kind: SideTaskKind
    var list: ListID
    var due: Instant
    var place = SidePlace.listed
    var ownRank = Rank.normal
  }

  struct Area {
    var isEmergency = false
    var releaseAt = Instant.distantFuture
    var listed: [Instant] = []
  }

  struct Burst {
    var times: [Instant] = []
    var alerted = false
  }

  struct Contact {
    var citizen: UInt64
    var leaf: LeafID
    var community: CommunityID
    var at: Instant
    var number: AppealNumber
  }

  enum Place { case listed, held, suspended, merged, ended }
  enum SidePlace { case planned, listed, held }

  let policy: Policy
  let leaves: [Form.Leaf]
  var items: [AppealNumber: Item] = [:]
  var sides: [Side] = []
  var areas: [Area]
  var bursts: [Int: Burst] = [:]
  var contacts: [Contact] = []
  /// By work list: posts, units, grid officers.
  var ledgers: [UnitLedger]
  var isNextEdition = false
  var mergers = 0
  var bulletins: UInt32 = 0
  /// The command closes with evidence.
  var bringsEvidence = false
  /// Evidence noted just before a return.
  var noted: [EvidenceKind] = []
  /// What must follow before the command is over.
  var owed: [String] = []
  var problems: [String] = []
  var last = Instant.distantPast
  var count = 0
  /// Appeals that an emergency brought to the merged list.
  var movedThere: Set<AppealNumber> = []
  /// Appeals that ended without a result.
  var cancelled: Set<AppealNumber> = []

  init(policy: Policy) {
    self.policy = policy
    leaves = policy.allLeaves
    areas = policy.places.streets.map { _ in Area() }
    let lists = policy.dispatch.posts.count + policy.units.count + policy.places.streets.count
    ledgers = Array(repeating: UnitLedger(), count: lists)
  }

  /// What of the next command no entry tells.
  mutating func hear(_ command: Command) {
    bringsEvidence = if case .close(_, evidence: true) = command { true } else { false }
  }

  /// The entries of one command and of the alarms before it.
  mutating func judge(_ entries: [JournalEntry], upTo now: Instant, _ core: borrowing AppealCore) {
    for (position, entry) in entries.enumerated() {
      let following = position + 1 < entries.count ? entries[position + 1] : nil
      judge(entry, following)
    }
    for debt in owed { problems.append("\(now) owed: \(debt)") }
    if let next = nextAlarm, next.at <= now { problems.append("\(now) \(next) did not ring") }
    for list in ledgers.indices where core.ledger(ofList: ListID(list)) != ledgers[list] {
      problems.append("\(now) another ledger of list \(list)")
    }
    for unit in policy.units.indices where core.ledger(of: UnitID(unit)) != charged(UnitID(unit)) {
      problems.append("\(now) another ledger of unit \(unit)")
    }
    prune(core)
  }

  private mutating func judge(_ entry: JournalEntry, _ following: JournalEntry?) {
    if entry.at < last { note(entry, "time goes back") }
    checkAlarms(entry)
    last = entry.at
    switch entry.change {
    case .submitted(let submission, let list, let due, let nodeDue):
      var details = Submission.Details.usual
      if case .described(let told) = following?.change { details = told }
      submit(entry, submission, details, list, due, nodeDue)
    case .modeChanged(let street, let mode, let byCommand):
      judgeMode(entry, street, mode, byCommand)
    case .formChanged: judgeForm(entry)
    case .bulletin(let number):
      expect(entry, number == bulletins + 1, "a bulletin is missing")
      bulletins = number
      ledgers = ledgers.map { _ in UnitLedger() }
    default: judgeItem(entry)
    }
  }

  private mutating func judgeItem(_ entry: JournalEntry) {
    if judgeSide(entry) { return }
    guard var item = items[entry.appeal] else { return note(entry, "about an unknown appeal") }
    apply(entry, to: &item)
    items[entry.appeal] = item
    oweAfter(entry, item)
  }

  /// Forgets ended appeals that can no longer be reopened.
  private mutating func prune(_ core: borrowing AppealCore) {
    for (number, item) in items where item.place == .ended && core.view(of: number) == nil {
      items[number] = nil
    }
  }

  mutating func note(_ entry: JournalEntry, _ text: String) {
    problems.append("\(entry.at) #\(entry.appeal.rawValue) \(entry.change): \(text)")
  }

  mutating func expect(_ entry: JournalEntry, _ holds: Bool, _ text: @autoclosure () -> String) {
    if !holds { note(entry, text()) }
  }

  mutating func owe(_ number: AppealNumber, _ what: String) {
    owed.append("#\(number.rawValue) \(what)")
  }

  /// The entry must be owed.
  mutating func pay(_ entry: JournalEntry, _ what: String) {
    let debt = "#\(entry.appeal.rawValue) \(what)"
    if let position = owed.firstIndex(of: debt) {
      owed.remove(at: position)
    } else {
      note(entry, "nothing asked for it")
    }
  }

  // MARK: - The plain flow

  private mutating func apply(_ entry: JournalEntry, to item: inout Item) {
    switch entry.change {
    case .taken(let list, let staff):
      expect(entry, item.place == .listed && item.list == list, "not on the list")
      expect(entry, first(on: list) == Key(item.number, nil), "not the first of its list")
      expect(entry, staff != .none, "nobody took it")
      (item.place, item.holder, item.touched) = (.held, staff, true)
    case .putBack(let list):
      expect(entry, item.place == .held && list == item.list, "not in hands")
      enlist(&item, list)
    case .advanced(let from, let to, let nodeDue): move(entry, &item, from, to, nodeDue, nil)
    case .passed(let from, let to, let list, let nodeDue):
      move(entry, &item, from, to, nodeDue, list)
    case .filed(let leaf, let workflow, let next, let nodeDue):
      oweFiling(entry, item, leaf)
      item.leaf = leaf
      item.workflow = self.workflow(leaf, item.nature)
      expect(entry, policy.workflows[Int(workflow)] == item.workflow, "another workflow")
      move(entry, &item, .file, next, nodeDue, nil)
    case .handedOver(let from, let to):
      expect(entry, item.place == .held && item.list == from && from != to, "not held there")
      expect(entry, mayHandOver(from, to) && item.relieved == .none, "may not be handed over")
      enlist(&item, to)
      item.touched = false
    case .dispatched(let unit, let next, let list, let nodeDue):
      expect(entry, item.unit == .none && item.relieved == .none, "a lead unit already")
      move(entry, &item, .dispatch, next, nodeDue, item.list)
      checkPost(entry, item, unit)
      item.list = list
      item.unit = unit
      item.touched = false
      ledgers[self.list(of: unit).index].dispatched += 1
    case .redone(let unit, let list, let nodeDue):
      expect(entry, item.place == .held && item.node == .verify, "not being verified")
      expect(entry, item.unit == unit, "another lead unit")
      enlist(&item, list)
      item.touched = false
      item.redos += 1
      arrive(entry, &item, .handle, nodeDue)
    case .sentBack(let unit, let ground, let list, let nodeDue):
      sendBack(entry, &item, unit, ground, list)
      arrive(entry, &item, .dispatch, nodeDue)
    case .closed, .cancelled: end(entry, &item)
    default: applyRare(entry, to: &item)
    }
  }

  private mutating func applyRare(_ entry: JournalEntry, to item: inout Item) {
    switch entry.change {
    case .reopened(let ground, let list, let due, let nodeDue):
      reopen(entry, &item, ground, list, due)
      arrive(entry, &item, item.unit == .none ? item.workflow.nodes[0] : .handle, nodeDue)
    case .deadlineChanged(let ground, let due):
      changeDeadline(entry, &item, ground, due)
    case .suspended:
      expect(entry, item.runs, "no running clock")
      (item.place, item.holder, item.stoppedAt) = (.suspended, .none, entry.at)
    case .resumed(let due, let nodeDue):
      expect(entry, item.place == .suspended, "not suspended")
      expect(entry, item.breached ? due == item.due : due >= entry.at, "odd deadline")
      if due != item.due { (item.breached, item.prolonged, item.granted) = (false, true, true) }
      (item.due, item.nodeDue) = (due, nodeDue)
      item.stoodStill += entry.at - item.stoppedAt
      enlist(&item, item.list)
    case .breached:
      item.breached = true
      // What made it late just now is where the ladder begins.
      item.missedAt = max(item.due, entry.at - 1) == item.due ? item.due : entry.at
      item.stoodStill = 0
      ledgers[item.list.index].breaches += 1
    case .nodeBreached: item.nodeBreached = true
    default: applyMeasure(entry, to: &item)
    }
  }

  func enlist(_ item: inout Item, _ list: ListID) {
    (item.place, item.list, item.holder) = (.listed, list, .none)
  }

  private mutating func move(
    _ entry: JournalEntry, _ item: inout Item, _ from: Node, _ to: Node, _ nodeDue: Instant,
    _ list: ListID?
  ) {
    expect(entry, item.place == .held && item.node == from, "nobody completes that node")
    let next = item.workflow.nodes.first { $0.rawValue > from.rawValue }
    expect(entry, next == to, "not the next node")
    checkJoined(entry, item, from, to)
    if let list {
      enlist(&item, list)
      item.touched = false
    }
    arrive(entry, &item, to, nodeDue)
  }

  private mutating func arrive(
    _ entry: JournalEntry, _ item: inout Item, _ node: Node, _ nodeDue: Instant
  ) {
    (item.node, item.nodeDue, item.nodeBreached) = (node, nodeDue, false)
    checkNode(entry, node, nodeDue)
  }

  mutating func checkNode(_ entry: JournalEntry, _ node: Node, _ nodeDue: Instant) {
    let target = policy.serviceLevels.nodes[node] ?? .none
    expect(entry, nodeDue == deadline(target, entry.at), "another deadline of the node")
  }

  private mutating func end(_ entry: JournalEntry, _ item: inout Item) {
    let cancelled = if case .cancelled = entry.change { true } else { false }
    if item.place == .merged {
      pay(entry, "ends \(cancelled)")
    } else {
      let completes = item.place == .held && item.node == .close || item.replied
      expect(entry, cancelled ? item.place != .ended : completes, "not at its end")
      expect(entry, cancelled || item.replied || supports(of: item.number).isEmpty, "not joined")
      let children = items.values.filter { $0.place == .merged && $0.parent == item.number }
      if case .cancelled(let ground) = entry.change, ground != .outsideDistrict {
        expect(entry, children.isEmpty, "others' appeals end with a withdrawal")
      }
      if !cancelled && !item.replied && !item.workflow.nodes.contains(.feedback) {
        expect(entry, bringsEvidence || !leaves[item.leaf.index].evidence, "no evidence")
      }
      for child in children { owe(child.number, "ends \(cancelled)") }
      if !cancelled { oweEarlyClose(entry, item) }
    }
    if !cancelled && item.unit != .none {
      ledgers[list(of: item.unit).index].closed += 1
      if item.due >= entry.at { ledgers[list(of: item.unit).index].closedOnTime += 1 }
    }
    dropSides(of: item.number)
    (item.place, item.closedAt, item.holder) = (.ended, entry.at, .none)
  }
}
