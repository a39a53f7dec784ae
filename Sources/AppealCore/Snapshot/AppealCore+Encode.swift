import CivicTime

/// The snapshot: the canonical encoding of the state, cut into records.
extension AppealCore {
  /// Version of the layout of records.
  static let recordFormat: UInt64 = 1

  /// The canonical words of a record, in place of what `words` held.
  ///
  /// - Returns: false, and no words, if the state has no such record (any more).
  /// - Complexity: O(1) for all kinds but contacts, O(log n) for these.
  public borrowing func encode(_ key: RecordKey, into words: inout RecordWords) -> Bool {
    words.removeAll()
    switch key.kind {
    case .system: return encodeSystem(key.id, &words)
    case .open: return encodeOpen(key.id, &words)
    case .closed: return encodeClosed(key.id, &words)
    case .sideTask: return encodeSide(key.id, &words)
    case .unit: return encodeUnit(key.id, &words)
    case .area: return encodeArea(key.id, &words)
    case .burst: return encodeBurst(key.id, &words)
    case .contact: return encodeContact(key.id, &words)
    case .routing:
      return router.isOn && router.history.encode(key.id, into: &words)
    }
  }

  /// The chain comes last, so that the digest can leave it out.
  private func encodeSystem(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard id == 0 else { return false }
    words.append(Self.recordFormat)
    words.append(now)
    words.append(entryCount)
    words.append(UInt64(acceptedAppeals))
    words.append(UInt64(closedAppeals))
    words.append(UInt64(cancelledAppeals))
    words.append(UInt64(mergedAppeals))
    words.append(UInt64(bulletins) << 1 | (isNextEditionInForce ? 1 : 0))
    words.append(systemAlarm)
    words.append(chain)
    return true
  }

  private func encodeOpen(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard let number = UInt32(exactly: id),
      case .open(let index) = directory[AppealNumber(rawValue: number)]
    else { return false }
    slots[index].pointee.encode(into: &words)
    var side = slots[index].pointee.firstSide
    while side != .max {
      sideTasks[side].pointee.encode(into: &words)
      side = sideTasks[side].pointee.next
    }
    return true
  }

  private func encodeClosed(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard let number = UInt32(exactly: id),
      case .closed(let index) = directory[AppealNumber(rawValue: number)]
    else { return false }
    tombstones[index].pointee.encode(into: &words)
    return true
  }

  private func encodeSide(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard let index = sideIndex[id].map({ $0 - 1 }), sideTasks[index].pointee.kind.outlives else {
      return false
    }
    sideTasks[index].pointee.encode(into: &words)
    return true
  }

  private func encodeUnit(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard id < UInt64(ledgers.count) else { return false }
    let row = Int(id)
    let learns = router.isOn && row < tables.unitCount
    ledgers[row].pointee.encode(
      cases: learns ? router.history.counts.unitCases[row] : 0, into: &words)
    return true
  }

  private func encodeArea(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard id < UInt64(areas.count) else { return false }
    let street = StreetID(Int(id))
    words.append(UInt64(areas[street].rawValue) << 1 | (areas.isByCommand(street) ? 1 : 0))
    words.append(areas.release(of: street))
    areas.listed.encode(street.index, into: &words)
    return true
  }

  private func encodeBurst(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard id < UInt64(bursts.times.cells), bursts.times.last(Int(id)) != .distantPast else {
      return false
    }
    words.append(bursts.wasAlerted(Int(id)) ? 1 : 0)
    bursts.times.encode(Int(id), into: &words)
    return true
  }

  private func encodeContact(_ id: UInt64, _ words: inout RecordWords) -> Bool {
    guard let number = UInt32(exactly: id),
      let contact = contacts.contact(of: AppealNumber(rawValue: number)),
      contacts.isRemembered(contact, at: now)
    else { return false }
    words.append(contact.key)
    words.append(contact.at)
    return true
  }
}
