import AppealWorld
import Indicators
import RandomStreams
import Scenarios

/// The parameter of a unit that an explanation of lateness turns on.
public enum CalibratedParameter: String, Sendable, CaseIterable {
  /// Share of paid time at hand for appeals (congestion).
  case availability
  /// Median hours of waiting outside the staff's control.
  case outside
  /// Median share of the time to the deadline after which a unit starts.
  case habit

  /// Ids of the explanations that can be calibrated, aligned with `allCases`.
  static let explanations = ["congestion", "outside-waiting", "unit-habit"]

  /// The parameter of an explanation, by its id.
  public init?(explanation: String) {
    guard let index = Self.explanations.firstIndex(of: explanation) else { return nil }
    self = Self.allCases[index]
  }

  public var scale: CalibrationScale {
    switch self {
    case .availability: CalibrationScale(bounds: 0.002...1, start: 0.3, increasing: true)
    case .outside: CalibrationScale(bounds: 0.05...2_000, start: 24, increasing: false)
    case .habit: CalibrationScale(bounds: 0.01...5, start: 0.5, increasing: false)
    }
  }
}

/// The simulated world as calibration sees it.
public struct WorldCalibration: CalibrationModel {
  public let setting: ScenarioSource.Setting
  public let parameter: CalibratedParameter
  public let groups: [CalibrationGroup]
  public let seed: UInt64
  let workers: Workers
  /// Numbers of the scenario that go with the parameter.
  private let cv: Double
  private let share: Double
  private let factor: Double

  public init(
    _ scenario: Scenario, parameter: CalibratedParameter, groups: [CalibrationGroup],
    seed: UInt64, threads: Int, cancellation: Cancellation
  ) {
    setting = ScenarioSource.setting(scenario)
    self.parameter = parameter
    self.groups = groups
    self.seed = seed
    workers = Workers(threads: threads, cancellation: cancellation)
    func value(_ key: String) -> Double? {
      scenario.parameters.first { $0.key == "units.\(key)" }?.value
    }
    switch parameter {
    case .availability: (cv, share) = (0, 0)
    case .outside: (cv, share) = (value("outside_cv") ?? 1, value("outside_share") ?? 1)
    case .habit: (cv, share) = (value("habit_cv") ?? 0.5, 0)
    }
    factor = value("\(parameter.rawValue)_scale") ?? 1
  }

  public func outcomes(
    _ values: [Double], replications: Range<Int>
  ) throws -> [CalibrationSample] {
    let total = try measures(values, replications: replications)
    let staffOfUnit = staffOfUnit
    return groups.map { group in
      var count = TimelyCount()
      var busy = 0.0
      for unit in group.units {
        count += total.groups.unit[unit]
        for team in staffOfUnit[unit] ?? [] {
          busy = max(busy, total.staff[team].utilisation ?? 0)
        }
      }
      return CalibrationSample(count: count, utilisation: busy)
    }
  }

  /// Counts summed over replications, merged in their order.
  public func measures(
    _ values: [Double], replications: Range<Int>
  ) throws -> TrialMeasures {
    var setting = setting
    try apply(values, to: &setting.plan)
    let (fixed, seed, cancellation) = (setting, seed, workers.cancellation)
    var total: TrialMeasures?
    try workers.run(replications.count) { job in
      try WorldTrial.run(
        fixed, seed: seed, replication: UInt32(replications.lowerBound + job),
        cancellation: cancellation)
    } receive: { _, measures in
      if total == nil { total = measures } else { total?.merge(measures) }
    }
    return total ?? TrialMeasures()
  }

  private var staffOfUnit: [Int: [Int]] {
    var teams: [Int: [Int]] = [:]
    for (index, team) in setting.plan.teams.enumerated() {
      if case .unit(let unit) = team.role { teams[unit.index, default: []].append(index) }
    }
    return teams
  }

  /// Gives every unit of a group the group's value.
  func apply(_ values: [Double], to plan: inout WorldPlan) throws {
    var byUnit: [Int: Double] = [:]
    for (group, value) in zip(groups, values) {
      for unit in group.units { byUnit[unit] = value }
    }
    if parameter == .availability {
      for index in plan.teams.indices {
        guard case .unit(let unit) = plan.teams[index].role, let value = byUnit[unit.index] else {
          continue
        }
        for shift in plan.teams[index].shifts.indices {
          plan.teams[index].shifts[shift].availability = min(1, value * factor)
        }
      }
      return
    }
    for (unit, value) in byUnit {
      // A lognormal's mean is √(1 + cv²) times its median.
      let mean = value * factor * (1 + cv * cv).squareRoot()
      let spread = Distribution.lognormal(try Lognormal(mean: mean, cv: cv))
      if parameter == .outside {
        plan.units[unit].outsideHours = spread
        plan.units[unit].outsideShare = share
      } else {
        plan.units[unit].habitualStart = spread
      }
    }
  }
}
