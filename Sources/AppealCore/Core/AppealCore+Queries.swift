import CivicTime

/// Looking, without changing anything: O(1) each.
extension AppealCore {
  /// When the next alarm rings; nil if none is pending.
  public var nextAlarm: Instant? {
    let first = alarms.peek.map { Instant(milliseconds: $0.key.instant) } ?? .distantFuture
    let next = min(first, systemAlarm)
    return next == .distantFuture ? nil : next
  }

  /// As `nextAlarm`, the distant future if none is pending.
  public var nextAlarmOrDistantFuture: Instant { nextAlarm ?? .distantFuture }

  /// Appeals neither ended nor merged into another.
  public var openAppeals: Int { slots.liveCount - mergedAppeals }

  /// Ended appeals within the longest window.
  public var rememberedAppeals: Int { tombstones.liveCount - liftedTombstones }

  /// The task that `take` would take.
  public func firstTask(on list: ListID) -> OpenTask? {
    guard list.index < tables.listCount, let first = lists.peek(in: list.index) else {
      return nil
    }
    let index = TaskSlot.index(first.slot)
    if TaskSlot.isSide(first.slot) {
      let side = sideTasks[index].pointee
      return OpenTask(appeal: side.number, work: .side(side.kind), due: side.due, rank: side.rank)
    }
    let slot = slots[index].pointee
    return OpenTask(appeal: slot.number, work: .node(slot.node), due: slot.due, rank: slot.rank)
  }

  /// Of several lists the one whose first task comes first by the policy's order; nil if there is
  /// no task, or with `urgentOnly` no urgent one. O(lists).
  public func mostPressing(
    among candidates: UnsafeBufferPointer<ListID>, urgentOnly: Bool
  ) -> ListID? {
    var best: (key: TaskKey, list: ListID)?
    for list in candidates where list.index < tables.listCount {
      guard let first = lists.peek(in: list.index) else { continue }
      if urgentOnly, first.key.rank > Rank.urgent { continue }
      if let known = best, !TaskKey.precedes(first.key, known.key) { continue }
      best = (first.key, list)
    }
    return best?.list
  }

  /// The channel that takes what comes by `channel` at an instant: itself, or its successor once it
  /// is closed; nil if it refuses, or is unknown.
  public func openChannel(for channel: ChannelID, at instant: Instant) -> ChannelID? {
    guard channel.index < tables.channelCount else { return nil }
    return try? tables.openChannel(channel, at: instant)
  }

  /// Tasks on a list; 0 for an unknown one.
  public func openTasks(on list: ListID) -> Int {
    list.index < tables.listCount ? lists.count(in: list.index) : 0
  }

  /// Nil for an appeal never submitted, or forgotten.
  public func view(of appeal: AppealNumber) -> AppealView? {
    switch directory[appeal] {
    case .open(let index): AppealView(slots[index].pointee)
    case .closed(let index):
      AppealView(
        tombstones[index].pointee,
        street: tables.streets[tombstones[index].pointee.community.index],
        workflow: workflow(of: tombstones[index].pointee))
    case .none: nil
    }
  }

  /// Whether the post where an appeal lies dispatches to a unit; false for an unknown appeal or unit.
  public func mayDispatch(_ appeal: AppealNumber, to unit: UnitID) -> Bool {
    guard case .open(let index) = directory[appeal], unit.index < tables.unitCount else {
      return false
    }
    return mayDispatch(slots[index], to: unit)
  }

  /// The post that alone dispatches to a unit, but for an emergency (`mayDispatch`); `ListID.none` if any may, or for an unknown unit.
  public func dispatchingPost(of unit: UnitID) -> ListID {
    unit.index < tables.unitCount ? tables.unitPosts[unit.index] : .none
  }

  /// Bytes held for appeals, lists, alarms and references; the policy's tables are not counted.
  public var allocatedBytes: Int {
    slots.allocatedBytes + sideTasks.allocatedBytes + sideIndex.allocatedBytes
      + contacts.allocatedBytes + tombstones.allocatedBytes + directory.allocatedBytes
      + references.allocatedBytes + lists.allocatedBytes + alarms.allocatedBytes
  }
}

// MARK: - Numbering of work lists

