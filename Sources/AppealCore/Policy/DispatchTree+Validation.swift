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
