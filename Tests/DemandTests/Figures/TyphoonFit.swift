import Demand

/// The aftermath of typhoon Mangkhut, 2018-09-16..21, against ordinary days of the same class.
struct TyphoonFit {
  static let firstDay = dayNumber(2018, 9, 16)
  static let dayCount = 6

  /// Appeals of each day over those of an ordinary day; at least 1.
  let factors: [Double]
  /// Appeals of each leaf beyond what ordinary days bring; only leaves with at least three.
  let excess: [(leaf: Int, weight: Double)]
  let onTimeShare: Double
  let rows: Int

  /// - Parameters:
  ///   - dayTotals: all channels, by class.
  ///   - leafShares: the leaves' shares on ordinary days.
  init(_ trace: PingshanTrace, dayTotals: [Double], leaves: [LeafName], leafShares: [Double]) {
    let rows = trace.rows.filter { (0..<Self.dayCount).contains($0.day - Self.firstDay) }
    var expected = 0.0
    factors = (0..<Self.dayCount).map { offset in
      let kind = TraceWindow.dayClass(Self.firstDay + offset)
      let ordinary = dayTotals[Int(kind.rawValue)]
      expected += ordinary
      let seen = rows.count { $0.day == Self.firstDay + offset }
      return max(1, Double(seen) / ordinary)
    }
    var counts: [LeafName: Int] = [:]
    for row in rows { counts[row.leaf, default: 0] += 1 }
    excess = leaves.indices.compactMap { leaf in
      let beyond = Double(counts[leaves[leaf]] ?? 0) - expected * leafShares[leaf]
      return beyond >= 3 ? (leaf, beyond) : nil
    }
    self.rows = rows.count
    let late = rows.compactMap(\.isLate)
    onTimeShare = Double(late.count { !$0 }) / Double(late.count)
  }
}
