extension DispatchTree {
  /// Parents lead to a top, every intake and every unit's post is a post.
  func validate(_ policy: Policy) throws(PolicyError) {
    for post in posts { try validate(post, policy) }
    try validateIntake(policy)
    guard unclear == .none || unclear.index < posts.count else {
      throw .measure("dispatch tree", "sends unclear appeals to a post that does not exist")
    }
    guard unitPosts.count <= policy.units.count else {
      throw .unitPostRows(count: unitPosts.count, units: policy.units.count)
    }
    for (unit, list) in zip(policy.units, unitPosts)
    where list != .none && list.index >= posts.count {
      throw .unitOfUnknownPost(unit: unit.name, list: list.index)
    }
  }

  /// Wherever an appeal may lie, its owner's post can be reached: from where it comes in or is made
  /// clear, where lists are merged, and where returns escalate.
  func validateReach(_ policy: Policy) throws(PolicyError) {
    guard unitPosts.contains(where: { $0 != .none }) else { return }
    let reach = posts.indices.map(reachable)
    let owners = policy.form.owners + (policy.measures.edition?.form.owners ?? [])
    for street in policy.places.streets.indices {
      var posts = Set(intake.map { $0[street] })
      posts.formUnion([topPost, unclear, policy.measures.emergency?.post ?? .none])
      posts.remove(.none)
      for unit in Set(owners.map { $0[street] }) where unit.index < unitPosts.count {
        let post = unitPosts[unit.index]
        guard post != .none,
          let cut = posts.sorted().first(where: { !reach[$0.index].contains(post) })
        else { continue }
        throw .unreachablePost(
          unit: policy.units[unit.index].name, from: self.posts[cut.index].name)
      }
    }
  }

  /// The posts to which hand-overs lead from one, itself included.
  private func reachable(from start: Int) -> Set<ListID> {
    var found: Set<ListID> = [ListID(start)]
    var open = [ListID(start)]
    while let from = open.popLast() {
      for index in posts.indices {
        let to = ListID(index)
        if to != from, mayHandOver(from, to), found.insert(to).inserted { open.append(to) }
      }
    }
    return found
  }

  private func mayHandOver(_ from: ListID, _ to: ListID) -> Bool {
    if isAbove(to, from) { return handOvers.contains(.up) }
    return handOvers.contains(isAbove(from, to) ? .down : .across)
  }

  private func isAbove(_ upper: ListID, _ lower: ListID) -> Bool {
    var post = posts[lower.index].parent
    while post != .none {
      if post == upper { return true }
      post = posts[post.index].parent
    }
    return false
  }

  private func validate(_ post: Post, _ policy: Policy) throws(PolicyError) {
    switch post.kind {
    case .street(let street) where street.index >= policy.places.streets.count:
      throw .postOfUnknownStreet(post: post.name, street: street.index)
    case .account(let channel) where channel.index >= policy.channels.count:
      throw .postOfUnknownChannel(post: post.name, channel: channel.index)
    default: break
    }
    var current = post
    var steps = 0
    while current.parent != .none {
      guard current.parent.index < posts.count else {
        throw .unknownParent(post: current.name, parent: current.parent.index)
      }
      steps += 1
      guard steps <= posts.count else { throw .parentCycle(post: post.name) }
      current = posts[current.parent.index]
    }
  }

  private func validateIntake(_ policy: Policy) throws(PolicyError) {
    guard intake.count == policy.channels.count else {
      throw .intakeRows(count: intake.count, channels: policy.channels.count)
    }
    for (channel, row) in zip(policy.channels, intake) {
      guard row.count == policy.places.streets.count else {
        throw .intakeColumns(
          channel: channel.name, count: row.count, streets: policy.places.streets.count)
      }
      for (street, list) in zip(policy.places.streets, row) where list.index >= posts.count {
        throw .intakeToUnknownPost(channel: channel.name, street: street, list: list.index)
      }
    }
  }
}
