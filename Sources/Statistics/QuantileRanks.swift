import CGSL

/// The two ranks (1 from below) whose values enclose a quantile of independent values, with at
/// most half of the risk at each end.
///
/// Source: Conover, "Practical Nonparametric Statistics"; Hahn and Meeker, "Statistical Intervals".
public struct QuantileRanks: Hashable, Sendable {
  public let low: Int
  public let high: Int
  /// The probability that the two enclose the quantile of a continuous distribution.
  public let coverage: Double

  /// O(log count) steps.
  ///
  /// - Throws: ``StatisticsError`` unless the probability is between 0 and 1, and there are values
  ///   enough for the level.
  public init(count: Int, probability: Double, level: Double = 0.95) throws(StatisticsError) {
    let figure = "quantile interval"
    guard probability > 0, probability < 1 else {
      throw StatisticsError(figure, "of \(probability) is not between 0 and 1")
    }
    try StatisticsError.level(level, for: figure)
    guard count >= 1, count <= Int(UInt32.max) else {
      throw StatisticsError(figure, "needs from 1 to 2³² values, but has \(count)")
    }
    let risk = (1 - level) / 2
    let trials = UInt32(count)
    // Values at or below the quantile number Binomial(count, probability). `low` exceeds the
    // quantile if fewer than `low` do, `high` is not above it if `high` or more do.
    low = Self.partition(count + 1) { gsl_cdf_binomial_P(UInt32($0), probability, trials) > risk }
    high =
      Self.partition(count + 1) { gsl_cdf_binomial_Q(UInt32($0), probability, trials) <= risk } + 1
    guard low >= 1, high <= count else {
      throw StatisticsError(figure, "at \(probability) has too few values: \(count)")
    }
    coverage =
      gsl_cdf_binomial_P(UInt32(high - 1), probability, trials)
      - gsl_cdf_binomial_P(UInt32(low - 1), probability, trials)
  }

  /// The least of 0..<count at which a condition that stays true becomes so; `count` if never.
  private static func partition(_ count: Int, _ isReached: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
