import CivicTime

extension Policy {
  /// Checks every rule the core relies on. O(leaves × streets).
  ///
  /// - Throws: the first problem found, as one sentence.
  public func validate() throws(PolicyError) {
    try validateCounts()
    for community in places.communities where community.street.index >= places.streets.count {
      throw .communityOnUnknownStreet(
        community: community.name, street: community.street.index)
    }
    try form.validate(units: units.count, streets: places.streets)
    try validateChannels()
    try dispatch.validate(self)
    for workflow in workflows { try workflow.validate() }
    try serviceLevels.validate(allLeaves)
    try validateApplicability()
    try validateWindows()
    try validateMeasures()
  }

  private func validateCounts() throws(PolicyError) {
    let tables = [
      ("streets", places.streets.count, 255), ("communities", places.communities.count, 255),
      ("channels", channels.count, 65_535), ("leaves in its form", allLeaves.count, 65_535),
      ("units", units.count, 65_534), ("dispatch posts", dispatch.posts.count, 65_534),
      ("workflows", workflows.count, 255),
    ]
    for (what, count, limit) in tables {
      if count == 0 { throw .nothing(what) }
      if count > limit { throw .tooMany(what, count: count, limit: limit) }
    }
    let lists =
      dispatch.posts.count + units.count + places.streets.count
      + SideTaskKind.deskCount
    if lists > 65_535 { throw .tooMany("work lists", count: lists, limit: 65_535) }
    let targets = serviceLevels.classes.count + serviceLevels.leaves.count
    if targets > 65_000 { throw .tooMany("limits", count: targets, limit: 65_000) }
  }

  private func validateChannels() throws(PolicyError) {
    for (index, channel) in channels.enumerated() {
      var seen = Set([index])
      var current = channel
      while let successor = current.successor {
        guard successor.index < channels.count else {
          throw .unknownSuccessor(channel: current.name, successor: successor.index)
        }
        guard seen.insert(successor.index).inserted else {
          throw .successorCycle(channel: channel.name)
        }
        current = channels[successor.index]
      }
    }
  }

  private func validateApplicability() throws(PolicyError) {
    for leaf in allLeaves {
      for nature in Nature.allCases {
        guard workflows.contains(where: { $0.applies(to: leaf, nature) }) else {
          throw .noWorkflow(leaf: leaf.path, nature: nature)
        }
      }
    }
  }

  private func validateWindows() throws(PolicyError) {
    if windows.appraisal < 0 { throw .negativeWindow("appraisal") }
    if windows.reopening < 0 { throw .negativeWindow("reopening") }
    if windows.idempotency < 0 { throw .negativeWindow("idempotency") }
  }
}

extension Channel {
  /// Who takes over, now or later.
  fileprivate var successor: ChannelID? {
    switch phase {
    case .open: nil
    case .migrating(let successor, _), .closed(let successor): successor
    }
  }
}

extension Workflow {
  /// Ascending nodes that end in a close, and nobody asked before there is somebody.
  func validate() throws(PolicyError) {
    for (node, following) in zip(nodes, nodes.dropFirst())
    where following.rawValue <= node.rawValue {
      throw .workflowOutOfOrder(name, node: following)
    }
    guard nodes.contains(.close) else { throw .workflowWithoutClose(name) }
    let needs: [(Node, Node)] = [
      (.dispatch, .handle), (.handle, .dispatch), (.signIn, .handle), (.feedback, .handle),
      (.verify, .handle),
    ]
    for (node, other) in needs where nodes.contains(node) && !nodes.contains(other) {
      throw .workflowIncomplete(name, node: node, needs: other)
    }
  }
}

extension ServiceLevelTable {
  func validate(_ formLeaves: [Form.Leaf]) throws(PolicyError) {
    for nature in Nature.allCases {
      if !classed.contains(nature) && overall[nature] == nil { throw .natureWithoutLimit(nature) }
      if overall[nature]?.isNegative == true { throw .negativeLimit(of: "nature \(nature)") }
    }
    for (index, target) in classes.enumerated() where target.isNegative {
      throw .negativeLimit(of: "class \(index)")
    }
    for leaf in leaves.keys.sorted() {
      guard leaf.index < formLeaves.count else { throw .limitOfUnknownLeaf(leaf: leaf.index) }
      if leaves[leaf]?.isNegative == true {
        throw .negativeLimit(of: "leaf \(formLeaves[leaf.index].path)")
      }
    }
    for node in Node.allCases where nodes[node]?.isNegative == true {
      throw .negativeLimit(of: "node \(node)")
    }
    guard !classed.isEmpty else { return }
    for leaf in formLeaves where Int(leaf.limitClass) >= classes.count {
      throw .leafOfUnknownLimitClass(leaf.path, limitClass: Int(leaf.limitClass))
    }
  }
}

extension Target {
  /// Whether it would come due before it begins.
  var isNegative: Bool {
    switch self {
    case .elapsed(let span), .working(let span): span < 0
    case .workingDays(let count, _): count < 0
    case .none: false
    }
  }
}
