import AppealCore

/// What any suggestion must beat: the unit that most often had such cases, from the first class
/// that has any: (leaf, street), leaf, (second level, street), (first level, street).
///
/// Further places are filled from the same class and then from the next. Ties go to the unit that
/// was met first.
struct RoutingFloor {
  private var counts: [UInt64: [Count]] = [:]

  private struct Count {
    var unit: UnitID
    var cases: Int
  }

  private static func keys(_ features: RoutingFeatures) -> [UInt64] {
    let street = UInt64(features.street)
    return [
      1 << 32 | UInt64(features.leaf) << 16 | street, 2 << 32 | UInt64(features.leaf),
      3 << 32 | UInt64(features.level2) << 16 | street,
      4 << 32 | UInt64(features.level1) << 16 | street,
    ]
  }

  mutating func learn(_ features: RoutingFeatures, unit: UnitID) {
    for key in Self.keys(features) {
      if let place = counts[key]?.firstIndex(where: { $0.unit == unit }) {
        counts[key]?[place].cases += 1
      } else {
        counts[key, default: []].append(Count(unit: unit, cases: 1))
      }
    }
  }

  /// The best units, best first.
  func suggest(_ features: RoutingFeatures, best: Int) -> [UnitID] {
    var units: [UnitID] = []
    for key in Self.keys(features) where units.count < best {
      let ranked = (counts[key] ?? []).enumerated().sorted {
        ($1.element.cases, $0.offset) < ($0.element.cases, $1.offset)
      }
      for count in ranked where units.count < best && !units.contains(count.element.unit) {
        units.append(count.element.unit)
      }
    }
    return units
  }
}
