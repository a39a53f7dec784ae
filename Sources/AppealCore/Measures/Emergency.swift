import CivicTime

/// 平战一体: an area changes to emergency by command, or when listed categories pile up, and back by
/// command, or when none has come for a while.
extension AppealCore {
  func isListedInEmergency(_ leaf: LeafID, _ street: StreetID) -> Bool {
    tables.measures.emergency != nil && areas[street] == .emergency
      && tables.measures.leafFlags[leaf.index].contains(.emergency)
  }

  /// The post that dispatches for a street in emergency, where lists are merged.
  func emergencyPost(of street: StreetID) -> ListID? {
    guard let terms = tables.measures.emergency, terms.post != .none, areas[street] == .emergency
    else { return nil }
    return terms.post
  }

  func decideSetMode(
    _ street: StreetID, _ mode: Mode, _ now: Instant, _ journal: inout JournalBuffer
  ) throws(Refusal) {
    guard tables.measures.emergency != nil else { throw .notInForce }
    guard street.index < tables.streetCount else { throw .unknownStreet }
    guard areas[street] != mode else { throw .alreadyInMode }
    journalMode(street, mode, byCommand: true, now, &journal)
  }

  private func journalMode(
    _ street: StreetID, _ mode: Mode, byCommand: Bool, _ now: Instant,
    _ journal: inout JournalBuffer
  ) {
    journal.append(
      JournalEntry(
        at: now, appeal: .none, change: .modeChanged(street, mode, byCommand: byCommand)))
    if mode == .emergency { journalEmergencyDeadlines(street, now, &journal) }
  }

  /// Open appeals of listed categories are due sooner; nothing is due later again afterwards.
  private func journalEmergencyDeadlines(
    _ street: StreetID, _ now: Instant, _ journal: inout JournalBuffer
  ) {
    guard let terms = tables.measures.emergency, terms.target != .none else { return }
    let sooner = clock.deadline(for: terms.target, from: now)
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      guard case .open(let index) = directory[number] else { continue }
      let slot = slots[index]
      guard slot.pointee.street == street, slot.pointee.alarmsRun, sooner < slot.pointee.due,
        tables.measures.leafFlags[slot.pointee.leaf.index].contains(.emergency)
      else { continue }
      journal.append(
        JournalEntry(at: now, appeal: number, change: .deadlineChanged(.mode, due: sooner)))
    }
  }

  /// A submission of a listed category counts, and keeps an emergency going.
  mutating func recordListed(_ leaf: LeafID, _ street: StreetID, at now: Instant) {
    guard let terms = tables.measures.emergency, terms.trigger > 0,
      tables.measures.leafFlags[leaf.index].contains(.emergency)
    else { return }
    areas.listed.record(street.index, at: now)
    if areas[street] == .emergency && !areas.isByCommand(street) {
      areas.set(street, .emergency, byCommand: false, releaseAt: now + terms.quiet)
      resetSystemAlarm()
    }
  }

  func reactToListed(_ entry: JournalEntry, _ journal: inout JournalBuffer) {
    guard let terms = tables.measures.emergency, terms.trigger > 0 else { return }
    let slot = slots[slotIndex(entry.appeal)]
    let street = slot.pointee.street
    guard areas[street] == .peacetime,
      tables.measures.leafFlags[slot.pointee.leaf.index].contains(.emergency),
      areas.listed.isFull(street.index, at: entry.at, within: terms.window)
    else { return }
    journalMode(street, .emergency, byCommand: false, entry.at, &journal)
  }

  mutating func evolveMode(
    _ entry: JournalEntry, _ street: StreetID, _ mode: Mode, byCommand: Bool
  ) {
    guard let terms = tables.measures.emergency else {
      preconditionFailure("the journal was written under another policy")
    }
    let ends = mode == .emergency && !byCommand
    areas.set(
      street, mode, byCommand: byCommand,
      releaseAt: ends ? entry.at + terms.quiet : .distantFuture)
    resetSystemAlarm()
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      if case .open(let index) = directory[number], slots[index].pointee.street == street {
        rerank(index)
        if terms.post != .none { rehome(index, terms.post, mode) }
      }
    }
  }

  /// Tasks that wait at a post go to the merged list, and those that an emergency brought there go
  /// home afterwards; those in hands and those awaiting arbitration stay.
  private mutating func rehome(_ index: UInt32, _ merged: ListID, _ mode: Mode) {
    let slot = slots[index]
    guard slot.pointee.node.performer == .post, slot.pointee.relieved == .none,
      slot.pointee.place == .listed || slot.pointee.place == .suspended,
      (mode == .emergency) != slot.pointee.flags.contains(.rehomed)
    else { return }
    let home = usualIntake(slot.pointee.channel, slot.pointee.street, slot.pointee.traits)
    let to = mode == .emergency ? merged : home
    guard slot.pointee.list != to else { return }
    slot.pointee.flags.formSymmetricDifference(.rehomed)
    slot.pointee.post = to
    if slot.pointee.place == .suspended {
      slot.pointee.list = to
    } else {
      lists.remove(slot: TaskSlot.appeal(index))
      enlist(index, on: to)
    }
  }

  /// The system's next alarm: a bulletin, or the end of an emergency.
  func journalSystemAlarm(_ journal: inout JournalBuffer) {
    let at = max(systemAlarm, now)
    if let street = areas.firstReleased, areas.nextRelease == systemAlarm {
      journalMode(street, .peacetime, byCommand: false, at, &journal)
    } else {
      journal.append(JournalEntry(at: at, appeal: .none, change: .bulletin(bulletins + 1)))
    }
  }

  mutating func resetSystemAlarm() {
    let bulletin = tables.measures.bulletin.map { $0.first + Int64(bulletins) * $0.every }
    systemAlarm = min(bulletin ?? .distantFuture, areas.nextRelease)
  }
}
