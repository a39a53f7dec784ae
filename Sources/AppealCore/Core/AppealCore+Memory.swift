import CivicTime

extension AppealCore {
  /// An open appeal ends: its task and its alarm go, a tombstone stays.
  mutating func bury(_ index: UInt32, flags: Tombstone.Flags) {
    let slot = slots[index].pointee
    if slot.place == .listed { lists.remove(slot: TaskSlot.appeal(index)) }
    if slot.firstSide != .max { dropSides(of: index) }
    alarms.remove(slot: index)
    let grave = tombstones.claim()
    tombstones[grave].initialize(to: Tombstone(of: slot, closedAt: now, flags: flags))
    chain(grave)
    directory.move(slot.number, to: .closed(grave))
    slots.release(index)
  }

  /// A tombstone becomes the newest of its chain.
  mutating func chain(_ grave: UInt32) {
    let nature = tombstones[grave].pointee.nature
    nextExpiry = min(nextExpiry, tombstones[grave].pointee.closedAt + memory(of: nature))
    if followsAdoption(nature) {
      if newestSuggestion == .max { oldestSuggestion = grave }
      follow(newestSuggestion, with: grave)
      newestSuggestion = grave
    } else {
      if newestTombstone == .max { oldestTombstone = grave }
      follow(newestTombstone, with: grave)
      newestTombstone = grave
    }
  }

  /// A suggestion may be adopted long after all else about an appeal is over.
  func followsAdoption(_ nature: Nature) -> Bool {
    tables.measures.hasAdoption && nature == .suggestion
  }

  /// How long an ended appeal is remembered.
  func memory(of nature: Nature) -> Milliseconds {
    followsAdoption(nature) ? max(tables.memory, tables.windows.adoption) : tables.memory
  }

  private func follow(_ newest: UInt32, with grave: UInt32) {
    if newest != .max { tombstones[newest].pointee.next = grave }
  }

  /// Forgets the ended appeals whose longest window is over before `now`, in order of time.
  @inline(never)
  mutating func forgetExpired() {
    oldestTombstone = forget(from: oldestTombstone)
    if oldestTombstone == .max { newestTombstone = .max }
    oldestSuggestion = forget(from: oldestSuggestion)
    if oldestSuggestion == .max { newestSuggestion = .max }
    nextExpiry = min(expiry(of: oldestTombstone), expiry(of: oldestSuggestion))
  }

  /// The last instant at which a tombstone is remembered; the distant future for none.
  private func expiry(of index: UInt32) -> Instant {
    guard index != .max else { return .distantFuture }
    return tombstones[index].pointee.closedAt + memory(of: tombstones[index].pointee.nature)
  }

  /// - Returns: the first of the chain that stays.
  private mutating func forget(from first: UInt32) -> UInt32 {
    var oldest = first
    while expiry(of: oldest) < now {
      let grave = tombstones[oldest].pointee
      if grave.flags.contains(.lifted) {
        liftedTombstones -= 1
      } else {
        directory.remove(grave.number)
        references.remove(grave.reference)
      }
      tombstones.release(oldest)
      oldest = grave.next
    }
    return oldest
  }
}
