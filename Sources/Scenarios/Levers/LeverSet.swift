/// Levers that are laid over one scenario together, in the order in which they are laid.
public struct LeverSet: Sendable {
  /// In the order of the files, but each one after those that it needs.
  public let levers: [Lever]
  /// Places in `levers` of what each one needs directly.
  public let needs: [[Int]]
  /// Keys that two levers set to different values, though neither needs the other: the later wins.
  public let clashes: [Clash]

  public struct Clash: Sendable, Equatable {
    public var key: String
    /// Ids; the later one wins where both are in force.
    public var earlier: String
    public var later: String
  }

  /// More levers than this have no place in a set of 64 bits.
  public static let most = 60

  /// - Throws: `ScenarioError` for an id that is there twice, a need that is missing, or needs in a
  ///   circle.
  public init(_ given: [Lever]) throws(ScenarioError) {
    try Self.checkIds(given)
    let order = try Self.order(given)
    let levers = order.map { given[$0] }
    let places = Dictionary(uniqueKeysWithValues: levers.enumerated().map { ($1.id, $0) })
    self.levers = levers
    needs = levers.map { $0.needs.compactMap { places[$0] } }
    clashes = Self.clashes(levers, Self.closure(needs))
  }

  /// All that a lever needs, directly or through others, by places.
  public var allNeeds: [Set<Int>] { Self.closure(needs) }

  private static func checkIds(_ levers: [Lever]) throws(ScenarioError) {
    var problems: [ScenarioProblem] = []
    var seen: [String: Place] = [:]
    for lever in levers {
      if let first = seen.updateValue(lever.place, forKey: lever.id) {
        problems.append(
          lever.place.problem(
            "id", "the id \(Printable.value(lever.id)) is that of \(first.file) as well",
            mend: "give each lever once, and an id of its own"))
      }
    }
    if levers.count > most, let last = levers.last {
      problems.append(
        last.place.problem(
          nil, "there are \(levers.count) levers, but at most \(most) are attributed at once",
          mend: "name fewer of them", code: .usage))
    }
    if !problems.isEmpty { throw ScenarioError(problems) }
  }

  /// The order of the files, put off where a need comes later.
  private static func order(_ levers: [Lever]) throws(ScenarioError) -> [Int] {
    var problems: [ScenarioProblem] = []
    let ids = levers.map(\.id)
    for lever in levers {
      for (need, place) in zip(lever.needs, lever.needPlaces) where !ids.contains(need) {
        problems.append(
          place.problem(
            "needs", "\(lever.id) needs \(Printable.value(need)), which is not among the levers",
            mend: "name its file too, or take the need away"))
      }
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    var order: [Int] = []
    var open = Array(levers.indices)
    while !open.isEmpty {
      let laid = Set(order.map { ids[$0] })
      guard let next = open.first(where: { laid.isSuperset(of: levers[$0].needs) }) else {
        throw ScenarioError(circle(open.map { levers[$0] }))
      }
      order.append(next)
      open.removeAll { $0 == next }
    }
    return order
  }

  /// Levers that wait for one another: following needs among them must come back.
  private static func circle(_ waiting: [Lever]) -> ScenarioProblem {
    var path = [waiting[0]]
    while let need = path[path.count - 1].needs.first(where: { id in
      waiting.contains { $0.id == id }
    }), let next = waiting.first(where: { $0.id == need }) {
      if let start = path.firstIndex(where: { $0.id == need }) {
        let names = (path[start...] + [next]).map(\.id).joined(separator: " → ")
        return next.place.problem(
          "needs", "the levers need one another in a circle: \(names)",
          mend: "take one of these needs away")
      }
      path.append(next)
    }
    return waiting[0].place.problem(
      "needs", "the levers need one another in a circle", mend: "take one of these needs away")
  }

  private static func closure(_ needs: [[Int]]) -> [Set<Int>] {
    // Needs come before, so one pass is enough.
    var all: [Set<Int>] = []
    for direct in needs {
      all.append(direct.reduce(into: Set(direct)) { $0.formUnion(all[$1]) })
    }
    return all
  }

  private static func clashes(_ levers: [Lever], _ needs: [Set<Int>]) -> [Clash] {
    var set: [String: [(lever: Int, text: String)]] = [:]
    var found: [Clash] = []
    for (place, lever) in levers.enumerated() {
      for leaf in lever.structureLeaves + lever.behaviourLeaves {
        let text = leaf.node.canonical
        for earlier in set[leaf.path] ?? []
        where earlier.text != text && earlier.lever != place
          && !needs[place].contains(earlier.lever)
        {
          found.append(
            Clash(key: leaf.path, earlier: levers[earlier.lever].id, later: lever.id))
        }
        set[leaf.path, default: []].append((place, text))
      }
    }
    return found
  }
}
