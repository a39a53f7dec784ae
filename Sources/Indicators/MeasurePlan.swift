import AppealCore
import CivicTime

/// What the measures need to know besides the journal: the window, the rules, the reference limits.
public struct MeasurePlan: Sendable {
  /// First measured civil day, in the zone of the policy's calendar.
  public var start: CivilDate
  /// Measured days; the window is [midnight of `start`, midnight `days` later).
  public var days: Int
  /// The rules of this scenario; its calendar counts working hours.
  public var policy: Policy
  /// One table for all scenarios, beside the scenario's own limits.
  public var reference: ServiceLevelTable
  /// The promoted channel (WeChat), aligned with `policy.channels`.
  public var promoted: [Bool]

  public init(
    start: CivilDate, days: Int, policy: Policy, reference: ServiceLevelTable, promoted: [Bool]
  ) {
    self.start = start
    self.days = days
    self.policy = policy
    self.reference = reference
    self.promoted = promoted
  }

  /// The different overall limits of a policy, in the order of `TrialMeasures.Groups.limit`.
  public static func limits(_ policy: Policy) throws(MeasurePlanError) -> [Target] {
    try LimitRows(policy.serviceLevels, of: policy.allLeaves, named: "own").distinct
  }
}

/// Why a plan of measures cannot be used.
public enum MeasurePlanError: Error, Equatable, CustomStringConvertible {
  case noDays
  case missingLimit(table: String, nature: Nature, leaf: String)
  case unalignedChannels(expected: Int, given: Int)

  public var description: String {
    switch self {
    case .noDays:
      "The measured window has no days; give at least one."
    case .missingLimit(let table, let nature, let leaf):
      "The \(table) limits say nothing for nature \(nature) at leaf \(leaf); add a row for it."
    case .unalignedChannels(let expected, let given):
      "\(given) channels are marked as promoted or not, but the scenario has \(expected)."
    }
  }
}
