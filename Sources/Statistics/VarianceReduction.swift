import CGSL

/// By what share common random numbers cut the variance of a difference between two scenarios:
/// 1 − Var(paired) / Var(independent).
public struct VarianceReduction: Hashable, Sendable {
  public let estimate: Double
  /// A one-sided lower confidence bound.
  public let lowerBound: Double

  /// From replications of both scenarios that met the same needs. The variance of independent
  /// runs is Var(values) + Var(baseline); the bound is a percentile of resampled pairs.
  ///
  /// - Throws: ``StatisticsError`` unless there are ten pairs or more of varying values.
  public init(
    pairs values: [Double], _ baseline: [Double], level: Double = 0.95, resamples: Int = 4000,
    seed: UInt64 = 1
  ) throws(StatisticsError) {
    let paired = try differences(values, baseline, for: "variance reduction")
    try StatisticsError.atLeast(10, paired.count, for: "variance reduction")
    let bootstrap = BlockBootstrap(blockLength: 1, resamples: resamples, seed: seed)
    // A two-sided interval of level 2·level − 1 leaves 1 − level below it.
    guard level > 0.5 else {
      throw StatisticsError("variance reduction", "has a level of \(level), not above 0.5")
    }
    let interval = try bootstrap.interval(count: paired.count, level: 2 * level - 1) { indices in
      var moments = (RunningMoments(), RunningMoments(), RunningMoments())
      for index in indices {
        moments.0.add(paired[index])
        moments.1.add(values[index])
        moments.2.add(baseline[index])
      }
      return 1 - moments.0.variance / (moments.1.variance + moments.2.variance)
    }
    estimate = interval.estimate
    lowerBound = interval.low
  }

  /// From differences of paired runs, and others of independent runs. The bound is that of the
  /// F distribution, for which differences should be about normal.
  ///
  /// - Throws: ``StatisticsError`` of fewer than two differences of a kind, or if independent runs
  ///   do not differ.
  public init(
    pairedDifferences paired: [Double], independentDifferences independent: [Double],
    level: Double = 0.95
  ) throws(StatisticsError) {
    try StatisticsError.level(level, for: "variance reduction")
    try StatisticsError.atLeast(2, min(paired.count, independent.count), for: "variance reduction")
    let spread = RunningMoments(independent).variance
    guard spread > 0 else {
      throw StatisticsError("variance reduction", "needs independent runs that differ")
    }
    let ratio = RunningMoments(paired).variance / spread
    let quantile = gsl_cdf_fdist_Pinv(
      1 - level, Double(paired.count - 1), Double(independent.count - 1))
    estimate = 1 - ratio
    lowerBound = 1 - ratio / quantile
  }
}
