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
    try dispatch.validateReach(self)
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
    try validate(windows.appraisal, "appraisal")
    try validate(windows.reopening, "reopening")
    try validate(windows.idempotency, "idempotency")
    try validate(windows.adoption, "adoption")
    let last = calendar.clock.end + 2 * Milliseconds.longest
    if !PackedInstant.holds(calendar.clock.start) || !PackedInstant.holds(last) {
      throw .calendarTooLong
    }
  }

  func validate(_ window: Milliseconds, _ name: String) throws(PolicyError) {
    if window < 0 { throw .negativeWindow(name) }
    if window > .longest { throw .windowTooLong(name) }
  }
}

extension Milliseconds {
  /// A hundred years: no limit and no window is longer, so that instants stay within bounds.
  static let longest: Milliseconds = .days(36_525)
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
      try overall[nature]?.validate("nature \(nature)")
    }
    for (index, target) in classes.enumerated() { try target.validate("class \(index)") }
    for leaf in leaves.keys.sorted() {
      guard leaf.index < formLeaves.count else { throw .limitOfUnknownLeaf(leaf: leaf.index) }
      try leaves[leaf]?.validate("leaf \(formLeaves[leaf.index].path)")
    }
    for node in Node.allCases { try nodes[node]?.validate("node \(node)") }
    guard !classed.isEmpty else { return }
    for leaf in formLeaves where Int(leaf.limitClass) >= classes.count {
      throw .leafOfUnknownLimitClass(leaf.path, limitClass: Int(leaf.limitClass))
    }
  }
}

extension Target {
  /// Neither due before it begins nor after all of us are gone.
  func validate(_ what: String) throws(PolicyError) {
    switch self {
    case .elapsed(let span), .working(let span):
      if span < 0 { throw .negativeLimit(of: what) }
      if span > .longest { throw .limitTooLong(of: what) }
    case .workingDays(let count, _):
      if count < 0 { throw .negativeLimit(of: what) }
      if count > 36_525 { throw .limitTooLong(of: what) }
    case .none: break
    }
  }

  /// Whether it ends before another, where both count in the same time.
  func isShorter(than other: Target) -> Bool {
    switch (self, other) {
    case (.elapsed(let span), .elapsed(let other)), (.working(let span), .working(let other)):
      span < other
    case (.workingDays(let count, let rule), .workingDays(let others, let otherRule)):
      rule == otherRule && count < others
    default: false
    }
  }
}
