import CivicTime

/// A validated policy, flattened into plain memory for decisions in constant time.
struct PolicyTables: ~Copyable {
  /// What a leaf and a nature lead to.
  struct LeafRule: BitwiseCopyable {
    /// Index into `targets`.
    var target: UInt16
    var workflow: UInt8
    var rank: UInt8
  }

  struct ChannelRule: BitwiseCopyable {
    /// Closed from this instant on.
    var closesAt: Instant
    var successor: ChannelID
    var redirects: Bool
    var requires: Traits
  }

  struct PostRule: BitwiseCopyable {
    var parent: ListID
  }

  let channelCount: Int
  let leafCount: Int
  let streetCount: Int
  let communityCount: Int
  let unitCount: Int
  let postCount: Int
  let workflowCount: Int
  let topPost: ListID
  /// Where appeals in free text go; `ListID.none`: as all others.
  let unclear: ListID
  let mayHandUp: Bool
  let mayHandDown: Bool
  let mayHandAcross: Bool
  let order: WorkListOrder
  let returns: ReturnRules
  let windows: Windows
  /// The longest window but that of adoption: how long a closed appeal is remembered.
  let memory: Milliseconds

  let rules: UnsafeMutablePointer<LeafRule>
  let targets: UnsafeMutablePointer<Target>
  let nodeTargets: UnsafeMutablePointer<Target>
  let needsEvidence: UnsafeMutablePointer<Bool>
  let owners: UnsafeMutablePointer<UnitID>
  let streets: UnsafeMutablePointer<StreetID>
  let channels: UnsafeMutablePointer<ChannelRule>
  let intakes: UnsafeMutablePointer<ListID>
  let unitPosts: UnsafeMutablePointer<ListID>
  let nextNodes: UnsafeMutablePointer<Node>
  let firstNodes: UnsafeMutablePointer<Node>
  let appraised: UnsafeMutablePointer<Bool>
  /// By workflow: whether results are reported at a node of their own.
  let givesFeedback: UnsafeMutablePointer<Bool>
  let posts: UnsafeMutablePointer<PostRule>
  let measures: MeasureTables

  /// The policy must have been validated.
  init(_ policy: borrowing Policy) {
    channelCount = policy.channels.count
    let leaves = policy.allLeaves
    leafCount = leaves.count
    streetCount = policy.places.streets.count
    communityCount = policy.places.communities.count
    unitCount = policy.units.count
    postCount = policy.dispatch.posts.count
    workflowCount = policy.workflows.count
    topPost = policy.dispatch.topPost
    unclear = policy.dispatch.unclear
    mayHandUp = policy.dispatch.handOvers.contains(.up)
    mayHandDown = policy.dispatch.handOvers.contains(.down)
    mayHandAcross = policy.dispatch.handOvers.contains(.across)
    order = policy.dispatch.order
    returns = policy.returns
    windows = policy.windows
    memory = max(
      windows.appraisal, windows.reopening, windows.idempotency,
      policy.measures.duplicates?.window ?? 0)

    rules = block(of: policy.leafRules())
    targets = block(of: policy.serviceLevels.targetPool)
    nodeTargets = block(of: Node.allCases.map { policy.serviceLevels.nodes[$0] ?? .none })
    needsEvidence = block(of: leaves.map(\.evidence))
    owners = block(
      of: (policy.form.owners + (policy.measures.edition?.form.owners ?? [])).flatMap { $0 })
    streets = block(of: policy.places.communities.map(\.street))
    channels = block(of: policy.channels.map(ChannelRule.init))
    intakes = block(of: policy.dispatch.intake.flatMap { $0 })
    unitPosts = block(of: policy.units.indices.map(policy.dispatch.post(ofUnit:)))
    nextNodes = block(of: policy.workflows.flatMap(\.successors))
    firstNodes = block(of: policy.workflows.map { $0.nodes[0] })
    appraised = block(of: policy.workflows.map { $0.nodes.contains(.appraise) })
    givesFeedback = block(of: policy.workflows.map { $0.nodes.contains(.feedback) })
    posts = block(of: policy.dispatch.posts.map { PostRule(parent: $0.parent) })
    measures = MeasureTables(policy)
  }

