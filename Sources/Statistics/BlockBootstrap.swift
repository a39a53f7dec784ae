import CGSL

/// Bias-corrected percentile intervals from resampled blocks of a series, which keep the
/// correlation of neighbours. Blocks wrap around the end, so that every value weighs the same.
///
/// The same seed gives the same interval. Source: Politis and Romano (1992), circular blocks;
/// Efron and Tibshirani, "An Introduction to the Bootstrap", section 14.3.
public struct BlockBootstrap: Sendable {
  public let blockLength: Int
  public let resamples: Int
  public let seed: UInt64

  /// - Parameters:
  ///   - blockLength: values a block; 1 for independent values.
  ///   - resamples: how often the series is drawn anew.
  public init(blockLength: Int, resamples: Int = 2000, seed: UInt64) {
    self.blockLength = blockLength
    self.resamples = resamples
    self.seed = seed
  }

  /// The interval of Σ numerators / Σ denominators over the same days, or other units of time.
  ///
  /// - Throws: ``StatisticsError`` unless the series are of equal length, at least one block, and
  ///   no resample has a denominator of 0.
  public func ratio(_ numerators: [Double], to denominators: [Double], level: Double = 0.95)
    throws(StatisticsError) -> Interval
  {
    guard numerators.count == denominators.count else {
      throw StatisticsError(
        "bootstrap", "has \(numerators.count) numerators and \(denominators.count) denominators")
    }
    return try interval(count: numerators.count, level: level) { indices in
      var (numerator, denominator) = (0.0, 0.0)
      for index in indices {
        numerator += numerators[index]
        denominator += denominators[index]
      }
      return numerator / denominator
    }
  }

  /// The interval of variance over mean of counts: 1 if they are Poisson.
  ///
  /// - Throws: ``StatisticsError`` unless there are two counts or more and at least one block.
  public func dispersion(of counts: [Double], level: Double = 0.95) throws(StatisticsError)
    -> Interval
  {
    try StatisticsError.atLeast(2, counts.count, for: "dispersion")
    return try interval(count: counts.count, level: level) { indices in
      var moments = RunningMoments()
      for index in indices { moments.add(counts[index]) }
      return moments.variance / moments.mean
    }
  }

  /// The interval of any figure of a series: `figure` gets indices into it, with repetition; the
  /// estimate is of all in order.
  ///
  /// - Throws: ``StatisticsError`` if there are no values, blocks longer than the series, fewer
  ///   than 100 resamples, or a figure is not finite.
  public func interval(
    count: Int, level: Double = 0.95, figure: ([Int]) -> Double
  ) throws(StatisticsError) -> Interval {
    try check(count, level)
    guard let stream = huying_stream_allocate(seed) else {
      preconditionFailure("no memory for a random stream")
    }
    defer { huying_stream_free(stream) }
    var indices = Array(0..<count)
    let estimate = figure(indices)
    var figures: [Double] = []
    figures.reserveCapacity(resamples)
    for _ in 0..<resamples {
      resample(&indices, stream)
      figures.append(figure(indices))
    }
    guard estimate.isFinite, figures.allSatisfy(\.isFinite) else {
      throw StatisticsError("bootstrap", "met a resample without a finite figure")
    }
    figures.sort()
    return Self.corrected(figures, around: estimate, level)
  }

  /// Percentiles shifted by the bias of the median, which a skewed figure has (Efron's BC).
  private static func corrected(_ sorted: [Double], around estimate: Double, _ level: Double)
    -> Interval
  {
    let count = Double(sorted.count)
    let below = Double(sorted.count { $0 < estimate }) + Double(sorted.count { $0 == estimate }) / 2
    let bias = gsl_cdf_ugaussian_Pinv(min(max(below, 0.5), count - 0.5) / count)
    let reach = gsl_cdf_ugaussian_Pinv(0.5 + level / 2)
    func percentile(_ shift: Double) -> Double {
      let probability = gsl_cdf_ugaussian_P(2 * bias + shift)
      return gsl_stats_quantile_from_sorted_data(sorted, 1, sorted.count, probability)
    }
    return Interval(estimate: estimate, low: percentile(-reach), high: percentile(reach))
  }

  private func check(_ count: Int, _ level: Double) throws(StatisticsError) {
    try StatisticsError.level(level, for: "bootstrap")
    guard blockLength >= 1, blockLength <= count else {
      throw StatisticsError("bootstrap", "has \(count) values and a block length of \(blockLength)")
    }
    guard resamples >= 100 else {
      throw StatisticsError("bootstrap", "needs at least 100 resamples, not \(resamples)")
    }
  }

  private func resample(_ indices: inout [Int], _ stream: UnsafeMutablePointer<huying_stream>) {
    let count = indices.count
    var filled = 0
    while filled < count {
      let uniform = huying_philox_uniform(huying_stream_philox(stream))
      let start = min(count - 1, Int(uniform * Double(count)))
      for offset in 0..<min(blockLength, count - filled) {
        indices[filled] = (start + offset) % count
        filled += 1
      }
    }
  }
}
