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
    var number = AppealNumber.none
    while let next = directory.next(after: number) {
      number = next
      switch directory[number] {
      case .open(let index): slots[index].pointee.encode(into: &sink)
      case .closed(let index): tombstones[index].pointee.encode(into: &sink)
      case .none: break
      }
    }
  }
}

extension AppealSlot {
  fileprivate func encode(into sink: inout some WordSink) {
    sink.add(number.rawValue, holder.rawValue)
    sink.add(reference)
    for instant in [due, nodeDue, contactAt, submittedAt, countedFrom] { sink.add(instant) }
    sink.add(UInt64(bitPattern: budget))
    sink.add(UInt64(bitPattern: nodeBudget))
    sink.add(parent.rawValue, firstChild.rawValue)
    sink.add(lastChild.rawValue, nextSibling.rawValue)
    sink.add(list.rawValue, leaf.rawValue, unit.rawValue, post.rawValue)
    sink.add(reportedLeaf.rawValue, channel.rawValue, 0, 0)
    sink.add(bytes: [
      workflow, nature.rawValue, node.rawValue, place.rawValue, rank, flags.rawValue,
      street.rawValue, community.rawValue,
    ])
    sink.add(bytes: [returns, redos, reopenings, extensions])
  }
}

extension Tombstone {
  fileprivate func encode(into sink: inout some WordSink) {
    sink.add(number.rawValue, .max)
    sink.add(reference)
    for instant in [contactAt, submittedAt, closedAt, due] { sink.add(instant) }
    sink.add(leaf.rawValue, channel.rawValue, unit.rawValue, post.rawValue)
    sink.add(bytes: [
      community.rawValue, workflow, nature.rawValue, flags.rawValue, returns, redos, reopenings,
      extensions,
    ])
  }
}
