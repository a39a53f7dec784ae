/// Where and as what needs arise: weights of leaf × community, natures by leaf, channels by kind.
struct Categories {
  let leaves: [LeafName]
  let isMeasured: [Bool]
  let level1: [String]
  /// Leaf, community or nil for all, weight.
  private(set) var places: [(leaf: Int, community: Int?, weight: Double)] = []
  /// Leaf × nature.
  private(set) var natures: [[Double]] = []
  /// Group (2 × first level, one more for natures other than complaint) × channel: share.
  private(set) var channels: [[Double]] = []

  static let complaint = 2
  /// Share of a leaf's weight that is spread over all communities.
  static let spread = 0.1
  /// Weight of a leaf that the trace has only before the window, and of one that it never has.
  static let rareWeight = 0.25
  static let syntheticWeight = 0.1

  init(_ window: TraceWindow, form: CSVTable, communities: [String]) {
    leaves = form.rows.map {
      LeafName(
        level1: form[$0, "level1"], level2: form[$0, "level2"], level3: form[$0, "level3"])
    }
    isMeasured = form.rows.map { form[$0, "source"] == "measured" }
    var seen: Set<String> = []
    level1 = leaves.map(\.level1).filter { seen.insert($0).inserted }
    let numbers = Dictionary(uniqueKeysWithValues: leaves.enumerated().map { ($1, $0) })
    let leafOfRow = window.rows.map { numbers[$0.leaf] ?? 0 }
    setPlaces(window, leafOfRow, communities)
    setNatures(window, leafOfRow)
    setChannels(window, leafOfRow)
  }

  private mutating func setPlaces(
    _ window: TraceWindow, _ leafOfRow: [Int], _ communities: [String]
  ) {
    var counts = Array(
      repeating: Array(repeating: 0, count: communities.count), count: leaves.count)
    var anywhere = Array(repeating: 0, count: leaves.count)
    for (row, leaf) in zip(window.rows, leafOfRow) {
      if let community = row.community.flatMap({ communities.firstIndex(of: $0) }) {
        counts[leaf][community] += 1
      } else {
        anywhere[leaf] += 1
      }
    }
    for leaf in leaves.indices {
      let total = counts[leaf].reduce(0, +)
      for (community, count) in counts[leaf].enumerated() where count > 0 {
        places.append((leaf, community, Double(count) * (1 - Self.spread)))
      }
      let rest = Double(total) * Self.spread + Double(anywhere[leaf])
      let least = isMeasured[leaf] ? Self.rareWeight : Self.syntheticWeight
      places.append((leaf, nil, rest > 0 ? rest : least))
    }
  }

  /// Shares of the leaf, drawn towards those of its first level with the weight of two appeals,
  /// and these towards those of all with the weight of five.
  private mutating func setNatures(_ window: TraceWindow, _ leafOfRow: [Int]) {
    var byLeaf = Array(repeating: Array(repeating: 0.0, count: 5), count: leaves.count)
    for (row, leaf) in zip(window.rows, leafOfRow) {
      if let nature = row.nature { byLeaf[leaf][nature] += 1 }
    }
    var byLevel: [String: [Double]] = [:]
    for (leaf, counts) in byLeaf.enumerated() {
      byLevel[leaves[leaf].level1, default: [0, 0, 0, 0, 0]] =
        zip(byLevel[leaves[leaf].level1] ?? [0, 0, 0, 0, 0], counts).map { $0 + $1 }
    }
    let all = Self.normalised(
      byLeaf.reduce([0, 0, 0, 0, 0]) { sum, row in zip(sum, row).map { $0 + $1 } })
    let levels = byLevel.mapValues { Self.drawn($0, towards: all, weight: 5) }
    natures = byLeaf.enumerated().map { leaf, counts in
      Self.drawn(counts, towards: levels[leaves[leaf].level1] ?? all, weight: 2)
    }
  }

  private mutating func setChannels(_ window: TraceWindow, _ leafOfRow: [Int]) {
    let names = TraceChannel.all.map(\.zh)
    let none = Array(repeating: 0.0, count: names.count)
    var byGroup = Array(repeating: none, count: level1.count * 2)
    var byClass = [none, none]
    for (row, leaf) in zip(window.rows, leafOfRow) {
      guard let nature = row.nature, let channel = names.firstIndex(of: row.channel) else {
        continue
      }
      let other = nature == Self.complaint ? 0 : 1
      let level = level1.firstIndex(of: leaves[leaf].level1) ?? 0
      byGroup[level * 2 + other][channel] += 1
      byClass[other][channel] += 1
    }
    channels = byGroup.enumerated().map { group, counts in
      Self.drawn(counts, towards: Self.normalised(byClass[group % 2]), weight: 5)
    }
  }

  static func normalised(_ counts: [Double]) -> [Double] {
    let total = counts.reduce(0, +)
    return counts.map { $0 / total }
  }

  private static func drawn(
    _ counts: [Double], towards shares: [Double], weight: Double
  ) -> [Double] {
    normalised(zip(counts, shares).map { $0 + $1 * weight })
  }
}
