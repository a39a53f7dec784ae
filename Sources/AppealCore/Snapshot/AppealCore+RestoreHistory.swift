import CivicTime

/// Units, areas, and what came lately.
extension AppealCore {
  mutating func loadUnit(
    _ words: borrowing RecordWords, _ loading: inout Loading
  ) -> String? {
    let row = loading.units
    guard row < ledgers.count else { return "an unknown ledger" }
    guard let ledger = UnitLedger(words) else { return Self.unknownValue }
    let isCounted =
      UInt64(ledger.largestCount) <= entryCount && UInt64(ledger.credits) / 255 <= entryCount
    if !isCounted { return "it counts more than was journalled" }
    ledgers[row].pointee = ledger
    let cases = words.high(5)
    if router.isOn && row < tables.unitCount {
      guard router.history.counts.restoreCases(cases, of: row) else {
        return "more cases than can be"
      }
    } else if cases > 0 {
      return "cases of a routing that does not learn"
    }
    loading.units += 1
    return nil
  }

  mutating func loadArea(
    _ words: borrowing RecordWords, _ loading: inout Loading
  ) -> String? {
    guard loading.areas < areas.count else { return "an unknown street" }
    guard words.count == 2 + areas.listed.depth, words[0] < 4,
      let mode = Mode(rawValue: UInt8(words[0] >> 1))
    else { return Self.unknownValue }
    let (byCommand, release) = (words[0] & 1 == 1, words.instant(1))
    let endsItself = mode == .emergency && !byCommand
    if tables.measures.emergency == nil && words[0] != 0 {
      return "an emergency that nobody provided for"
    }
    let isRelease =
      endsItself ? PackedInstant.holds(release) && release >= now : release == .distantFuture
    if !isRelease { return "an emergency ends at an odd time" }
    areas.set(StreetID(loading.areas), mode, byCommand: byCommand, releaseAt: release)
    let fault = areas.listed.restore(loading.areas, words, from: 2, upTo: now)
    loading.areas += 1
    return fault
  }

  mutating func loadBurst(_ id: UInt64, _ words: borrowing RecordWords) -> String? {
    guard id < UInt64(bursts.times.cells) else { return "an unknown class or community" }
    guard words.count == 1 + bursts.times.depth, words[0] < 2 else { return Self.unknownValue }
    if let fault = bursts.restore(Int(id), isAlerted: words[0] == 1, words, upTo: now) {
      return fault
    }
    return bursts.times.last(Int(id)) == .distantPast ? "nothing has come lately" : nil
  }

  mutating func loadContact(
    _ id: UInt64, _ words: borrowing RecordWords, _ loading: inout Loading
  ) -> String? {
    guard tables.measures.duplicates != nil else { return "duplicates that nobody looks for" }
    guard words.count == 2 else { return "it has another length" }
    guard let raw = UInt32(exactly: id), isKnown(AppealNumber(rawValue: raw)) else {
      return "an unknown appeal"
    }
    let contact = RecentContacts.Contact(
      key: words[0], at: words.instant(1), number: AppealNumber(rawValue: raw))
    guard Int(contact.key >> 8 & 0xFFFF) < tables.leafCount,
      Int(contact.key & 0xFF) < tables.communityCount, contact.key >> 24 > 0
    else { return "an unknown leaf, community or citizen" }
    guard PackedInstant.holds(contact.at), contact.at >= loading.lastContact, contact.at <= now
    else { return "odd times" }
    loading.lastContact = contact.at
    if contacts.isRemembered(contact, at: now) {
      contacts.record(contact.key, contact.number, at: contact.at)
    }
    return nil
  }
}

extension RecentTimes {
  /// The instants of a cell, oldest first, as a record tells them.
  ///
  /// - Returns: what is wrong with them.
  mutating func restore(
    _ cell: Int, _ words: borrowing RecordWords, from position: Int, upTo now: Instant
  ) -> String? {
    var previous = Instant.distantPast
    for step in 0..<depth {
      let instant = words.instant(position + step)
      let isOdd = instant < previous || instant > now
      if isOdd || (instant != .distantPast && !PackedInstant.holds(instant)) { return "odd times" }
      record(cell, at: instant)
      previous = instant
    }
    return nil
  }
}
