/// The responsible unit of a leaf in a street: the one that most often ended up with it.
///
/// Without an appeal of that leaf there, the next of these that has one decides: a district-wide
/// unit that mostly has the leaf elsewhere; the second level in the street; the first level in the
/// street; the leaf, then the first level, anywhere.
struct Owners {
  enum Basis: String {
    case leafStreet = "leaf_street"
    case leafDistrict = "leaf_district"
    case level2Street = "level2_street"
    case level1Street = "level1_street"
    case leafAnywhere = "leaf_anywhere"
    case level1Anywhere = "level1_anywhere"
  }

  /// Leaf × street.
  let all: [[(unit: String, basis: Basis)]]

  init(_ trace: PingshanTrace, leaves: [LeafName], units: Units) {
    var counts: [[String]: [String: Int]] = [:]
    let usable = Dictionary(
      uniqueKeysWithValues: units.all.filter { $0.kind != .test }.map { ($0.id, $0) })
    for row in trace.rows where usable[row.unit] != nil {
      let leaf = [row.leaf.level1, row.leaf.level2, row.leaf.level3]
      for depth in 1...3 {
        let key = Array(leaf.prefix(depth))
        counts[key, default: [:]][row.unit, default: 0] += 1
        if let street = row.street {
          counts[["\(street)/"] + key, default: [:]][row.unit, default: 0] += 1
        }
      }
    }
    let modal = counts.mapValues { Self.modal($0) }
    all = leaves.map { leaf in
      trace.streets.map { street in
        Self.owner([leaf.level1, leaf.level2, leaf.level3], street.name, modal) {
          usable[$0].map { $0.street == nil } ?? false
        }
      }
    }
  }

  private static func owner(
    _ leaf: [String], _ street: String, _ modal: [[String]: String],
    isDistrictWide: (String) -> Bool
  ) -> (unit: String, basis: Basis) {
    let here = ["\(street)/"]
    if let unit = modal[here + leaf] { return (unit, .leafStreet) }
    if let unit = modal[leaf], isDistrictWide(unit) { return (unit, .leafDistrict) }
    if let unit = modal[here + leaf.prefix(2)] { return (unit, .level2Street) }
    if let unit = modal[here + leaf.prefix(1)] { return (unit, .level1Street) }
    if let unit = modal[leaf] { return (unit, .leafAnywhere) }
    return (modal[Array(leaf.prefix(1))] ?? "", .level1Anywhere)
  }

  /// The most frequent; of equally frequent ones the smallest number.
  private static func modal(_ counts: [String: Int]) -> String {
    counts.min { left, right in
      left.value == right.value
        ? (Int(left.key) ?? 0) < (Int(right.key) ?? 0) : left.value > right.value
    }?.key ?? ""
  }
}
