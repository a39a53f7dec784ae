import Indicators
import Statistics

/// When enough replications have been run: all chosen paired differences are known precisely
/// enough, jointly (Bonferroni).
///
/// A rule that looks several times has several chances to stop on an interval that is narrow by
/// luck. So α is spent in equal parts over all planned looks, whether they are needed or not; the
/// intervals that are shown keep the nominal level.
///
/// Fewer than two defined values say nothing about precision: always too wide, never constant.
///
/// Shares and counts per appeal are judged by an absolute half-width, everything else relative to
/// the level of the baseline. An indicator that never varies is named and left out.
public struct StoppingRule: Sendable, Equatable {
  public var precision: Double
  public var relativePrecision: Double
  public var confidence: Double
  /// Planned number of looks, 1 where the number of replications is fixed.
  public var looks: Int

  public init(
    precision: Double, relativePrecision: Double, confidence: Double, looks: Int = 1
  ) {
    precondition(looks >= 1, "a rule looks at least once")
    self.precision = precision
    self.relativePrecision = relativePrecision
    self.confidence = confidence
    self.looks = looks
  }

  /// One paired difference, or one mean where there is nothing to compare with.
  public struct Comparison: Sendable, Equatable {
    public var indicator: String
    public var unit: Indicator.Unit
    /// Differences by replication.
    public var values: [Double]
    /// Mean of the baseline, for relative precision.
    public var level: Double

    public init(indicator: String, unit: Indicator.Unit, values: [Double], level: Double) {
      self.indicator = indicator
      self.unit = unit
      self.values = values
      self.level = level
    }
  }

  public struct Verdict: Sendable, Equatable {
    /// Indicators with a difference that is wider than asked, in order of first appearance.
    public var tooWide: [String] = []
    /// Indicators all of whose differences are the same in every replication.
    public var constant: [String] = []
    public var isReached: Bool { tooWide.isEmpty }
  }

  public func judge(_ comparisons: [Comparison]) -> Verdict {
    var verdict = Verdict()
    let varying = comparisons.filter { !Self.isConstant($0.values) }
    let moving = Set(varying.map(\.indicator))
    for comparison in comparisons
    where !moving.contains(comparison.indicator)
      && !verdict.constant.contains(comparison.indicator)
    {
      verdict.constant.append(comparison.indicator)
    }
    // Each interval at 1 − α/(k · looks) holds all k together in all looks at 1 − α.
    let level = 1 - (1 - confidence) / Double(max(1, varying.count) * looks)
    for comparison in varying where !verdict.tooWide.contains(comparison.indicator) {
      let interval = try? Statistics.Interval.mean(of: comparison.values, level: level)
      let half = interval?.halfWidth ?? .infinity
      if !(half <= allowed(comparison)) { verdict.tooWide.append(comparison.indicator) }
    }
    return verdict
  }

  private static func isConstant(_ values: [Double]) -> Bool {
    values.count >= 2 && values.allSatisfy { $0 == values.first }
  }

  private func allowed(_ comparison: Comparison) -> Double {
    switch comparison.unit {
    case .share, .perAppeal: precision
    case .hours, .workingHours, .count, .score, .cost: relativePrecision * abs(comparison.level)
    }
  }
}
