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
    keepEmergency(street, terms, until: now + terms.quiet)
  }

  /// A duplicate does not count: what its submission recorded is taken back.
  mutating func forgetListed(_ leaf: LeafID, _ street: StreetID) {
    guard let terms = tables.measures.emergency, terms.trigger > 0,
      tables.measures.leafFlags[leaf.index].contains(.emergency)
    else { return }
    areas.listed.forgetLast(street.index)
    // An emergency that began by itself ends a quiet span after the last that counted.
    keepEmergency(street, terms, until: areas.listed.last(street.index) + terms.quiet)
  }

  private mutating func keepEmergency(
    _ street: StreetID, _ terms: MeasureTables.EmergencyTerms, until release: Instant
  ) {
    if areas[street] == .emergency && !areas.isByCommand(street) {
      areas.set(street, .emergency, byCommand: false, releaseAt: release)
      resetSystemAlarm()
    }
  }

  func reactToListed(_ entry: JournalEntry, _ journal: inout JournalBuffer) {
    guard let terms = tables.measures.emergency, terms.trigger > 0 else { return }
    let slot = slots[slotIndex(entry.appeal)]
    let street = slot.pointee.street
    guard areas[street] == .peacetime,
      tables.measures.leafFlags[slot.pointee.leaf.index].contains(.emergency),
      areas.listed.isFull(street.index, at: entry.at, within: terms.window),
      !isFoundDuplicate(entry.appeal, journal)
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

  /// Tasks that wait at the post where they came in go to the merged list, and those that an
  /// emergency brought there go home afterwards. What somebody escalated or handed over stays, and
  /// so does what is in hands or awaits arbitration.
  private mutating func rehome(_ index: UInt32, _ merged: ListID, _ mode: Mode) {
    let slot = slots[index]
    guard slot.pointee.node.performer == .post, slot.pointee.relieved == .none,
      slot.pointee.place != .held,
      (mode == .emergency) != slot.pointee.flags.contains(.rehomed)
    else { return }
    let home = usualIntake(slot.pointee.channel, slot.pointee.street, slot.pointee.traits)
    let to = mode == .emergency ? merged : home
    guard slot.pointee.list != to, mode == .peacetime || slot.pointee.list == home else { return }
    slot.pointee.flags.formSymmetricDifference(.rehomed)
    slot.pointee.post = to
    if slot.pointee.place == .listed {
      lists.remove(slot: TaskSlot.appeal(index))
      enlist(index, on: to)
    } else {
      slot.pointee.list = to
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
    systemAlarm = min(nextBulletin, areas.nextRelease)
  }

  /// The distant future without bulletins, and past the end of the calendar.
  private var nextBulletin: Instant {
    guard let rules = tables.measures.bulletin else { return .distantFuture }
    let (since, overflows) = rules.every.multipliedReportingOverflow(by: Int64(bulletins))
    if overflows || since > clock.end - rules.first { return .distantFuture }
    return rules.first + since
  }
}
