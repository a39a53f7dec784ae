import Indicators

extension CalibrationGroup {
  /// One group for each unit with at least `ownFrom` measured appeals, and one pooled group a kind
  /// of unit for the rest, so that the number of parameters stays small.
  ///
  /// - Parameters:
  ///   - kinds: by unit; a unit without measured appeals takes part in the pool of its kind.
  ///   - names: by unit.
  public static func groups(
    measured: [MeasuredTable.Unit], kinds: [String], names: [String], ownFrom: Int = 60
  ) -> [CalibrationGroup] {
    var groups: [CalibrationGroup] = []
    var alone: Set<Int> = []
    for unit in measured where unit.share.count >= ownFrom && unit.unit < names.count {
      groups.append(CalibrationGroup(name: names[unit.unit], units: [unit.unit], target: unit.share))
      alone.insert(unit.unit)
    }
    var pools: [String] = []
    for kind in kinds where !pools.contains(kind) { pools.append(kind) }
    for pool in pools {
      let members = names.indices.filter { kinds[$0] == pool && !alone.contains($0) }
      guard !members.isEmpty else { continue }
      groups.append(pooled(pool, members, measured))
    }
    return groups
  }

  /// The pooled share; that of all pooled units of the trace where the kind has no rows.
  private static func pooled(
    _ kind: String, _ members: [Int], _ measured: [MeasuredTable.Unit]
  ) -> CalibrationGroup {
    var rows = measured.filter { members.contains($0.unit) }.map(\.share)
    if rows.reduce(0, { $0 + $1.count }) == 0 { rows = measured.map(\.share) }
    let count = rows.reduce(0) { $0 + $1.count }
    let onTime = rows.reduce(0) { $0 + $1.value * Double($1.count) }
    return CalibrationGroup(
      name: kind, units: members,
      target: .init(value: count > 0 ? onTime / Double(count) : 1, count: count))
  }
}
