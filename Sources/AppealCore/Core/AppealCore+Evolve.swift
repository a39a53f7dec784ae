import CivicTime

extension AppealCore {
  /// Changes the state by one entry. The only place from which the state changes.
  ///
  /// Entries must come in the order in which they were journalled, under the same policy; anything
  /// else is a programmer's error and stops the process.
  public mutating func evolve(_ entry: JournalEntry) {
    precondition(entry.at >= now, "the journal goes back in time")
    now = entry.at
    chain = entry.folded(into: chain)
    entryCount += 1
    if now > nextExpiry { forgetExpired() }
    switch entry.change {
    case .submitted(let submission, let list, let due, let nodeDue):
      evolveSubmitted(entry, submission, list, due, nodeDue)
    case .taken(let list, let staff): evolveTaken(entry, list, staff)
    case .putBack(let list): evolvePutBack(entry, list)
    case .advanced(let from, let to, let nodeDue): evolveAdvanced(entry, from, to, nodeDue)
    case .passed(let from, let to, let list, let nodeDue):
      evolvePassed(entry, from, to, list, nodeDue)
    case .filed(let leaf, let workflow, let next, let nodeDue):
      evolveFiled(entry, leaf, workflow, next, nodeDue)
    case .handedOver(let from, let to): evolveHandedOver(entry, from, to)
    case .dispatched(let unit, let next, let list, let nodeDue):
      evolveDispatched(entry, unit, next, list, nodeDue)
    case .sentBack(let unit, _, let list, let nodeDue):
      evolveSentBack(entry, unit, list, nodeDue)
    case .redone(let unit, let list, let nodeDue): evolveRedone(entry, unit, list, nodeDue)
    case .closed: evolveClosed(entry)
    case .appraised: evolveAppraised(entry)
    case .reopened(let ground, let list, let due, let nodeDue):
      evolveReopened(entry, ground, list, due, nodeDue)
    case .deadlineChanged(let ground, let due): evolveDeadlineChanged(entry, ground, due)
    case .suspended: evolveSuspended(entry)
    case .resumed(let due, let nodeDue): evolveResumed(entry, due, nodeDue)
    case .cancelled: evolveCancelled(entry)
    case .merged(let parent): evolveMerged(entry, parent)
    case .breached: evolveBreached(entry)
    case .nodeBreached(let node): evolveNodeBreached(entry, node)
    default: evolveMeasure(entry)
    }
  }

  @inline(never)
  private mutating func evolveMeasure(_ entry: JournalEntry) {
    switch entry.change {
    case .described(let details): evolveDescribed(entry, details)
    case .tagged(let tags): evolveTagged(entry, adding: tags, removing: [])
    case .untagged(let tags): evolveTagged(entry, adding: [], removing: tags)
    case .joinedCampaign(let campaign): evolveJoined(entry, campaign)
    case .duplicateFound(let original): evolveDuplicate(entry, original)
    case .repliedInstantly: evolveReplied(entry)
    case .supportPlanned(let unit): evolveSupportPlanned(entry, unit)
    case .sideTaskOpened(let kind, let list, let due): evolveSideOpened(entry, kind, list, due)
    case .sideTaskTaken(let list, let staff): evolveSideTaken(entry, list, staff)
    case .sideTaskPutBack(let list): evolveSidePutBack(entry, list)
    case .sideTaskDone(let kind, let list, _): evolveSideDone(entry, kind, list)
    case .supportWithdrawn(let unit): evolveSupportWithdrawn(entry, unit)
    case .unmerged(_, let list, let nodeDue): evolveUnmerged(entry, list, nodeDue)
    case .arbitrated(let unit, _): evolveArbitrated(entry, unit)
    case .disputed: evolveDisputed(entry)
    default: evolveOversight(entry)
    }
  }

  private mutating func evolveOversight(_ entry: JournalEntry) {
    switch entry.change {
    case .rung(let rung, _, _), .listRung(let rung, _, _): evolveRung(entry, rung)
    case .evidence(let kind, let unit, _): evolveEvidence(kind, tables.list(of: unit))
    case .listEvidence(let kind, let list, _): evolveEvidence(kind, list)
    case .heldToAccount(let unit, _): evolveHeldToAccount(tables.list(of: unit))
    case .listHeldToAccount(let list, _): evolveHeldToAccount(list)
    case .credited(let unit, _, let points): evolveCredited(unit, points)
    case .alertRaised(let kind): evolveAlert(entry, kind)
    case .adoption(let state): evolveAdoption(entry, state)
    case .migrated(let leaf): evolveMigrated(entry, leaf)
    case .modeChanged(let street, let mode, let byCommand):
      evolveMode(entry, street, mode, byCommand: byCommand)
    case .formChanged: evolveFormChanged()
    case .bulletin(let number): evolveBulletin(number)
    // A letter leaves the system.
    default: break
    }
  }

  /// The slot of the entry's appeal, which must be open.
  @inline(__always)
  func slotIndex(_ appeal: AppealNumber) -> UInt32 {
    guard case .open(let index) = directory[appeal] else {
      preconditionFailure("the journal speaks of an appeal that is not open")
    }
    return index
  }

  /// The slot of the entry's appeal, which must be in somebody's hands at `node`.
  @inline(__always)
  func heldIndex(_ appeal: AppealNumber, at node: Node) -> UInt32 {
    let index = slotIndex(appeal)
    let slot = slots[index]
    precondition(
      slot.pointee.place == .held && slot.pointee.node == node,
      "the journal completes a node that nobody holds")
    return index
  }
}

// MARK: - Where tasks are

extension AppealCore {
  /// The task, on no list, goes on `list`; nobody holds it.
  @inline(__always)
  mutating func enlist(_ index: UInt32, on list: ListID) {
    let slot = slots[index]
    slot.pointee.place = .listed
    slot.pointee.holder = .none
    slot.pointee.list = list
    lists.insert(slot: TaskSlot.appeal(index), key: taskKey(index), into: list.index)
  }

  @inline(__always)
  func taskKey(_ index: UInt32) -> TaskKey {
    let slot = slots[index]
    return TaskKey(
      tables.order, rank: slot.pointee.rank, due: slot.pointee.due, number: slot.pointee.number)
  }

  /// The task reaches a node; that node's clock starts.
  @inline(__always)
  mutating func arrive(_ index: UInt32, at node: Node, due: Instant) {
    let slot = slots[index]
    slot.pointee.node = node
    slot.pointee.nodeDue = due
    slot.pointee.flags.remove(.nodeBreached)
    resetAlarm(index)
  }

  /// The appeal's one alarm follows its clocks.
  @inline(__always)
  mutating func resetAlarm(_ index: UInt32) {
    let slot = slots[index]
    let instant = slot.pointee.alarm
    let key = AlarmKey(instant: instant.milliseconds, number: slot.pointee.number.rawValue)
    if let old = alarms.key(ofSlot: index) {
      if old.instant == key.instant { return }
      if instant == .distantFuture {
        alarms.remove(slot: index)
      } else {
        alarms.rekey(slot: index, to: key)
      }
    } else if instant != .distantFuture {
      alarms.insert(slot: index, key: key)
    }
  }
}
