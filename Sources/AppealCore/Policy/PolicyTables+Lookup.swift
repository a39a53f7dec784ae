import CivicTime

extension PolicyTables {
  @inline(__always)
  func rule(_ leaf: LeafID, _ nature: Nature) -> LeafRule {
    rules[leaf.index * Nature.count + Int(nature.rawValue)]
  }

  @inline(__always)
  func owner(of leaf: LeafID, in street: StreetID) -> UnitID {
    owners[leaf.index * streetCount + street.index]
  }

  @inline(__always)
  func intake(_ channel: ChannelID, _ street: StreetID) -> ListID {
    intakes[channel.index * streetCount + street.index]
  }

  @inline(__always)
  func next(after node: Node, in workflow: UInt8) -> Node {
    nextNodes[Int(workflow) * Node.count + Int(node.rawValue)]
  }

  @inline(__always)
  func isPost(_ list: ListID) -> Bool { list.index < postCount }

  var listCount: Int { postCount + unitCount + streetCount + SideTaskKind.deskCount }

  @inline(__always)
  func list(of unit: UnitID) -> ListID { ListID(postCount + unit.index) }

  /// The unit whose list it is; nil for another's.
  func unit(of list: ListID) -> UnitID? {
    guard list.index >= postCount, list.index < postCount + unitCount else { return nil }
    return UnitID(list.index - postCount)
  }

  @inline(__always)
  func verifiers(in street: StreetID) -> ListID { ListID(postCount + unitCount + street.index) }

  /// The desk of a kind of side task; supporting units have their own lists.
  func desk(of kind: SideTaskKind) -> ListID {
    precondition(kind != .support, "support has no desk")
    return ListID(postCount + unitCount + streetCount + Int(kind.rawValue) - 1)
  }

  /// Whether the tree lets `from` hand over to `to`; both are posts.
  func mayHandOver(from: ListID, to: ListID) -> Bool {
    if isAbove(to, from) { return mayHandUp }
    return isAbove(from, to) ? mayHandDown : mayHandAcross
  }

  private func isAbove(_ upper: ListID, _ lower: ListID) -> Bool {
    var post = posts[lower.index].parent
    // The tree is as deep as it has posts at most.
    for _ in 0..<postCount where post != .none {
      if post == upper { return true }
      post = posts[post.index].parent
    }
    return false
  }

  /// The channel that takes a submission to `channel` at `now`: itself, or its successor.
  func openChannel(_ channel: ChannelID, at now: Instant) throws(Refusal) -> ChannelID {
    let asked = channels[channel.index]
    if now < asked.closesAt { return channel }
    var successor = asked.successor
    // Validation excludes cycles, so this ends.
    while now >= channels[successor.index].closesAt {
      successor = channels[successor.index].successor
    }
    guard asked.redirects else { throw .channelClosed(successor: successor) }
    return successor
  }
}

extension SideTaskKind {
  static var deskCount: Int { 3 }
}

extension Nature {
  static var count: Int { 5 }
}

extension Node {
  static var count: Int { 9 }
}
