/// How pressing an appeal is: the most pressing of what its limit, lane, campaign, tags and the mode
/// of its area say.
extension AppealCore {
  @inline(__always)
  func rank(of slot: UnsafeMutablePointer<AppealSlot>) -> UInt8 {
    var rank = tables.rule(slot.pointee.leaf, slot.pointee.nature).rank
    if rank == Rank.urgent { return rank }
    if slot.pointee.lane != .common {
      rank = min(rank, tables.measures.lanes[Int(slot.pointee.lane.rawValue)].rank)
    }
    rank = min(rank, tables.measures.campaigns.rank(of: slot.pointee.campaign))
    if !slot.pointee.tags.isEmpty {
      if !slot.pointee.tags.isDisjoint(with: tables.measures.tags.urgent) { return Rank.urgent }
      if !slot.pointee.tags.isDisjoint(with: tables.measures.tags.priority) {
        rank = min(rank, Rank.priority)
      }
    }
    return isListedInEmergency(slot.pointee.leaf, slot.pointee.street) ? Rank.urgent : rank
  }

  /// The rank follows what it depends on; a task on a list moves to its new place.
  mutating func rerank(_ index: UInt32) {
    let slot = slots[index]
    let rank = rank(of: slot)
    guard rank != slot.pointee.rank else { return }
    slot.pointee.rank = rank
    if slot.pointee.place == .listed {
      lists.rekey(slot: TaskSlot.appeal(index), to: taskKey(index))
    }
    if slot.pointee.firstSide != .max { followSides(index) }
  }
}
