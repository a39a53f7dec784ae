import CGSL

extension Interval {
  /// Student's interval for the mean of independent values.
  ///
  /// - Throws: ``StatisticsError`` of fewer than two values.
  public static func mean(of moments: RunningMoments, level: Double = 0.95)
    throws(StatisticsError) -> Interval
  {
    try StatisticsError.atLeast(2, moments.count, for: "t interval")
    try StatisticsError.level(level, for: "t interval")
    let quantile = gsl_cdf_tdist_Pinv(0.5 + level / 2, Double(moments.count - 1))
    let half = quantile * moments.standardError
    return Interval(estimate: moments.mean, low: moments.mean - half, high: moments.mean + half)
  }

  /// Student's interval for the mean of independent values.
  ///
  /// - Throws: ``StatisticsError`` of fewer than two values.
  public static func mean(of values: [Double], level: Double = 0.95)
    throws(StatisticsError) -> Interval
  {
    try mean(of: RunningMoments(values), level: level)
  }

  /// Student's interval for the mean of `values[i] − baseline[i]`, as from replications that met
  /// the same needs.
  ///
  /// - Throws: ``StatisticsError`` unless both have the same number of values, two or more.
  public static func pairedDifference(
    of values: [Double], from baseline: [Double], level: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    try mean(of: differences(values, baseline, for: "paired interval"), level: level)
  }

  /// Wilson's interval for a probability, from independent trials.
  ///
  /// Source: Wilson, JASA 22 (1927).
  /// - Throws: ``StatisticsError`` unless there is a trial and the successes are among them.
  public static func proportion(_ successes: Int, of trials: Int, level: Double = 0.95)
    throws(StatisticsError) -> Interval
  {
    try StatisticsError.atLeast(1, trials, for: "Wilson interval")
    try StatisticsError.level(level, for: "Wilson interval")
    guard successes >= 0, successes <= trials else {
      throw StatisticsError("Wilson interval", "has \(successes) successes of \(trials) trials")
    }
    let count = Double(trials)
    let share = Double(successes) / count
    let quantile = gsl_cdf_ugaussian_Pinv(0.5 + level / 2)
    let shrink = 1 + quantile * quantile / count
    let centre = (share + quantile * quantile / (2 * count)) / shrink
    let spread = share * (1 - share) / count + quantile * quantile / (4 * count * count)
    let half = quantile * spread.squareRoot() / shrink
    return Interval(
      estimate: share, low: successes == 0 ? 0 : centre - half,
      high: successes == trials ? 1 : centre + half)
  }
}

/// `values[i] − baseline[i]`.
func differences(_ values: [Double], _ baseline: [Double], for figure: String)
  throws(StatisticsError) -> [Double]
{
  guard values.count == baseline.count else {
    throw StatisticsError(
      figure, "needs pairs, but there are \(values.count) values and \(baseline.count)")
  }
  return zip(values, baseline).map { $0 - $1 }
}
