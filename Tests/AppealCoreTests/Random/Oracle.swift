import AppealCore
import CivicTime

/// Judges a journal by the rules alone: arrays and scans, none of the core's tables or heaps.
struct Oracle {
  struct Item {
    var number: AppealNumber
    var nature: Nature
    var leaf: LeafID
    var node: Node
    var list: ListID
    var due: Instant
    var nodeDue: Instant
    var place = Place.listed
    var unit = UnitID.none
    var breached = false
    var nodeBreached = false
    var returns = 0
    var parent = AppealNumber.none
  }

  enum Place { case listed, held, suspended, merged, ended }

  let policy: Policy
  private(set) var items: [AppealNumber: Item] = [:]
  private(set) var problems: [String] = []
  private var last = Instant.distantPast
  private var count = 0

  init(policy: Policy) { self.policy = policy }

  mutating func judge(_ entry: JournalEntry) {
    if entry.at < last { note(entry, "time goes back") }
    checkAlarms(entry)
    last = entry.at
    if case .submitted(let submission, let list, let due, let nodeDue) = entry.change {
      return submit(entry, submission, list, due, nodeDue)
    }
    guard var item = items[entry.appeal] else { return note(entry, "about an unknown appeal") }
    apply(entry, to: &item)
    items[entry.appeal] = item
  }

  /// Forgets ended appeals that can no longer be reopened.
  mutating func prune(_ core: borrowing AppealCore) {
    for (number, item) in items where item.place == .ended && core.view(of: number) == nil {
      items[number] = nil
    }
  }

  private mutating func note(_ entry: JournalEntry, _ text: String) {
    problems.append("\(entry.at) #\(entry.appeal.rawValue) \(entry.change): \(text)")
  }

  private mutating func submit(
    _ entry: JournalEntry, _ submission: Submission, _ list: ListID, _ due: Instant,
    _ nodeDue: Instant
  ) {
    count += 1
    if entry.appeal.index != count { note(entry, "numbers are not consecutive") }
    let workflow = self.workflow(submission.leaf, submission.nature)
    let street = policy.places.communities[submission.community.index].street
    if list != policy.dispatch.intake[submission.channel.index][street.index] {
      note(entry, "another intake")
    }
    if due != deadline(submission.leaf, submission.nature, from: entry.at) {
      note(entry, "another deadline")
    }
    items[entry.appeal] = Item(
      number: entry.appeal, nature: submission.nature, leaf: submission.leaf,
      node: workflow.nodes[0], list: list, due: due, nodeDue: nodeDue)
    checkNode(entry, workflow.nodes[0], nodeDue)
  }

  private mutating func apply(_ entry: JournalEntry, to item: inout Item) {
    switch entry.change {
    case .submitted: break
    case .taken(let list, _):
      expect(entry, item.place == .listed && item.list == list, "not on the list")
      expect(entry, first(on: list) == item.number, "not the first of its list")
      item.place = .held
    case .putBack(let list):
      expect(entry, item.place == .held && list == item.list, "not in hands")
      item.place = .listed
    case .advanced(let from, let to, let nodeDue):
      move(entry, &item, from, to, nodeDue, nil)
    case .passed(let from, let to, let list, let nodeDue):
      move(entry, &item, from, to, nodeDue, list)
    case .filed(let leaf, let workflow, let next, let nodeDue):
      item.leaf = leaf
      expect(
        entry, policy.workflows[Int(workflow)] == self.workflow(leaf, item.nature), "workflow")
      move(entry, &item, .file, next, nodeDue, nil)
    case .handedOver(let from, let to):
      expect(entry, item.place == .held && item.list == from && from != to, "not held there")
      expect(entry, to.index < policy.dispatch.posts.count, "not to a post")
      (item.place, item.list) = (.listed, to)
    case .dispatched(let unit, let next, let list, let nodeDue):
      expect(entry, item.unit == .none, "a lead unit already")
      move(entry, &item, .dispatch, next, nodeDue, list)
      item.unit = unit
    case .sentBack(let unit, _, let list, let nodeDue):
      expect(entry, item.place == .held && item.unit == unit, "not in the unit's hands")
      item.returns += 1
      expect(entry, item.returns <= Int(policy.returns.limit), "too many returns")
      (item.unit, item.place, item.list) = (.none, .listed, list)
      arrive(entry, &item, .dispatch, nodeDue)
    case .redone(let unit, let list, let nodeDue):
      expect(entry, item.place == .held && item.node == .verify, "not being verified")
      expect(entry, item.unit == unit, "another lead unit")
      (item.place, item.list) = (.listed, list)
      arrive(entry, &item, .handle, nodeDue)
    default: applyRare(entry, to: &item)
    }
  }

