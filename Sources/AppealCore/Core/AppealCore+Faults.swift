import CivicTime

/// The invariants of single appeals and tasks, said once: `audit()` stops at a fault, restoring a
/// snapshot throws it. Each function returns the first fault, or nil.
extension AppealCore {
  typealias SlotPointer = UnsafeMutablePointer<AppealSlot>

  /// Whether all numbers of an open appeal name something; needed before anything else is asked.
  func rangeFault(_ slot: SlotPointer) -> String? {
    nameFault(slot) ?? timeFault(slot)
  }

  private func nameFault(_ slot: SlotPointer) -> String? {
    let open = slot.pointee
    if !isKnown(open.number) || !isKnownOrNone(open.original) { return "an unknown appeal" }
    if let fault = placeNameFault(
      open.leaf, open.channel, open.community, open.unit, open.post, open.tags)
    {
      return fault
    }
    if open.reportedLeaf.index >= tables.leafCount { return "reported under an unknown leaf" }
    if open.street != tables.streets[open.community.index] { return "another community's street" }
    if !isKnownOrNone(open.relieved) { return "an unknown unit was relieved" }
    if open.list.index >= tables.listCount { return "on an unknown list" }
    if Int(open.workflow) >= tables.workflowCount { return "an unknown workflow" }
    if open.node == .appraise { return "an open appeal waits for its appraisal" }
    if open.campaign != .none && open.campaign.index >= tables.measures.campaigns.count {
      return "an unknown campaign"
    }
    if open.rung > 4 { return "a rung beyond the last" }
    if open.returns > tables.returns.limit { return "more returns than allowed" }
    if open.citizen >= RecentContacts.citizensMost { return "an unknown citizen" }
    return nil
  }

  /// What open and closed appeals have in common.
  func placeNameFault(
    _ leaf: LeafID, _ channel: ChannelID, _ community: CommunityID, _ unit: UnitID,
    _ post: ListID, _ tags: TagSet
  ) -> String? {
    if leaf.index >= tables.leafCount { return "an appeal of no category" }
    if channel.index >= tables.channelCount { return "an unknown channel" }
    if community.index >= tables.communityCount { return "an unknown community" }
    if !isKnownOrNone(unit) { return "an unknown lead unit" }
    if post.index >= tables.postCount { return "dispatched by what is no post" }
    if !tags.isSubset(of: tables.measures.tags.known) { return "a tag that is not registered" }
    return nil
  }

  func isKnown(_ number: AppealNumber) -> Bool {
    number != .none && number.index <= acceptedAppeals
  }

  func isKnownOrNone(_ number: AppealNumber) -> Bool { number.index <= acceptedAppeals }

  func isKnownOrNone(_ unit: UnitID) -> Bool { unit == .none || unit.index < tables.unitCount }

  private func timeFault(_ slot: SlotPointer) -> String? {
    for instant in [slot.pointee.due, slot.pointee.nodeDue]
    where !PackedInstant.holds(instant) {
      return "a deadline out of range"
    }
    let isInOrder =
      slot.pointee.contactAt <= slot.pointee.submittedAt
      && slot.pointee.submittedAt <= slot.pointee.countedFrom && slot.pointee.countedFrom <= now
    let isInside =
      PackedInstant.holds(slot.pointee.contactAt) && clock.covers(slot.pointee.submittedAt)
      && clock.covers(slot.pointee.countedFrom)
    if !isInOrder || !isInside { return "odd times" }
    if slot.pointee.budget < 0 || slot.pointee.nodeBudget < 0 { return "less than no time left" }
    let isAtRest =
      slot.pointee.budget == 0 && slot.pointee.nodeBudget == 0
      && slot.pointee.flags.isDisjoint(with: [.elapsedBudget, .elapsedNodeBudget])
    return slot.pointee.place == .suspended || isAtRest ? nil : "time is kept while clocks run"
  }
}

extension AppealCore {
  /// Whether a side task is on a list of its kind, and in hands only if taken.
  func sideFault(_ side: SideTask) -> String? {
    if !isKnown(side.number) { return "a side task of an unknown appeal" }
    let isOnList =
      side.kind == .support
      ? (tables.postCount..<tables.postCount + tables.unitCount).contains(side.list.index)
      : side.list == tables.desk(of: side.kind)
    if !isOnList { return "a side task on a list of another kind" }
    if side.rank > Rank.normal { return "an unknown rank" }
    if (side.place == .held) != (side.holder != .none) { return "a side task half held" }
    if side.place == .planned && side.kind != .support { return "only support is planned" }
    return nil
  }

  /// Whether what stays of a closed appeal makes sense.
  func graveFault(_ grave: Tombstone) -> String? {
    if !isKnown(grave.number) { return "an unknown appeal" }
    if let fault = placeNameFault(
      grave.leaf, grave.channel, grave.community, grave.unit, grave.post, grave.tags)
    {
      return fault
    }
    if !grave.flags.isSubset(of: .known) { return "an unknown flag" }
    if grave.returns > tables.returns.limit { return "more returns than allowed" }
    let isInOrder =
      grave.contactAt <= grave.submittedAt && grave.submittedAt <= grave.closedAt
      && grave.closedAt <= now && clock.covers(grave.submittedAt)
    return isInOrder ? nil : "odd times"
  }
}

extension Tombstone.Flags {
  /// A snapshot holds none that was lifted.
  static let known = Tombstone.Flags(rawValue: 0x6F)
}