extension AppealCore {
  public var listCount: Int { tables.listCount }

  /// `ListID.none` for an unknown post, as for an unknown unit or street below.
  public func list(ofPost index: Int) -> ListID {
    0..<tables.postCount ~= index ? ListID(index) : .none
  }

  public func list(ofUnit unit: UnitID) -> ListID {
    unit.index < tables.unitCount ? tables.list(of: unit) : .none
  }

  public func list(ofVerifiersIn street: StreetID) -> ListID {
    street.index < tables.streetCount ? tables.verifiers(in: street) : .none
  }

  /// The desk of a kind of side task; nil for support, which is done on the units' lists.
  public func desk(of kind: SideTaskKind) -> ListID? {
    kind == .support ? nil : tables.desk(of: kind)
  }

  /// Whose list it is; nil for an unknown one.
  public func kind(of list: ListID) -> ListKind? {
    let index = list.index
    guard index < tables.listCount else { return nil }
    if index < tables.postCount { return .post(index) }
    if index < tables.postCount + tables.unitCount {
      return .unit(UnitID(index - tables.postCount))
    }
    let street = index - tables.postCount - tables.unitCount
    if street < tables.streetCount { return .verifiers(StreetID(street)) }
    let desk = street - tables.streetCount
    return SideTaskKind(rawValue: UInt8(truncatingIfNeeded: desk + 1)).map { .desk($0) }
  }
}

extension AppealView {
  init(_ slot: AppealSlot) {
    self.init(
      number: slot.number, reference: slot.reference, contactAt: slot.contactAt,
      submittedAt: slot.submittedAt, closedAt: nil, due: slot.due, nodeDue: slot.nodeDue,
      channel: slot.channel, nature: slot.nature, leaf: slot.leaf, community: slot.community,
      street: slot.street, node: slot.node, workflow: slot.workflow, leadUnit: slot.unit,
      status: Status(slot.place), list: slot.list, holder: slot.holder, rank: slot.rank,
      isBreached: slot.flags.contains(.breached), returns: slot.returns, redos: slot.redos,
      reopenings: slot.reopenings, extensions: slot.extensions, tags: slot.tags, lane: slot.lane,
      campaign: slot.campaign, adoption: slot.adoption, original: slot.original,
      pendingSupports: slot.supports, awaitsArbitration: slot.relieved != .none,
      isDisputed: slot.flags.contains(.disputed),
      isReplied: slot.flags.contains(.replied), nextRung: Rung(rawValue: slot.rung))
  }

  init(_ grave: Tombstone, street: StreetID, workflow: UInt8) {
    self.init(
      number: grave.number, reference: grave.reference, contactAt: grave.contactAt,
      submittedAt: grave.submittedAt, closedAt: grave.closedAt, due: grave.due,
      nodeDue: .distantFuture, channel: grave.channel, nature: grave.nature, leaf: grave.leaf,
      community: grave.community, street: street, node: .close, workflow: workflow,
      leadUnit: grave.unit, status: grave.flags.contains(.cancelled) ? .cancelled : .closed,
      list: .none, holder: .none, rank: Rank.normal,
      isBreached: grave.flags.contains(.breached), returns: grave.returns, redos: grave.redos,
      reopenings: grave.reopenings, extensions: grave.extensions, tags: grave.tags,
      lane: grave.lane, campaign: .none, adoption: grave.adoption, original: .none,
      pendingSupports: 0, awaitsArbitration: false, isDisputed: false,
      isReplied: grave.flags.contains(.replied), nextRung: nil)
  }
}

extension AppealView.Status {
  init(_ place: AppealSlot.Place) {
    switch place {
    case .listed: self = .listed
    case .held: self = .held
    case .suspended: self = .suspended
    case .merged: self = .merged
    }
  }
}

// MARK: - Sizes

extension AppealCore {
  /// Memory of one open appeal, without its places in lists, alarms and references.
  public static var bytesPerOpenAppeal: Int {
    max(AppealSlot.stride, MemoryLayout<AppealSlot>.size)
  }

  /// Memory of one closed appeal within the windows.
  public static var bytesPerTombstone: Int { MemoryLayout<Tombstone>.stride }
}
