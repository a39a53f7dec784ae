import CivicTime

/// Receives the canonical words of a state.
private protocol WordSink {
  mutating func add(_ word: UInt64)
}

extension WordSink {
  mutating func add(_ instant: Instant) { add(UInt64(bitPattern: instant.milliseconds)) }

  /// Several small numbers in one word: eight bits each, the first lowest.
  mutating func add(bytes: [UInt8]) {
    precondition(bytes.count <= 8, "a word has eight bytes")
    add(bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Four numbers of sixteen bits in one word.
  mutating func add(_ a: UInt16, _ b: UInt16, _ c: UInt16, _ d: UInt16) {
    add(UInt64(a) | UInt64(b) << 16 | UInt64(c) << 32 | UInt64(d) << 48)
  }

  mutating func add(_ a: UInt32, _ b: UInt32) { add(UInt64(a) | UInt64(b) << 32) }
}

private struct HashSink: WordSink {
  var hash = Fold.seed
  mutating func add(_ word: UInt64) { hash = Fold.absorb(word, into: hash) }
}

private struct ListSink: WordSink {
  var words: [UInt64] = []
  mutating func add(_ word: UInt64) { words.append(word) }
}

extension AppealCore {
  /// A hash of the whole state, by number: no slots, no layout of heaps, the same in every process.
  ///
  /// The journal's chain is not part of it, so that equal states are seen to be equal on their own.
  /// O(appeals in memory).
  public func digest() -> UInt64 {
    var sink = HashSink()
    encode(into: &sink)
    return sink.hash
  }

  /// The words that `digest()` hashes, for comparisons byte for byte.
  package func canonicalWords() -> [UInt64] {
    var sink = ListSink()
    encode(into: &sink)
    return sink.words
  }

  private func encode(into sink: inout some WordSink) {
    sink.add(now)
    sink.add(entryCount)
    sink.add(UInt64(acceptedAppeals))
    sink.add(UInt64(closedAppeals))
    sink.add(UInt64(cancelledAppeals))
    sink.add(UInt64(mergedAppeals))
    sink.add(UInt64(bulletins) << 1 | (isNextEditionInForce ? 1 : 0))
    sink.add(systemAlarm)
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      switch directory[number] {
      case .open(let index):
        slots[index].pointee.encode(into: &sink)
        encodeChain(slots[index].pointee.firstSide, into: &sink)
      case .closed(let index): tombstones[index].pointee.encode(into: &sink)
      case .none: break
      }
    }
    encodeSideTasks(into: &sink)
    encodeHistory(into: &sink)
  }

  /// The side tasks that end with an appeal, in the order of their turns.
  private func encodeChain(_ first: UInt32, into sink: inout some WordSink) {
    var index = first
    while index != .max {
      sink.add(sideTasks[index].pointee.key)
      index = sideTasks[index].pointee.next
    }
  }

  private func encodeSideTasks(into sink: inout some WordSink) {
    let live = (0..<sideTasks.highest).map { sideTasks[UInt32($0)].pointee }.filter(\.isLive)
    for side in live.sorted(by: { $0.key < $1.key }) {
      sink.add(side.key)
      sink.add(side.due)
      sink.add(
        UInt64(side.holder.rawValue) | UInt64(side.kind.rawValue) << 32
          | UInt64(side.place.rawValue) << 40 | UInt64(side.rank) << 48)
    }
  }

  /// Units, areas, and what came lately.
  private func encodeHistory(into sink: inout some WordSink) {
    for unit in 0..<ledgers.count { ledgers[UnitID(unit)].pointee.encode(into: &sink) }
    for street in 0..<areas.count {
      let street = StreetID(street)
      sink.add(UInt64(areas[street].rawValue) << 1 | (areas.isByCommand(street) ? 1 : 0))
      sink.add(areas.release(of: street))
      areas.listed.forEach(in: street.index) { sink.add($0) }
    }
    for cell in 0..<bursts.times.cells where bursts.times.last(cell) != .distantPast {
      sink.add(UInt64(cell) << 1 | (bursts.wasAlerted(cell) ? 1 : 0))
      bursts.times.forEach(in: cell) { sink.add($0) }
    }
    if router.isOn { sink.add(router.history.digest()) }
    contacts.forEach { contact in
      sink.add(contact.key)
      sink.add(contact.at)
      sink.add(UInt64(contact.number.rawValue))
    }
  }
}

extension UnitLedger {
  fileprivate func encode(into sink: inout some WordSink) {
    sink.add(dispatched, closed)
    sink.add(closedOnTime, breaches)
    sink.add(returns, groundlessReturns)
    sink.add(pingPongs, untouched)
    sink.add(rungs, credits)
    sink.add(isHeldToAccount ? 1 : 0)
  }
}

extension AppealSlot {
  fileprivate func encode(into sink: inout some WordSink) {
    sink.add(number.rawValue, holder.rawValue)
    sink.add(reference)
    for instant in [due, nodeDue, rungAt, chaseAt, contactAt, submittedAt, countedFrom, clockFrom] {
      sink.add(instant)
    }
    sink.add(UInt64(bitPattern: budget))
    sink.add(UInt64(bitPattern: nodeBudget))
    sink.add(parent.rawValue, firstChild.rawValue)
    sink.add(lastChild.rawValue, nextSibling.rawValue)
    sink.add(list.rawValue, leaf.rawValue, unit.rawValue, post.rawValue)
    sink.add(reportedLeaf.rawValue, channel.rawValue, relieved.rawValue, flags.rawValue)
    sink.add(tags.rawValue)
    sink.add(citizen)
    sink.add(textKey, original.rawValue)
    sink.add(returners.rawValue)
    sink.add(bytes: [
      workflow, nature.rawValue, node.rawValue, place.rawValue, rank, rung, street.rawValue,
      community.rawValue,
    ])
    sink.add(bytes: [returns, redos, reopenings, extensions])
    sink.add(bytes: [
      traits.rawValue, lane.rawValue, campaign.rawValue, adoption.rawValue, supports,
    ])
  }
}

extension Tombstone {
  fileprivate func encode(into sink: inout some WordSink) {
    sink.add(number.rawValue, .max)
    sink.add(reference)
    for instant in [contactAt, submittedAt, closedAt, due] { sink.add(instant) }
    sink.add(leaf.rawValue, channel.rawValue, unit.rawValue, post.rawValue)
    sink.add(tags.rawValue)
    sink.add(bytes: [
      community.rawValue, nature.rawValue, flags.rawValue, lane.rawValue, returns, redos,
      reopenings, extensions,
    ])
    sink.add(UInt64(adoption.rawValue))
  }
}
