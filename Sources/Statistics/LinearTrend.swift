import CGSL

/// The straight line through evenly spaced values, by least squares.
///
/// Neighbours of a series such as memory by second are alike, so that the usual error of the slope
/// is too small. Here the values count as fewer, by the correlation r of neighbouring residuals:
/// n (1 − r) / (1 + r) of them where r is above 0.
///
/// Source: Santer et al., J. Geophys. Res. 105 (2000), the adjustment for lag-1 autocorrelation.
public struct LinearTrend: Hashable, Sendable {
  /// Per step.
  public let slope: Double
  /// At the first value.
  public let intercept: Double
  /// Student's interval of the slope.
  public let interval: Interval
  /// Correlation of neighbouring residuals.
  public let correlation: Double
  /// Independent values that these are worth.
  public let effectiveCount: Double

  /// - Throws: ``StatisticsError`` of fewer than five values.
  public init(_ values: [Double], level: Double = 0.95) throws(StatisticsError) {
    try StatisticsError.atLeast(5, values.count, for: "linear trend")
    try StatisticsError.level(level, for: "linear trend")
    let count = Double(values.count)
    let centre = (count - 1) / 2
    let mean = values.reduce(0, +) / count
    var (products, squares) = (0.0, 0.0)
    for (step, value) in values.enumerated() {
      products += (Double(step) - centre) * (value - mean)
      squares += (Double(step) - centre) * (Double(step) - centre)
    }
    let slope = products / squares
    self.slope = slope
    intercept = mean - slope * centre
    let residuals = values.enumerated().map { step, value in
      value - mean - slope * (Double(step) - centre)
    }
    let total = residuals.reduce(0) { $0 + $1 * $1 }
    let neighbours = zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    correlation = total > 0 ? neighbours / total : 0
    let share = max(0, correlation)
    effectiveCount = max(3, count * (1 - share) / (1 + share))
    let freedom = effectiveCount - 2
    let error = (total / freedom / squares).squareRoot()
    let half = gsl_cdf_tdist_Pinv(0.5 + level / 2, freedom) * error
    interval = Interval(estimate: slope, low: slope - half, high: slope + half)
  }
}
