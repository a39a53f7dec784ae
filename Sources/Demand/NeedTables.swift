/// A demand plan in the form draws want it: flat memory, thresholds in place of shares.
struct NeedTables: ~Copyable {
  let places: PlaceTable
  let promptThreshold: UInt64
  let lateThreshold: UInt64
  /// Expected first needs from midnight to each hour of the day in progress; 25 numbers.
  let cumulative: UnsafeMutablePointer<Double>
  /// The inverse of each hour's rate; 24 numbers.
  let hoursPerNeed: UnsafeMutablePointer<Double>

  private let communities: AliasTable
  /// Leaf × 4: the cumulative shares of natures 0…3, × 2³².
  private let natures: UnsafeMutablePointer<UInt64>
  private let surges: UnsafeMutablePointer<PlaceTable>
  private let surgeCount: Int

  init(_ plan: DemandPlan) {
    places = PlaceTable(plan.places)
    promptThreshold = UInt64(plan.repeats.promptShare * 0x1p32)
    lateThreshold = UInt64(plan.repeats.lateShare * 0x1p32)
    cumulative = .allocate(capacity: DemandPlan.hourCount + 1)
    cumulative.initialize(repeating: 0, count: DemandPlan.hourCount + 1)
    hoursPerNeed = .allocate(capacity: DemandPlan.hourCount)
    hoursPerNeed.initialize(repeating: 0, count: DemandPlan.hourCount)
    communities = AliasTable(plan.communityShares)
    natures = .allocate(capacity: plan.leafCount * 4)
    for leaf in 0..<plan.leafCount {
      let row = plan.natureShares[
        leaf * DemandPlan.natureCount..<(leaf + 1) * DemandPlan.natureCount]
      let total = row.reduce(0, +)
      for nature in 0..<4 {
        // Summed from the far end, so that a nature of share zero never comes up by rounding.
        let rest = row.dropFirst(nature + 1).reduce(0, +)
        natures[leaf * 4 + nature] = UInt64((1 - min(rest / total, 1)) * 0x1p32)
      }
    }
    surgeCount = plan.surges.count
    surges = .allocate(capacity: max(surgeCount, 1))
    for (index, surge) in plan.surges.enumerated() {
      (surges + index).initialize(to: PlaceTable(surge.places))
    }
  }

  deinit {
    cumulative.deallocate()
    hoursPerNeed.deallocate()
    natures.deallocate()
    surges.deinitialize(count: surgeCount)
    surges.deallocate()
  }

  /// The nature of a need of `leaf`, for 32 random bits.
  @inline(__always)
  func nature(of leaf: UInt16, for bits: UInt64) -> UInt8 {
    let row = natures + Int(leaf) * 4
    let first: UInt8 = (bits >= row[0] ? 1 : 0) + (bits >= row[1] ? 1 : 0)
    return first + (bits >= row[2] ? 1 : 0) + (bits >= row[3] ? 1 : 0)
  }

  /// A community by its share, for 32 random bits.
  @inline(__always)
  func community(for bits: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: communities.index(for: bits << 32))
  }

  @inline(__always)
  func surgeCell(_ surge: Int, for bits: UInt64) -> PlaceTable.Cell {
    surges[surge].cell(for: bits)
  }
}
