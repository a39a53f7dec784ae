import AppealCore
import CivicTime

/// What the fold looks up, flattened from a `MeasurePlan` into plain memory.
struct FoldTables: ~Copyable {
  let clock: WorkingClock
  /// Midnights that begin the days of the window, and the one that ends it.
  let dayStarts: [Instant]
  let days: Int
  let leafCount: Int
  let channelCount: Int
  let streetCount: Int
  let unitCount: Int
  /// First-level classes of the form, in order of first appearance.
  let categories: [String]
  /// The different overall limits of this scenario, in order of first appearance.
  let limits: [Target]
  /// How long a finished appeal can still be reopened, appraised or asked about again.
  let retention: Milliseconds

  /// `nature × leafCount + leaf`: the reference limit, and the index of the own limit.
  let referenceTargets: UnsafeMutablePointer<Target>
  let ownLimits: UnsafeMutablePointer<UInt16>
  let leafCategory: UnsafeMutablePointer<UInt16>
  let communityStreet: UnsafeMutablePointer<UInt8>
  let promoted: UnsafeMutablePointer<Bool>
  /// Keeps the memory behind `clock`.
  let calendar: WorkingCalendar

  static let natureCount = Nature.allCases.count

  init(_ plan: MeasurePlan) throws(MeasurePlanError) {
    let policy = plan.policy
    guard plan.days > 0 else { throw .noDays }
    guard plan.promoted.count == policy.channels.count else {
      throw .unalignedChannels(expected: policy.channels.count, given: plan.promoted.count)
    }
    let leaves = policy.allLeaves
    let own = try LimitRows(policy.serviceLevels, of: leaves, named: "own")
    let reference = try LimitRows(plan.reference, of: leaves, named: "reference")
    calendar = policy.calendar
    clock = policy.calendar.clock
    days = plan.days
    let zone = policy.calendar.zone
    dayStarts = (0...plan.days).map { zone.startOfDay(plan.start.advanced(by: $0)) }
    leafCount = leaves.count
    channelCount = policy.channels.count
    streetCount = policy.places.streets.count
    unitCount = policy.units.count
    limits = own.distinct
    retention = max(policy.windows.appraisal, policy.windows.reopening, .days(30))
    referenceTargets = copied(reference.rows)
    ownLimits = copied(own.indices)
    var categories: [String] = []
    leafCategory = copied(
      leaves.map { leaf in UInt16(categories.index(of: leaf.level1)) })
    self.categories = categories
    communityStreet = copied(policy.places.communities.map { $0.street.rawValue })
    promoted = copied(plan.promoted)
  }

  deinit {
    referenceTargets.deallocate()
    ownLimits.deallocate()
    leafCategory.deallocate()
    communityStreet.deallocate()
    promoted.deallocate()
  }

  var windowStart: Instant { dayStarts[0] }
  var windowEnd: Instant { dayStarts[days] }

  @inline(__always)
  func row(_ nature: UInt8, _ leaf: UInt16) -> Int { Int(nature) &* leafCount &+ Int(leaf) }
}

private func copied<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
  let memory = UnsafeMutablePointer<Value>.allocate(capacity: Swift.max(1, values.count))
  memory.initialize(from: values, count: values.count)
  return memory
}
