/// State as the words of records; `RecordDecoding` is the reverse.
extension SideTaskKind {
  /// Whether it goes on after the close of its appeal.
  var outlives: Bool { self == .liability || self == .callBack }
}

extension RecentTimes {
  func encode(_ cell: Int, into words: inout RecordWords) {
    for step in 0..<depth { words.append(instant(cell, step)) }
  }
}

extension UnitLedger {
  func encode(cases: UInt32, into words: inout RecordWords) {
    words.append(dispatched, closed)
    words.append(closedOnTime, breaches)
    words.append(returns, groundlessReturns)
    words.append(pingPongs, untouched)
    words.append(rungs, credits)
    words.append(isHeldToAccount ? 1 : 0, cases)
  }
}

extension AppealSlot {
  /// Words of a record before those of its side tasks.
  static let wordCount = 22

  func encode(into words: inout RecordWords) {
    words.append(holder.rawValue, textKey)
    words.append(reference)
    words.append(due)
    words.append(nodeDue)
    words.append(rungAt)
    words.append(chaseAt)
    words.append(contactAt)
    words.append(submittedAt)
    words.append(countedFrom)
    words.append(clockFrom)
    words.append(UInt64(bitPattern: budget))
    words.append(UInt64(bitPattern: nodeBudget))
    words.append(parent.rawValue, firstChild.rawValue)
    words.append(lastChild.rawValue, nextSibling.rawValue)
    words.append(list.rawValue, leaf.rawValue, unit.rawValue, post.rawValue)
    words.append(reportedLeaf.rawValue, channel.rawValue, relieved.rawValue, flags.rawValue)
    words.append(tags.rawValue)
    words.append(citizen)
    words.append(original.rawValue, 0)
    words.append(returners.rawValue)
    words.append(
      workflow, nature.rawValue, node.rawValue, place.rawValue, rank, rung, street.rawValue,
      community.rawValue)
    words.append(
      returns, redos, reopenings, extensions, traits.rawValue,
      lane.rawValue | adoption.rawValue << 4,
      campaign.rawValue, supports)
  }
}

extension SideTask {
  static let wordCount = 2

  func encode(into words: inout RecordWords) {
    let small =
      UInt64(list.rawValue) | UInt64(kind.rawValue) << 16 | UInt64(place.rawValue) << 24
      | UInt64(rank) << 28
    words.append(small | UInt64(holder.rawValue) << 32)
    words.append(due)
  }
}

extension Tombstone {
  static let wordCount = 8

  func encode(into words: inout RecordWords) {
    words.append(reference)
    words.append(contactAt)
    words.append(submittedAt)
    words.append(closedAt)
    words.append(due)
    words.append(leaf.rawValue, channel.rawValue, unit.rawValue, post.rawValue)
    words.append(tags.rawValue)
    words.append(
      community.rawValue, nature.rawValue, flags.rawValue, lane.rawValue | adoption.rawValue << 4,
      returns, redos, reopenings, extensions)
  }
}

extension RoutingHistory {
  /// Weights and the number of cases under 0, then a class of cases with its cells under each
  /// number.
  func encode(_ id: UInt64, into words: inout RecordWords) -> Bool {
    if id == 0 {
      words.append(counts.cases)
      for weight in weights { words.append(weight.bitPattern) }
      return true
    }
    guard id <= UInt64(counts.keys.count) else { return false }
    let slot = Int(id - 1)
    words.append(counts.keys[slot])
    for cell in counts.cells[counts.spans[slot].range] {
      words.append(UInt64(cell.subject) << 32 | UInt64(cell.cases))
    }
    return true
  }
}
