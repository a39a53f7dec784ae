import CivicTime

/// Two clocks: the overall limit by nature, leaf, campaign and mode, and the limit of the node it
/// stands at. Each rings one millisecond past its deadline, once.
extension AppealCore {
  /// - Throws: `outsideCalendar` if the limit runs past the end of the calendar.
  @inline(__always)
  func overallDeadline(
    _ rule: PolicyTables.LeafRule, _ leaf: LeafID, _ street: StreetID, _ campaign: CampaignID,
    from instant: Instant
  ) throws(Refusal) -> Instant {
    let target = tables.targets[Int(rule.target)]
    var due = clock.deadline(for: target, from: instant)
    if due == .distantFuture && target != .none { throw .outsideCalendar }
    if campaign != .none {
      let target = tables.measures.campaigns.target(of: campaign)
      due = min(due, clock.deadline(for: target, from: instant))
    }
    if isListedInEmergency(leaf, street), let terms = tables.measures.emergency {
      due = min(due, clock.deadline(for: terms.target, from: instant))
    }
    return due
  }

  /// The deadline of an open appeal under another leaf. One that counts from a change to emergency
  /// goes on counting from there.
  func rederivedDeadline(
    _ slot: UnsafeMutablePointer<AppealSlot>, _ leaf: LeafID, _ campaign: CampaignID
  ) throws(Refusal) -> Instant {
    let rule = tables.rule(leaf, slot.pointee.nature)
    let (street, start) = (slot.pointee.street, slot.pointee.countedFrom)
    guard slot.pointee.flags.contains(.dueByMode), isListedInEmergency(leaf, street) else {
      return try overallDeadline(rule, leaf, street, campaign, from: start)
    }
    let usual = clock.deadline(for: tables.targets[Int(rule.target)], from: start)
    let target = tables.measures.campaigns.target(of: campaign)
    return min(usual, clock.deadline(for: target, from: start), slot.pointee.due)
  }

  /// The limit that the present deadline came from: it says in which time what is left is counted.
  func limitInForce(_ slot: UnsafeMutablePointer<AppealSlot>) -> Target {
    let usual = tables.targets[Int(tables.rule(slot.pointee.leaf, slot.pointee.nature).target)]
    let (due, start) = (slot.pointee.due, slot.pointee.countedFrom)
    if clock.deadline(for: usual, from: start) == due { return usual }
    let campaign = tables.measures.campaigns.target(of: slot.pointee.campaign)
    if campaign != .none && clock.deadline(for: campaign, from: start) == due { return campaign }
    guard let emergency = tables.measures.emergency?.target, emergency != .none else {
      return usual
    }
    let isByMode = slot.pointee.flags.contains(.dueByMode)
    return isByMode || clock.deadline(for: emergency, from: start) == due ? emergency : usual
  }

  /// A node's limit that runs past the calendar is never due: the overall clock is the one that
  /// counts.
  @inline(__always)
  func nodeDeadline(_ node: Node, from instant: Instant) -> Instant {
    clock.deadline(for: tables.nodeTargets[Int(node.rawValue)], from: instant)
  }

  /// The entry that the alarm of a slot rings.
  func alarmEntry(_ index: UInt32) -> JournalEntry {
    let slot = slots[index]
    let alarm = slot.pointee.alarm
    let change: Change
    if !slot.pointee.flags.contains(.breached) && slot.pointee.due + 1 == alarm {
      change = .breached
    } else if !slot.pointee.flags.contains(.nodeBreached) && slot.pointee.nodeDue + 1 == alarm {
      change = .nodeBreached(slot.pointee.node)
    } else if slot.pointee.rungAt == alarm {
      change = rungChange(slot)
    } else {
      change = chaseChange(slot)
    }
    // A deadline re-derived into the past is missed at the instant of its re-derivation.
    return JournalEntry(at: max(alarm, now), appeal: slot.pointee.number, change: change)
  }

  mutating func evolveBreached(_ entry: JournalEntry) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(
      !slot.pointee.flags.contains(.breached) && slot.pointee.due < entry.at,
      "the journal breaches a deadline twice or too early")
    slot.pointee.flags.insert(.breached)
    // One that was re-derived into the past is missed now, and the ladder counts from now.
    slot.pointee.clockFrom = entry.at == slot.pointee.due + 1 ? slot.pointee.due : entry.at
    ledgers[row(of: slot.pointee.list)].pointee.breaches += 1
    resetRung(index)
    resetChaser(index)
    resetAlarm(index)
  }

  mutating func evolveNodeBreached(_ entry: JournalEntry, _ node: Node) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    precondition(
      !slot.pointee.flags.contains(.nodeBreached) && slot.pointee.nodeDue < entry.at
        && slot.pointee.node == node,
      "the journal breaches a node's deadline twice or too early")
    slot.pointee.flags.insert(.nodeBreached)
    resetAlarm(index)
  }

  /// 延期: one more span from the present deadline, before that is missed.
  func decideExtend(
    _ appeal: AppealNumber, _ span: Target, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    let slot = slots[try running(appeal, now)]
    let due = slot.pointee.due
    guard due >= now, clock.covers(due), slot.pointee.extensions < .max else {
      throw .extensionNotAllowed
    }
    let extended = clock.deadline(for: span, from: due)
    guard extended > due, clock.covers(extended) else { throw .extensionNotAllowed }
    journal.append(
      JournalEntry(at: now, appeal: appeal, change: .deadlineChanged(.extended, due: extended)))
  }

  mutating func evolveDeadlineChanged(
    _ entry: JournalEntry, _ ground: DeadlineGround, _ due: Instant
  ) {
    let index = slotIndex(entry.appeal)
    let slot = slots[index]
    slot.pointee.flags.remove(.dueByMode)
    switch ground {
    case .extended:
      slot.pointee.extensions += 1
      slot.pointee.flags.formUnion([.prolonged, .granted])
    case .mode:
      slot.pointee.flags.remove(.granted)
      slot.pointee.flags.formUnion([.prolonged, .dueByMode])
    case .merged: slot.pointee.flags.insert(.prolonged)
    case .reclassification, .migration: break
    }
    setDue(index, due)
    if slot.pointee.place == .listed {
      lists.rekey(slot: TaskSlot.appeal(index), to: taskKey(index))
    }
    resetAlarm(index)
  }

  /// A new deadline can be missed anew, if it is still to come: else it is the same lateness.
  mutating func setDue(_ index: UInt32, _ due: Instant) {
    let slot = slots[index]
    if slot.pointee.due == due { return }
    slot.pointee.due = due
    if due >= now && slot.pointee.flags.contains(.breached) {
      slot.pointee.flags.remove(.breached)
      slot.pointee.clockFrom = slot.pointee.countedFrom
    }
    if slot.pointee.firstSide != .max { followSides(index) }
    resetRung(index)
    resetChaser(index)
  }
}
