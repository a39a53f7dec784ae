/// Turns the entries of an arm, ordered by appeal, into facts and observations.
///
/// One appeal is in memory at a time.
struct AppealFold {
  let writer: FactWriter
  let labels: Labels
  let needShift: Int?
  private var facts = AppealFacts(appeal: 0)
  /// When the mode of a street changed, in order.
  private var modes: [Int: [(at: Int64, mode: String)]] = [:]

  init(writer: FactWriter, labels: Labels, needShift: Int?) {
    self.writer = writer
    self.labels = labels
    self.needShift = needShift
  }

  mutating func take(_ entry: EntryRow) throws {
    if entry.appeal != facts.appeal {
      try finish()
      facts = AppealFacts(appeal: entry.appeal)
    }
    guard try !takeLife(entry) && !takeWork(entry) && !takeEnd(entry) else { return }
    try takeMeasure(entry)
  }

  /// Writes the appeal whose entries have all been taken.
  mutating func finish() throws {
    guard facts.appeal != 0 else { return }
    guard facts.isSubmitted else {
      throw FactBuilder.Mistake(detail: "appeal \(facts.appeal) was never submitted")
    }
    try settleAssignment(takenAt: nil)
    if let since = facts.openSince {
      // While the clock stands still there is no deadline to be past.
      facts.spans.append(
        .init(since: since, until: nil, due: facts.isSuspended ? .max : facts.due))
    }
    try writer.write(facts, labels)
  }

  // MARK: Intake and clocks

  private mutating func takeLife(_ entry: EntryRow) throws -> Bool {
    switch entry.change {
    case "submitted": try submit(entry)
    case "described": describe(entry)
    case "filed":
      facts.leaf = entry.leaf
      facts.workflow = entry.detail.map(Int.init)
    case "deadlineChanged":
      facts.due = entry.due ?? facts.due
      guard entry.ground == "extended" else { break }
      facts.wasExtended = true
      try writer.observe(.extended, entry, facts, kind: entry.ground)
    case "suspended":
      (facts.isSuspended, facts.wasSuspended) = (true, true)
      try writer.observe(.suspended, entry, facts, kind: entry.ground)
    case "resumed":
      facts.isSuspended = false
      facts.due = entry.due ?? facts.due
    case "breached": try writer.observe(.breached, entry, facts)
    case "nodeBreached": try writer.observe(.nodeBreached, entry, facts, kind: entry.node)
    default: return false
    }
    return true
  }

  private mutating func submit(_ entry: EntryRow) throws {
    facts.isSubmitted = true
    facts.submitted = entry.at
    facts.contact = entry.contactAt ?? entry.at
    facts.channel = entry.channel
    (facts.leaf, facts.reportedLeaf) = (entry.leaf, entry.leaf)
    facts.nature = entry.nature
    facts.community = entry.community
    facts.due = entry.due ?? .max
    facts.limitLength = facts.due == .max ? .max : facts.due - entry.at
    facts.openSince = entry.at
    if let needShift, let reference = entry.reference {
      facts.need = Int64(bitPattern: UInt64(bitPattern: reference) >> UInt64(needShift))
    }
    let street = entry.community.flatMap { labels.streetOfCommunity[$0] }
    facts.mode = street.flatMap { modes[$0]?.last { $0.at <= entry.at }?.mode } ?? "peacetime"
  }

  private mutating func describe(_ entry: EntryRow) {
    facts.citizen = entry.citizen ?? 0
    facts.lane = entry.lane
    facts.isStructured = entry.traits.map { $0 & 1 != 0 }
  }

  // MARK: Work

  private mutating func takeWork(_ entry: EntryRow) throws -> Bool {
    switch entry.change {
    case "taken":
      if facts.waiting?.list == entry.list { try settleAssignment(takenAt: entry.at) }
      try writer.observe(.taken, entry, facts, unit: entry.list.flatMap { labels.unitOfList[$0] })
    case "putBack": try writer.observe(.putBack, entry, facts)
    case "handedOver": try writer.observe(.handedOver, entry, facts)
    case "dispatched": try dispatch(entry)
    case "sentBack":
      try settleAssignment(takenAt: nil)
      try writer.observe(.returned, entry, facts, unit: entry.unit, kind: entry.ground)
    case "redone":
      facts.redos += 1
      try writer.observe(.redone, entry, facts, unit: entry.unit)
    case "arbitrated":
      try writer.observe(.arbitrated, entry, facts, unit: entry.unit, value: entry.detail)
    case "advanced", "passed": break
    default: return false
    }
    return true
  }

  private mutating func dispatch(_ entry: EntryRow) throws {
    try settleAssignment(takenAt: nil)
    facts.dispatches += 1
    facts.unit = entry.unit
    if facts.firstUnit == nil {
      facts.firstUnit = entry.unit
      try writer.observe(
        .firstDispatch, entry, facts, hours: entry.at - facts.submitted)
    }
    facts.waiting = .init(
      at: entry.at, unit: entry.unit, list: entry.list, nodeDue: entry.nodeDue ?? .max)
  }

