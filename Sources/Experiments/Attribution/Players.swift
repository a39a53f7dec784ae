/// Levers as players of a game: which need which, and the groups that this makes.
///
/// Levers that are joined by a need, directly or through others, are one group. Orders of levers
/// are orders of the groups, and within each group orders in which every lever comes after what it
/// needs, all equally likely. The mean contribution of a lever over them is its Owen value, with
/// the precedence of Faigle and Kern inside each group; without needs it is its Shapley value.
///
/// Source: Shapley 1953; Owen, "Values of games with a priori unions", 1977; Faigle and Kern, Int.
/// J. Game Theory 21 (1992).
public struct Players: Sendable {
  public let count: Int
  /// All that each one needs, directly or through others.
  public let needs: [Coalition]
  /// In the order of their first members; most have one.
  public let groups: [GroupOrders]

  /// - Parameter direct: places of what each player needs directly; without circles.
  /// - Throws: `ExperimentError` if a group has too many orders to be counted.
  public init(direct: [[Int]]) throws(ExperimentError) {
    count = direct.count
    var needs = direct.map { Coalition.of($0) }
    // As many rounds as the longest chain can be.
    for _ in direct.indices {
      needs = needs.map { own in own.places.reduce(own) { $0.union(needs[$1]) } }
    }
    self.needs = needs
    var groups: [GroupOrders] = []
    for members in Self.components(needs) {
      groups.append(try GroupOrders(members, needs: needs))
    }
    self.groups = groups
  }

  /// The player and all that need it.
  public func dependants(of place: Int) -> Coalition {
    Coalition.of((0..<count).filter { $0 == place || needs[$0].contains(place) })
  }

  private static func components(_ needs: [Coalition]) -> [Coalition] {
    var groups: [Coalition] = []
    for place in needs.indices {
      var own = needs[place].with(place)
      groups.removeAll { group in
        guard !group.intersection(own).isEmpty else { return false }
        own = own.union(group)
        return true
      }
      groups.append(own)
    }
    return groups.sorted { $0.members.trailingZeroBitCount < $1.members.trailingZeroBitCount }
  }
}

/// All orders of one group in which every player comes after what it needs.
///
/// A beginning of such an order is a set that holds what its members need. Counting the ways to
/// each such set and from it to the whole gives every order's share without listing the orders.
/// Complexity: time and memory grow with the number of such sets, at most 2 to the size of the
/// group.
public struct GroupOrders: Sendable {
  public let members: Coalition
  /// All beginnings, by size; the first is empty, the last the whole group.
  public let beginnings: [Coalition]
  private let needs: [Coalition]
  private var waysTo: [Coalition: Double] = [:]
  private var waysFrom: [Coalition: Double] = [:]

  /// A group may have this many beginnings.
  static let most = 1 << 18

  init(_ members: Coalition, needs: [Coalition]) throws(ExperimentError) {
    self.members = members
    self.needs = needs
    var layers = [[Coalition()]]
    var total = 1
    waysTo[Coalition()] = 1
    for _ in 0..<members.count {
      var next: [Coalition] = []
      for beginning in layers[layers.count - 1] {
        for place in Self.open(beginning, members, needs) {
          let longer = beginning.with(place)
          if waysTo[longer] == nil { next.append(longer) }
          waysTo[longer, default: 0] += waysTo[beginning] ?? 0
        }
      }
      total += next.count
      guard total <= Self.most else {
        throw .invalid(
          option: "the needs of \(members.count) levers in one group", value: "This network",
          mend: "let fewer of them need one another")
      }
      layers.append(next)
    }
    beginnings = layers.flatMap { $0 }
    waysFrom[members] = 1
    for beginning in beginnings.reversed() where beginning != members {
      waysFrom[beginning] = Self.open(beginning, members, needs)
        .reduce(0) { $0 + (waysFrom[beginning.with($1)] ?? 0) }
    }
  }

  private static func open(
    _ beginning: Coalition, _ members: Coalition, _ needs: [Coalition]
  ) -> [Int] {
    members.subtracting(beginning).places.filter { needs[$0].isSubset(of: beginning) }
  }

  /// The players that may come next.
  public func open(after beginning: Coalition) -> [Int] {
    Self.open(beginning, members, needs)
  }

  /// Share of the orders that begin with these players and go on with this one.
  public func share(of beginning: Coalition, then place: Int) -> Double {
    let ways = (waysTo[beginning] ?? 0) * (waysFrom[beginning.with(place)] ?? 0)
    return ways / (waysTo[members] ?? 1)
  }

  /// Share of the orders that go on with this player among those that begin with these.
  func chance(of place: Int, after beginning: Coalition) -> Double {
    (waysFrom[beginning.with(place)] ?? 0) / (waysFrom[beginning] ?? 1)
  }
}
