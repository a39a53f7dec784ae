import CivicTime

/// Whose an appeal is: by the rules of the form (leaf × place), with what the history suggests.
extension AppealCore {
  /// The unit to dispatch to: the form's owner, unless a learned suggestion is sure enough;
  /// `UnitID.none` for an unknown appeal.
  public func suggestedUnit(for appeal: AppealNumber) -> UnitID {
    guard let subject = subject(appeal) else { return .none }
    return router.leader(subject) ?? tables.owner(of: subject.leaf, in: subject.street)
  }

  /// What the history suggests, best first; empty where routing does not learn, or for an unknown
  /// appeal.
  public func learnedSuggestions(for appeal: AppealNumber) -> [RoutingSuggestion] {
    guard router.isOn, let subject = subject(appeal) else { return [] }
    return router.suggestions(subject)
  }

  /// Which earlier cases speak for a unit, the strongest first.
  public func evidence(for unit: UnitID, on appeal: AppealNumber) -> [RoutingEvidence] {
    guard router.isOn, unit.index < tables.unitCount, let subject = subject(appeal) else {
      return []
    }
    return router.evidence(subject, for: unit)
  }

  func subject(_ appeal: AppealNumber) -> LearnedRouter.Subject? {
    switch directory[appeal] {
    case .open(let index): LearnedRouter.Subject(slots[index].pointee)
    case .closed(let index):
      LearnedRouter.Subject(
        leaf: tombstones[index].pointee.leaf,
        street: tables.streets[tombstones[index].pointee.community.index],
        community: tombstones[index].pointee.community,
        channel: tombstones[index].pointee.channel, nature: tombstones[index].pointee.nature)
    case .none: nil
    }
  }

  /// An appeal that a unit closed is a case; what was merged, or answered at once, is none.
  mutating func learnUnit(_ slot: UnsafeMutablePointer<AppealSlot>) {
    guard router.isOn, slot.pointee.unit != .none, slot.pointee.place == .held,
      !slot.pointee.flags.contains(.replied)
    else { return }
    router.learn(LearnedRouter.Subject(slot.pointee), slot.pointee.unit)
  }
}

extension LearnedRouter.Subject {
  init(_ slot: AppealSlot) {
    self.init(
      leaf: slot.leaf, street: slot.street, community: slot.community, channel: slot.channel,
      nature: slot.nature)
  }
}
