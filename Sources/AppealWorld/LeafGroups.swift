/// Leaves grouped by their first-level class, in flat storage that its owner frees.
struct LeafGroups: BitwiseCopyable {
  private let groupOfLeaf: UnsafeMutablePointer<Int32>
  private let start: UnsafeMutablePointer<Int32>
  private let members: UnsafeMutablePointer<Int32>

  /// - Parameter classes: the first-level class of each leaf.
  init(_ classes: [String]) {
    var order: [String: Int] = [:]
    var groups: [[Int32]] = []
    groupOfLeaf = .allocate(capacity: max(classes.count, 1))
    for (leaf, name) in classes.enumerated() {
      let group = order[name] ?? groups.count
      if group == groups.count {
        order[name] = group
        groups.append([])
      }
      groups[group].append(Int32(leaf))
      groupOfLeaf[leaf] = Int32(group)
    }
    start = .allocate(capacity: groups.count + 1)
    members = .allocate(capacity: max(classes.count, 1))
    var position = 0
    for (group, leaves) in groups.enumerated() {
      start[group] = Int32(position)
      for leaf in leaves {
        members[position] = leaf
        position += 1
      }
    }
    start[groups.count] = Int32(position)
  }

  func deallocate() {
    groupOfLeaf.deallocate()
    start.deallocate()
    members.deallocate()
  }

  /// A leaf of the same group, uniformly among the others; the leaf itself if it is alone.
  func other(than leaf: Int, mark: Double) -> Int {
    let group = Int(groupOfLeaf[leaf])
    let first = Int(start[group])
    let count = Int(start[group + 1]) - first
    guard count > 1 else { return leaf }
    let choice = Int(members[first + min(Int(mark * Double(count - 1)), count - 2)])
    return choice == leaf ? Int(members[first + count - 1]) : choice
  }
}
