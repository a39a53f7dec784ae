import Indicators

/// Fits one parameter of each group of units so that its simulated share on time is the measured
/// one: all groups at once, with the same needs in every iteration.
public struct Calibration<Model: CalibrationModel>: Sendable {
  public var model: Model
  public var groups: [CalibrationGroup]
  public var scale: CalibrationScale
  /// Replications of an iteration.
  public var replications: Int
  public var mostIterations: Int
  /// Above this share of busy time a crew counts as overloaded, whatever its share on time: it has
  /// no steady state to reproduce.
  public var mostUtilisation: Double

  public init(
    model: Model, groups: [CalibrationGroup], scale: CalibrationScale, replications: Int = 4,
    mostIterations: Int = 20, mostUtilisation: Double = 0.98
  ) {
    self.model = model
    self.groups = groups
    self.scale = scale
    self.replications = replications
    self.mostIterations = mostIterations
    self.mostUtilisation = mostUtilisation
  }

  /// - Parameter report: is told each iteration: its number, and how many groups are met.
  public func run(
    report: (_ iteration: Int, _ met: Int) -> Void = { _, _ in }
  ) throws -> CalibrationOutcome {
    var searches = groups.map { group in
      MonotoneSearch(
        start: scale.start, bounds: scale.bounds, increasing: scale.increasing,
        target: group.target.value, tolerance: group.tolerance)
    }
    var iteration = 0
    while iteration < mostIterations {
      iteration += 1
      let values = searches.map { $0.isMet ? $0.best?.value ?? $0.value : $0.value }
      let outcomes = try model.outcomes(values, replications: 0..<replications)
      for index in searches.indices {
        advance(&searches[index], tried: values[index], outcomes[index])
      }
      let met = searches.count { $0.isMet }
      report(iteration, met)
      if met == searches.count || searches.allSatisfy({ $0.isMet || $0.isAtBound }) { break }
    }
    return CalibrationOutcome(
      groups: zip(groups, searches).map { group, search in
        CalibrationOutcome.Group(
          group: group, value: search.best?.value ?? search.value, simulated: search.best?.share,
          isMet: search.isMet)
      }, iterations: iteration)
  }

  /// A met group is tried again at its best value: what the others do may unmeet it.
  private func advance(
    _ search: inout MonotoneSearch, tried: Double, _ outcome: CalibrationSample
  ) {
    guard let share = outcome.count.share else { return search.giveUp() }
    let isOverloaded = outcome.utilisation > mostUtilisation
    search.restart(at: tried)
    search.update(
      share: share, weight: Double(outcome.count.due), mustGrow: isOverloaded)
  }
}

/// What calibration needs to know of a world.
public protocol CalibrationModel: Sendable {
  /// Simulates with one value for each group; samples in the order of the groups.
  func outcomes(
    _ values: [Double], replications: Range<Int>
  ) throws -> [CalibrationSample]
}

/// The share on time of a group, and how busy its crews were.
public struct CalibrationSample: Sendable, Equatable {
  public var count: TimelyCount
  public var utilisation: Double

  public init(count: TimelyCount, utilisation: Double = 0) {
    self.count = count
    self.utilisation = utilisation
  }
}

/// Units that share one value.
public struct CalibrationGroup: Sendable, Equatable {
  public var name: String
  /// Places in the list of units.
  public var units: [Int]
  public var target: MeasuredTable.Share

  public init(name: String, units: [Int], target: MeasuredTable.Share) {
    self.name = name
    self.units = units
    self.target = target
  }

  /// Half a standard error of what was measured, but no finer than 0.2 points.
  public var tolerance: Double { max(0.002, target.standardError / 2) }
}

/// Where a parameter may lie, and what it does to the share on time.
public struct CalibrationScale: Sendable, Equatable {
  public var bounds: ClosedRange<Double>
  public var start: Double
  public var increasing: Bool

  public init(bounds: ClosedRange<Double>, start: Double, increasing: Bool) {
    self.bounds = bounds
    self.start = start
    self.increasing = increasing
  }
}

/// The values found.
public struct CalibrationOutcome: Sendable {
  public struct Group: Sendable {
    public var group: CalibrationGroup
    public var value: Double
    /// Share on time at the value; nil if no deadline ever fell in the window.
    public var simulated: Double?
    public var isMet: Bool
  }

  public var groups: [Group]
  public var iterations: Int

  /// Number of free parameters.
  public var freeParameters: Int { groups.count }
  public var isConverged: Bool { groups.allSatisfy(\.isMet) }
}
