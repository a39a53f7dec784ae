/// The history of a core, and what it takes to ask it: levels of leaves by number, and room for a
/// ranking.
struct LearnedRouter: ~Copyable {
  let isOn: Bool
  let leadsFrom: Double
  var history: RoutingHistory
  private let ranking: UnsafeMutablePointer<RoutingRanking>
  let level1: UnsafeMutablePointer<UInt16>
  let level2: UnsafeMutablePointer<UInt16>

  init(_ policy: borrowing Policy) {
    isOn = policy.measures.learnedRouting != nil
    leadsFrom = Double(policy.measures.learnedRouting?.leadsFrom ?? 101) / 100
    let places = policy.places.streets + policy.places.communities.map(\.name)
    let units = policy.units.map(\.name)
    history = RoutingHistory(roles: isOn ? UnitRoles.roles(of: units, places: places) : [])
    ranking = .allocate(capacity: 1)
    ranking.initialize(to: RoutingRanking(best: 3))
    let leaves = isOn ? policy.allLeaves : []
    level1 = block(of: numbered(leaves.map(\.level1)))
    level2 = block(of: numbered(leaves.map { $0.level1 + "/" + $0.level2 }))
  }

  deinit {
    ranking.deinitialize(count: 1)
    ranking.deallocate()
    level1.deallocate()
    level2.deallocate()
  }

  private func features(_ view: Subject) -> RoutingFeatures {
    RoutingFeatures(
      level1: level1[view.leaf.index], level2: level2[view.leaf.index], leaf: view.leaf.rawValue,
      street: UInt16(view.street.rawValue), community: UInt16(view.community.rawValue),
      channel: view.channel.rawValue, nature: UInt16(view.nature.rawValue))
  }

  /// What the history knows an appeal by.
  struct Subject: BitwiseCopyable {
    var leaf: LeafID
    var street: StreetID
    var community: CommunityID
    var channel: ChannelID
    var nature: Nature
  }

  /// The ordinals of the known classes of cases that a subject belongs to.
  func forEachClass(of subject: Subject, _ body: (Int) -> Void) {
    let features = features(subject)
    RoutingContext.forEach { context in
      if let known = history.counts.context(of: context.key(of: features)) { body(known) }
    }
  }

  mutating func learn(_ subject: Subject, _ unit: UnitID) {
    history.learn(features(subject), unit: unit)
  }

  /// The best units, best first.
  func suggestions(_ subject: Subject) -> [RoutingSuggestion] {
    history.suggest(features(subject), into: &ranking.pointee)
    return ranking.pointee.suggestions
  }

  /// The unit that stands before the form's owner; nil where no suggestion is sure enough.
  func leader(_ subject: Subject) -> UnitID? {
    guard isOn, leadsFrom <= 1 else { return nil }
    history.suggest(features(subject), into: &ranking.pointee)
    guard let best = ranking.pointee.suggestions.first, best.share >= leadsFrom else { return nil }
    return best.unit
  }

  func evidence(_ subject: Subject, for unit: UnitID) -> [RoutingEvidence] {
    history.evidence(features(subject), for: unit)
  }
}

/// The number of each name, in the order of first appearance.
private func numbered(_ names: [String]) -> [UInt16] {
  var numbers: [String: UInt16] = [:]
  return names.map { name in
    let number = numbers[name] ?? UInt16(numbers.count)
    numbers[name] = number
    return number
  }
}
