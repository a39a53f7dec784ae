import CivicTime

/// Records back into state. Each returns nil where a field has a value without meaning; bits that
/// no field uses show when the result is encoded again.
extension AppealSlot {
  init?(_ number: AppealNumber, _ words: borrowing RecordWords) {
    guard words.count >= Self.wordCount, let nature = Nature(rawValue: words.byte(20, 1)),
      let node = Node(rawValue: words.byte(20, 2)), let place = Place(rawValue: words.byte(20, 3)),
      let lane = Lane(rawValue: words.byte(21, 5) & 15),
      let adoption = AdoptionState(rawValue: words.byte(21, 5) >> 4)
    else { return nil }
    self.init(
      due: words.instant(2), nodeDue: words.instant(3), rungAt: words.instant(4), number: number,
      holder: StaffID(rawValue: words.low(0)), list: ListID(rawValue: words.short(14, 0)),
      leaf: LeafID(rawValue: words.short(14, 1)), unit: UnitID(rawValue: words.short(14, 2)),
      post: ListID(rawValue: words.short(14, 3)), workflow: words.byte(20, 0), nature: nature,
      node: node, place: place, rank: words.byte(20, 4), rung: words.byte(20, 5),
      flags: Flags(rawValue: words.short(15, 3)), tags: TagSet(rawValue: words[16]),
      street: StreetID(rawValue: words.byte(20, 6)),
      community: CommunityID(rawValue: words.byte(20, 7)),
      channel: ChannelID(rawValue: words.short(15, 1)), reference: words[1],
      contactAt: words.instant(6), submittedAt: words.instant(7), countedFrom: words.instant(8),
      clockFrom: words.instant(9),
      chaseAt: words.instant(5), reportedLeaf: LeafID(rawValue: words.short(15, 0)),
      lane: lane, adoption: adoption)
    setCounts(words)
  }

  private mutating func setCounts(_ words: borrowing RecordWords) {
    textKey = words.high(0)
    budget = Int64(bitPattern: words[10])
    nodeBudget = Int64(bitPattern: words[11])
    parent = AppealNumber(rawValue: words.low(12))
    firstChild = AppealNumber(rawValue: words.high(12))
    lastChild = AppealNumber(rawValue: words.low(13))
    nextSibling = AppealNumber(rawValue: words.high(13))
    relieved = UnitID(rawValue: words.short(15, 2))
    citizen = words[17]
    original = AppealNumber(rawValue: words.low(18))
    returns = words.byte(21, 0)
    redos = words.byte(21, 1)
    reopenings = words.byte(21, 2)
    extensions = words.byte(21, 3)
    traits = Traits(rawValue: words.byte(21, 4))
    campaign = CampaignID(rawValue: words.byte(21, 6))
    returners = ReturningUnits(rawValue: words[19])
    supports = words.byte(21, 7)
  }
}

extension Tombstone {
  init?(_ number: AppealNumber, _ words: borrowing RecordWords) {
    guard words.count == Self.wordCount, let nature = Nature(rawValue: words.byte(7, 1)),
      let lane = Lane(rawValue: words.byte(7, 3) & 15),
      let adoption = AdoptionState(rawValue: words.byte(7, 3) >> 4),
      (1...4).allSatisfy({ PackedInstant.holds(words.instant($0)) })
    else { return nil }
    var slot = AppealSlot(
      due: words.instant(4), nodeDue: .distantFuture, number: number, list: .none,
      leaf: LeafID(rawValue: words.short(5, 0)), unit: UnitID(rawValue: words.short(5, 2)),
      post: ListID(rawValue: words.short(5, 3)), workflow: 0, nature: nature, node: .close,
      rank: Rank.normal, tags: TagSet(rawValue: words[6]), street: StreetID(0),
      community: CommunityID(rawValue: words.byte(7, 0)), returns: words.byte(7, 4),
      redos: words.byte(7, 5), reopenings: words.byte(7, 6), extensions: words.byte(7, 7),
      channel: ChannelID(rawValue: words.short(5, 1)), reference: words[0],
      contactAt: words.instant(1), submittedAt: words.instant(2), countedFrom: words.instant(2),
      clockFrom: words.instant(2),
      reportedLeaf: LeafID(0))
    slot.lane = lane
    slot.adoption = adoption
    self.init(of: slot, closedAt: words.instant(3), flags: Flags(rawValue: words.byte(7, 2)))
  }
}

extension SideTask {
  /// From the two words at `position`.
  init?(_ number: AppealNumber, _ words: borrowing RecordWords, at position: Int) {
    guard words.count >= position + Self.wordCount,
      let kind = SideTaskKind(rawValue: words.byte(position, 2)),
      let place = Place(rawValue: words.byte(position, 3) & 15)
    else { return nil }
    self.init(
      due: words.instant(position + 1), number: number,
      holder: StaffID(rawValue: words.high(position)),
      list: ListID(rawValue: words.short(position, 0)), kind: kind, place: place,
      rank: words.byte(position, 3) >> 4)
  }
}

extension UnitLedger {
  init?(_ words: borrowing RecordWords) {
    guard words.count == 6, words.low(5) < 2 else { return nil }
    self.init()
    (dispatched, closed) = (words.low(0), words.high(0))
    (closedOnTime, breaches) = (words.low(1), words.high(1))
    (returns, groundlessReturns) = (words.low(2), words.high(2))
    (pingPongs, untouched) = (words.low(3), words.high(3))
    (rungs, credits) = (words.low(4), words.high(4))
    isHeldToAccount = words.low(5) == 1
  }

  /// The largest of its counts of entries.
  var largestCount: UInt32 {
    [
      dispatched, closed, closedOnTime, breaches, returns, groundlessReturns, pingPongs, untouched,
      rungs,
    ].max() ?? 0
  }
}

extension RecordWords {
  /// Whether `other` stands here from `position` on.
  func holds(_ other: borrowing RecordWords, at position: Int) -> Bool {
    guard position + other.count <= count else { return false }
    for step in 0..<other.count where self[position + step] != other[step] { return false }
    return true
  }
}