  deinit {
    rules.deallocate()
    targets.deallocate()
    nodeTargets.deallocate()
    needsEvidence.deallocate()
    owners.deallocate()
    streets.deallocate()
    channels.deallocate()
    intakes.deallocate()
    unitPosts.deallocate()
    nextNodes.deallocate()
    firstNodes.deallocate()
    appraised.deallocate()
    givesFeedback.deallocate()
    posts.deallocate()
  }
}

/// A copy of `elements` in memory of its own.
func block<Element: BitwiseCopyable>(of elements: [Element]) -> UnsafeMutablePointer<
  Element
> {
  let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
  for (index, element) in elements.enumerated() { (memory + index).initialize(to: element) }
  return memory
}

extension PolicyTables.ChannelRule {
  fileprivate init(_ channel: Channel) {
    redirects = channel.whenClosed == .redirect
    requires = channel.requires
    switch channel.phase {
    case .open: (closesAt, successor) = (.distantFuture, ChannelID(0))
    case .migrating(let target, let date): (closesAt, successor) = (date, target)
    case .closed(let target): (closesAt, successor) = (.distantPast, target)
    }
  }
}

extension Workflow {
  /// By node: the one that follows it here; a closed appeal stays at `.close`.
  fileprivate var successors: [Node] {
    Node.allCases.map { node in nodes.first { $0.rawValue > node.rawValue } ?? .close }
  }

  /// Whether it is for these.
  func applies(to leaf: Form.Leaf, _ nature: Nature) -> Bool {
    natures.contains(nature) && (leaf.simple || !onlySimpleLeaves)
  }
}

extension ServiceLevelTable {
  /// Limits by nature, then classes, then single leaves.
  fileprivate var targetPool: [Target] {
    Nature.allCases.map { overall[$0] ?? .none } + classes
      + leaves.keys.sorted().map { leaves[$0] ?? .none }
  }

  /// Whether an overall limit makes an appeal urgent.
  func isUrgent(_ target: Target) -> Bool {
    if case .elapsed(let span) = target { return span <= urgentUpTo }
    return false
  }
}

extension Policy {
  /// Rules by leaf, then nature.
  fileprivate func leafRules() -> [PolicyTables.LeafRule] {
    let pool = serviceLevels.targetPool
    var exceptions: [LeafID: Int] = [:]
    for (offset, leaf) in serviceLevels.leaves.keys.sorted().enumerated() {
      exceptions[leaf] = Nature.allCases.count + serviceLevels.classes.count + offset
    }
    let all = allLeaves
    return all.indices.flatMap { index in
      Nature.allCases.map { nature in
        let leaf = all[index]
        let byClass = Nature.allCases.count + Int(leaf.limitClass)
        let byNature =
          serviceLevels.classed.contains(nature) ? byClass : Int(nature.rawValue)
        let target = exceptions[LeafID(index)] ?? byNature
        let workflow = workflows.firstIndex { $0.applies(to: leaf, nature) } ?? 0
        return PolicyTables.LeafRule(
          target: UInt16(target), workflow: UInt8(workflow),
          rank: serviceLevels.isUrgent(pool[target]) ? Rank.urgent : Rank.normal)
      }
    }
  }
}

extension DispatchTree {
  /// The top of the tree: the first district post without a parent, else the first without one.
  var topPost: ListID {
    let tops = posts.indices.filter { posts[$0].parent == .none }
    return ListID(tops.first { posts[$0].kind == .district } ?? tops.first ?? 0)
  }

  fileprivate func post(ofUnit index: Int) -> ListID {
    index < unitPosts.count ? unitPosts[index] : .none
  }
}
