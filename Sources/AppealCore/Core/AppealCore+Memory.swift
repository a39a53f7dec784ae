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
    if newestTombstone == .max {
      oldestTombstone = grave
      nextExpiry = now + tables.memory
    } else {
      tombstones[newestTombstone].pointee.next = grave
    }
    newestTombstone = grave
    directory.move(slot.number, to: .closed(grave))
    slots.release(index)
  }

  /// Forgets the ended appeals whose longest window is over before `now`, in order of time.
  @inline(never)
  mutating func forgetExpired() {
    while oldestTombstone != .max {
      let grave = tombstones[oldestTombstone].pointee
      let lastInstant = grave.closedAt + tables.memory
      guard lastInstant < now else {
        nextExpiry = lastInstant
        return
      }
      if grave.flags.contains(.lifted) {
        liftedTombstones -= 1
      } else {
        directory.remove(grave.number)
        references.remove(grave.reference)
      }
      tombstones.release(oldestTombstone)
      oldestTombstone = grave.next
    }
    newestTombstone = .max
    nextExpiry = .distantFuture
  }
}