  private mutating func applyRare(_ entry: JournalEntry, to item: inout Item) {
    switch entry.change {
    case .closed, .cancelled:
      let cancelled = if case .cancelled = entry.change { true } else { false }
      let follows = item.place == .merged && items[item.parent]?.place == .ended
      let completes = item.place == .held && item.node == .close
      let stops = cancelled && item.place != .merged && item.place != .ended
      expect(entry, follows || completes || stops, "not at its end")
      item.place = .ended
    case .appraised: expect(entry, item.place == .ended, "not ended")
    case .reopened(_, let list, let due, let nodeDue):
      expect(entry, item.place == .ended, "not ended")
      expect(entry, due == deadline(item.leaf, item.nature, from: entry.at), "another deadline")
      (item.place, item.list, item.due, item.breached) = (.listed, list, due, false)
      item.parent = .none
      let first = workflow(item.leaf, item.nature).nodes[0]
      arrive(entry, &item, item.unit == .none ? first : .handle, nodeDue)
    case .deadlineChanged(_, let due):
      expect(entry, item.place == .listed || item.place == .held, "no running clock")
      expect(entry, due != item.due, "no change")
      (item.due, item.breached) = (due, false)
    case .suspended:
      expect(entry, item.place == .listed || item.place == .held, "no running clock")
      item.place = .suspended
    case .resumed(let due, let nodeDue):
      expect(entry, item.place == .suspended, "not suspended")
      expect(entry, item.breached ? due == item.due : due >= entry.at, "odd deadline")
      if due != item.due { item.breached = false }
      (item.place, item.due, item.nodeDue) = (.listed, due, nodeDue)
    case .merged(let parent):
      expect(entry, item.place == .listed || item.place == .held, "no task")
      expect(entry, items[parent]?.leaf == item.leaf, "across categories")
      for number in items.keys where items[number]?.parent == item.number {
        items[number]?.parent = parent
      }
      (item.place, item.parent) = (.merged, parent)
    case .breached: item.breached = true
    case .nodeBreached: item.nodeBreached = true
    default: break
    }
  }

  private mutating func expect(_ entry: JournalEntry, _ holds: Bool, _ text: String) {
    if !holds { note(entry, text) }
  }

  private mutating func move(
    _ entry: JournalEntry, _ item: inout Item, _ from: Node, _ to: Node, _ nodeDue: Instant,
    _ list: ListID?
  ) {
    expect(entry, item.place == .held && item.node == from, "nobody completes that node")
    let nodes = workflow(item.leaf, item.nature).nodes
    expect(entry, nodes.first { $0.rawValue > from.rawValue } == to, "not the next node")
    if let list { (item.place, item.list) = (.listed, list) }
    arrive(entry, &item, to, nodeDue)
  }

  private mutating func arrive(
    _ entry: JournalEntry, _ item: inout Item, _ node: Node, _ nodeDue: Instant
  ) {
    (item.node, item.nodeDue, item.nodeBreached) = (node, nodeDue, false)
    checkNode(entry, node, nodeDue)
  }

  private mutating func checkNode(_ entry: JournalEntry, _ node: Node, _ nodeDue: Instant) {
    let target = policy.serviceLevels.nodes[node] ?? .none
    let expected = policy.calendar.clock.deadline(for: target, from: entry.at)
    expect(entry, nodeDue == expected, "another deadline of the node")
  }

  // MARK: - Rules, straight from the policy

  private func workflow(_ leaf: LeafID, _ nature: Nature) -> Workflow {
    policy.workflows.first {
      $0.natures.contains(nature)
        && (!$0.onlySimpleLeaves || policy.form.leaves[leaf.index].simple)
    } ?? .general
  }

  private func target(_ leaf: LeafID, _ nature: Nature) -> Target {
    let levels = policy.serviceLevels
    if let exception = levels.leaves[leaf] { return exception }
    if levels.classed.contains(nature) {
      return levels.classes[Int(policy.form.leaves[leaf.index].limitClass)]
    }
    return levels.overall[nature] ?? .none
  }

  private func deadline(_ leaf: LeafID, _ nature: Nature, from instant: Instant) -> Instant {
    policy.calendar.clock.deadline(for: target(leaf, nature), from: instant)
  }

  /// The first task of a list, by comparing all.
  private func first(on list: ListID) -> AppealNumber? {
    func urgent(_ item: Item) -> Int {
      if case .elapsed(let span) = target(item.leaf, item.nature),
        span <= policy.serviceLevels.urgentUpTo
      {
        return 0
      }
      return 1
    }
    func precedes(_ a: Item, _ b: Item) -> Bool {
      let (byRank, byDue) = (
        policy.dispatch.order != .strictArrival, policy.dispatch.order == .deadline
      )
      if byRank && urgent(a) != urgent(b) { return urgent(a) < urgent(b) }
      if byDue && a.due != b.due { return a.due < b.due }
      return a.number < b.number
    }
    return items.values.filter { $0.place == .listed && $0.list == list }.min(by: precedes)?.number
  }

  /// Every alarm rings at its time, in order, before anything later happens.
  private mutating func checkAlarms(_ entry: JournalEntry) {
    var pending: [(at: Instant, number: AppealNumber, overall: Bool)] = []
    for item in items.values where item.place == .listed || item.place == .held {
      if !item.breached && item.due < .distantFuture {
        pending.append((item.due + 1, item.number, true))
      }
      if !item.nodeBreached && item.nodeDue < .distantFuture {
        pending.append((item.nodeDue + 1, item.number, false))
      }
    }
    let next = pending.min {
      ($0.at, $0.number, $0.overall ? 0 : 1) < ($1.at, $1.number, $1.overall ? 0 : 1)
    }
    switch entry.change {
    case .breached, .nodeBreached:
      let overall = if case .breached = entry.change { true } else { false }
      let fits =
        next.map {
          $0.number == entry.appeal && $0.overall == overall && max($0.at, last) == entry.at
        }
      expect(entry, fits == true, "not the next alarm, or not at its time")
    default:
      if let next, next.at <= entry.at { note(entry, "#\(next.number.rawValue) should ring first") }
    }
  }
}
