import AppealCore
import CivicTime

/// Rules, straight from the policy.
extension Oracle {
  func deadline(_ target: Target, _ instant: Instant) -> Instant {
    policy.calendar.clock.deadline(for: target, from: instant)
  }

  func workflow(_ leaf: LeafID, _ nature: Nature) -> Workflow {
    policy.workflows.first {
      $0.natures.contains(nature) && (!$0.onlySimpleLeaves || leaves[leaf.index].simple)
    } ?? .general
  }

  func target(_ leaf: LeafID, _ nature: Nature) -> Target {
    let levels = policy.serviceLevels
    if let exception = levels.leaves[leaf] { return exception }
    if levels.classed.contains(nature) {
      return levels.classes[Int(leaves[leaf.index].limitClass)]
    }
    return levels.overall[nature] ?? .none
  }

  /// The earliest of the usual limit, the campaign's and the emergency's.
  func due(
    _ leaf: LeafID, _ nature: Nature, _ street: StreetID, _ campaign: CampaignID, _ instant: Instant
  ) -> Instant {
    var due = deadline(target(leaf, nature), instant)
    if campaign != .none, let target = policy.measures.campaigns[campaign.index].target {
      due = min(due, deadline(target, instant))
    }
    if let rules = policy.measures.emergency, areas[street.index].isEmergency,
      rules.leaves.contains(leaf)
    {
      due = min(due, deadline(rules.target, instant))
    }
    return due
  }

  func campaign(_ leaf: LeafID, _ street: StreetID, _ instant: Instant) -> CampaignID {
    let index = policy.measures.campaigns.firstIndex {
      $0.from <= instant && instant < $0.until && ($0.leaves.isEmpty || $0.leaves.contains(leaf))
        && ($0.streets.isEmpty || $0.streets.contains(street))
    }
    return index.map { CampaignID($0) } ?? .none
  }

  func rank(_ item: Item) -> UInt8 {
    var ranks = [Rank.normal]
    if case .elapsed(let span) = target(item.leaf, item.nature),
      span <= policy.serviceLevels.urgentUpTo
    {
      ranks.append(Rank.urgent)
    }
    let measures = policy.measures
    if item.details.lane != .common, let rule = measures.lanes[item.details.lane] {
      ranks.append(rule.rank)
    }
    if item.campaign != .none, let rank = measures.campaigns[item.campaign.index].rank {
      ranks.append(rank)
    }
    for (index, kind) in measures.tags.kinds.enumerated() where item.tags.contains(TagID(index)) {
      if let rank = kind.rank { ranks.append(rank) }
    }
    if measures.emergency?.leaves.contains(item.leaf) == true, areas[item.street.index].isEmergency
    {
      ranks.append(Rank.urgent)
    }
    return ranks.min() ?? Rank.normal
  }

  func isKey(_ item: Item) -> Bool {
    policy.measures.tags.kinds.enumerated().contains {
      $0.element.isKey && item.tags.contains(TagID($0.offset))
    }
  }

  func charged(_ unit: UnitID) -> UnitLedger { ledgers[list(of: unit).index] }

  /// The unit's own post dispatches to it, or the one that dispatches for a street in emergency.
  mutating func checkPost(_ entry: JournalEntry, _ item: Item, _ unit: UnitID) {
    let posts = policy.dispatch.unitPosts
    guard unit.index < posts.count, posts[unit.index] != .none else { return }
    let isEmergency = areas[item.street.index].isEmergency
    let merged = isEmergency ? policy.measures.emergency?.post : nil
    let leadsOn = owed.contains("#\(item.number.rawValue) leads on \(unit.rawValue)")
    expect(
      entry, posts[unit.index] == item.list || merged == item.list || leadsOn,
      "another post dispatches to it")
  }

  /// A task on a list: an appeal's own, or its side task.
  struct Key: Equatable {
    var number: AppealNumber
    var side: SideTaskKind?
    init(_ number: AppealNumber, _ side: SideTaskKind?) {
      self.number = number
      self.side = side
    }
  }

  /// The first task of a list, by comparing all.
  func first(on list: ListID) -> Key? {
    let order = policy.dispatch.order
    func weight(_ rank: UInt8, _ due: Instant) -> (UInt8, Instant) {
      (order == .strictArrival ? 0 : rank, order == .deadline ? due : .distantPast)
    }
    var best: (weight: (UInt8, Instant), key: Key)?
    func offer(_ rank: UInt8, _ due: Instant, _ key: Key) {
      let weight = weight(rank, due)
      if let best,
        (best.weight.0, best.weight.1, best.key.number) <= (weight.0, weight.1, key.number)
      {
        return
      }
      best = (weight, key)
    }
    for item in items.values where item.place == .listed && item.list == list {
      offer(rank(item), item.due, Key(item.number, nil))
    }
    for side in sides where side.place == .listed && side.list == list {
      guard side.kind == .support || side.kind == .chase, let item = items[side.appeal] else {
        offer(side.ownRank, side.due, Key(side.appeal, side.kind))
        continue
      }
      // A part of the appeal's work is as pressing as the appeal.
      offer(rank(item), item.due, Key(side.appeal, side.kind))
    }
    return best?.key
  }

  func mayHandOver(_ from: ListID, _ to: ListID) -> Bool {
    let posts = policy.dispatch.posts
    guard to.index < posts.count else { return false }
    func above(_ list: ListID) -> [ListID] {
      let parent = posts[list.index].parent
      return parent == .none ? [] : [parent] + above(parent)
    }
    if above(from).contains(to) { return policy.dispatch.handOvers.contains(.up) }
    return policy.dispatch.handOvers.contains(above(to).contains(from) ? .down : .across)
  }

  /// The post at the top of the tree: the district's, which is the first here.
  var top: ListID { ListID(0) }

  /// Tags of the rules for which a condition holds.
  func tags(_ holds: (TagRule.Condition) -> Bool) -> TagSet {
    TagSet(policy.measures.tags.rules.filter { holds($0.condition) }.map { TagSet($0.tag) })
  }

  func intake(_ submission: Submission, _ details: Submission.Details, _ street: StreetID) -> ListID
  {
    if let rules = policy.measures.emergency, rules.post != .none, areas[street.index].isEmergency {
      return rules.post
    }
    return usualIntake(submission, details, street)
  }

  func usualIntake(
    _ submission: Submission, _ details: Submission.Details, _ street: StreetID
  ) -> ListID {
    if !details.traits.contains(.structured) && policy.dispatch.unclear != .none {
      return policy.dispatch.unclear
    }
    return policy.dispatch.intake[submission.channel.index][street.index]
  }

  func share(_ percent: Int64, _ start: Instant, _ due: Instant) -> Instant {
    due == .distantFuture ? due : start + max(due - start, 0) / 100 * percent
  }

  func supports(of number: AppealNumber) -> [Side] {
    sides.filter { $0.appeal == number && $0.kind == .support }
  }
}
