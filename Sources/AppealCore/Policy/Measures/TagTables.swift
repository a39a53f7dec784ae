/// The tags that follow from what is known of an appeal, by table.
struct TagTables: ~Copyable {
  let byLeafAndNature: UnsafeMutablePointer<TagSet>
  let byChannel: UnsafeMutablePointer<TagSet>
  let byStreet: UnsafeMutablePointer<TagSet>
  let byLane: UnsafeMutablePointer<TagSet>
  let byCampaign: UnsafeMutablePointer<TagSet>
  /// Tags set at the count of returns, redos, reopenings, up to 255 of each.
  let byReturns: UnsafeMutablePointer<TagSet>
  let byRedos: UnsafeMutablePointer<TagSet>
  let byReopenings: UnsafeMutablePointer<TagSet>
  let unstructured: TagSet
  let withPhotos: TagSet
  let afterHours: TagSet
  let isRepeat: TagSet
  let inEmergency: TagSet
  let burst: TagSet
  let sensitive: TagSet
  let extended: TagSet
  let overdue: TagSet
  let supported: TagSet
  let disputed: TagSet
  /// By rung.
  let rungs: (TagSet, TagSet, TagSet, TagSet)
  /// Tags that make an appeal urgent, or give it priority.
  let urgent: TagSet
  let priority: TagSet
  /// Tags that are supervised more closely.
  let key: TagSet
  /// All kinds there are.
  let known: TagSet
  /// Tags that rules other than those of leaf, nature and campaign set.
  let byCourse: TagSet

  init(_ policy: borrowing Policy) {
    let registry = policy.measures.tags
    func set(_ matches: (TagRule.Condition) -> Bool) -> TagSet {
      registry.rules.reduce(into: []) { if matches($1.condition) { $0.insert(TagSet($1.tag)) } }
    }
    func kinds(_ matches: (TagKind) -> Bool) -> TagSet {
      TagSet(
        registry.kinds.indices.filter { matches(registry.kinds[$0]) }.map { TagSet(TagID($0)) })
    }
    let natures = Nature.allCases.map { nature in set { $0 == .nature(nature) } }
    byLeafAndNature = block(
      of: registry.byLeaf(policy.allLeaves.count).flatMap { leaf in natures.map(leaf.union) })
    byChannel = block(
      of: policy.channels.indices.map { at in set { $0 == .channel(ChannelID(at)) } })
    byStreet = block(
      of: policy.places.streets.indices.map { at in set { $0 == .street(StreetID(at)) } })
    byLane = block(of: Lane.allCases.map { lane in set { $0 == .lane(lane) } })
    byCampaign = block(
      of: policy.measures.campaigns.indices.map { at in set { $0 == .campaign(CampaignID(at)) } })
    byReturns = block(
      of: registry.byCount { if case .returned(let times) = $0 { times } else { nil } })
    byRedos = block(of: registry.byCount { if case .redone(let times) = $0 { times } else { nil } })
    byReopenings = block(
      of: registry.byCount { if case .reopened(let times) = $0 { times } else { nil } })
    unstructured = set { $0 == .unstructured }
    withPhotos = set { $0 == .withPhotos }
    afterHours = set { $0 == .afterHours }
    isRepeat = set { $0 == .isRepeat }
    inEmergency = set { $0 == .inEmergency }
    burst = set { $0 == .alert(.burst) }
    sensitive = set { $0 == .alert(.sensitive) }
    extended = set { $0 == .extended }
    overdue = set { $0 == .overdue }
    supported = set { $0 == .supported }
    disputed = set { $0 == .disputed }
    rungs = (
      set { $0 == .rung(.remind) }, set { $0 == .rung(.supervise) }, set { $0 == .rung(.notice) },
      set { $0 == .rung(.account) }
    )
    urgent = kinds { $0.rank == Rank.urgent }
    priority = kinds { $0.rank == Rank.priority }
    key = kinds { $0.isKey }
    known = kinds { _ in true }
    byCourse = set { condition in
      switch condition {
      case .leaves, .nature, .campaign: false
      default: true
      }
    }
  }

  /// What the rules of leaf, nature and campaign set.
  func tags(of leaf: LeafID, _ nature: Nature, _ campaign: CampaignID) -> TagSet {
    if known.isEmpty { return [] }
    let tags = byLeafAndNature[leaf.index * Nature.count + Int(nature.rawValue)]
    return campaign == .none ? tags : tags.union(byCampaign[campaign.index])
  }

  deinit {
    for table in [
      byLeafAndNature, byChannel, byStreet, byLane, byCampaign, byReturns, byRedos, byReopenings,
    ] {
      table.deallocate()
    }
  }

  func at(_ rung: Rung) -> TagSet {
    switch rung {
    case .remind: rungs.0
    case .supervise: rungs.1
    case .notice: rungs.2
    case .account: rungs.3
    }
  }
}

extension TagRegistry {
  fileprivate func byLeaf(_ count: Int) -> [TagSet] {
    var sets = [TagSet](repeating: [], count: count)
    for rule in rules {
      guard case .leaves(let leaves) = rule.condition else { continue }
      for leaf in leaves { sets[leaf.index].insert(TagSet(rule.tag)) }
    }
    return sets
  }

  fileprivate func byCount(_ times: (TagRule.Condition) -> UInt8?) -> [TagSet] {
    var sets = [TagSet](repeating: [], count: 256)
    for rule in rules {
      if let count = times(rule.condition) { sets[Int(count)].insert(TagSet(rule.tag)) }
    }
    return sets
  }
}