  /// Says whether the unit took the task up within the limit of the node.
  private mutating func settleAssignment(takenAt: Int64?) throws {
    guard let waiting = facts.waiting else { return }
    facts.waiting = nil
    try writer.write(waiting, of: facts.appeal, takenAt: takenAt)
  }

  // MARK: Ends

  private mutating func takeEnd(_ entry: EntryRow) throws -> Bool {
    switch entry.change {
    case "closed":
      guard facts.state == .open else { break }
      try settleAssignment(takenAt: nil)
      facts.state = .closed
      facts.isSuspended = false
      facts.endSpan(at: entry.at)
      facts.closes.append(.init(at: entry.at))
    case "reopened": try reopen(entry)
    case "cancelled":
      guard facts.state == .open else { break }
      facts.state = .cancelled
      facts.endSpan(at: entry.at)
      try writer.observe(.cancelled, entry, facts, kind: entry.ground)
    case "merged":
      guard facts.state == .open else { break }
      facts.state = .merged
      facts.endSpan(at: entry.at)
      try writer.observe(.merged, entry, facts)
    case "unmerged":
      facts.state = .open
      facts.openSince = entry.at
    case "appraised": try appraise(entry)
    default: return false
    }
    return true
  }

  private mutating func reopen(_ entry: EntryRow) throws {
    facts.state = .open
    facts.due = entry.due ?? facts.due
    facts.openSince = entry.at
    if !facts.closes.isEmpty { facts.closes[facts.closes.count - 1].reopenedAt = entry.at }
    if entry.ground == "replyRejected" { facts.reply?.isRejected = true }
    try writer.observe(.reopened, entry, facts, kind: entry.ground)
  }

  private mutating func appraise(_ entry: EntryRow) throws {
    guard let digits = entry.detail else { return }
    let scores = [digits / 1_000 % 10, digits / 100 % 10, digits / 10 % 10, digits % 10]
    if scores[1] <= 2 { markUnsolved() }
    try writer.observe(
      .appraised, entry, facts, mean: Double(scores.reduce(0, +)) / 4, detail: digits)
  }

  private mutating func markUnsolved() {
    if !facts.closes.isEmpty { facts.closes[facts.closes.count - 1].isUnsolved = true }
  }

  // MARK: Measures of the reform

  private mutating func takeMeasure(_ entry: EntryRow) throws {
    let (unit, kind) = (entry.unit, entry.kind)
    switch entry.change {
    case "tagged": facts.tags |= entry.tags ?? 0
    case "untagged": facts.tags &= ~(entry.tags ?? 0)
    case "joinedCampaign":
      facts.campaign = entry.subject
      guard entry.subject != nil else { break }
      try writer.observe(.joinedCampaign, entry, facts)
    case "duplicateFound":
      facts.repeatOf = entry.detail
      try writer.observe(.duplicate, entry, facts)
    case "repliedInstantly": facts.reply = .init(at: entry.at, answer: entry.subject)
    case "sideTaskOpened": try writer.observe(.sideOpened, entry, facts, kind: kind)
    case "sideTaskTaken":
      try writer.observe(.taken, entry, facts, unit: entry.list.flatMap { labels.unitOfList[$0] })
    case "sideTaskPutBack": try writer.observe(.putBack, entry, facts)
    case "sideTaskDone": try finishSideTask(entry)
    case "supportPlanned": try writer.observe(.supportPlanned, entry, facts, unit: unit)
    case "disputed": try writer.observe(.disputed, entry, facts, unit: unit)
    case "rung": try writer.observe(.rung, entry, facts, unit: unit, kind: kind)
    case "evidence": try writer.observe(.evidence, entry, facts, unit: unit, kind: kind)
    case "heldToAccount": try writer.observe(.accounted, entry, facts, unit: unit)
    case "credited":
      try writer.observe(.credited, entry, facts, unit: unit, kind: kind, value: entry.detail)
    case "alertRaised": try writer.observe(.alert, entry, facts, kind: kind)
    case "letterIssued": try writer.observe(.letter, entry, facts)
    case "modeChanged":
      if let street = entry.street { modes[street, default: []].append((entry.at, kind ?? "")) }
      try writer.observe(
        .modeChanged, entry, facts, kind: kind, detail: entry.street.map(Int64.init))
    case "adoption": try writer.observe(.adoption, entry, facts, kind: kind)
    case "migrated":
      facts.leaf = entry.leaf ?? facts.leaf
      try writer.observe(.migrated, entry, facts)
    default: break
    }
  }

  private mutating func finishSideTask(_ entry: EntryRow) throws {
    if entry.kind == "callBack", entry.detail == 0 { markUnsolved() }
    let liable = entry.kind == "liability" ? entry.detail : nil
    try writer.observe(
      .sideDone, entry, facts, kind: entry.kind, value: entry.detail, detail: liable)
  }
}
