/// The means of consecutive batches of a correlated series, and the interval they give.
///
/// Source: Law, "Simulation Modeling and Analysis", section 9.5.3.
public struct BatchMeans: Sendable {
  public let means: [Double]
  /// The length of a batch; values left over at the start of the series are not used.
  public let length: Int

  /// - Throws: ``StatisticsError`` unless there are two batches or more, and a value for each.
  public init(_ series: [Double], batches: Int) throws(StatisticsError) {
    guard batches >= 2 else {
      throw StatisticsError("batch means", "needs at least 2 batches, not \(batches)")
    }
    try StatisticsError.atLeast(batches, series.count, for: "batch means")
    length = series.count / batches
    let first = series.count - batches * length
    let length = self.length
    means = (0..<batches).map { batch in
      let start = first + batch * length
      return series[start..<start + length].reduce(0, +) / Double(length)
    }
  }

  /// Student's interval for the mean, treating batches as independent.
  public func interval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    try Interval.mean(of: means, level: level)
  }

  /// The correlation of neighbouring batches: near 0 if the batches are long enough.
  public func correlation() throws(StatisticsError) -> Double {
    try autocorrelation(means, lag: 1)
  }
}

/// The autocorrelation of a series at a lag; 0 of a constant series.
///
/// - Throws: ``StatisticsError`` unless the lag is from 0 to below the number of values.
public func autocorrelation(_ series: [Double], lag: Int) throws(StatisticsError) -> Double {
  guard lag >= 0, lag < series.count else {
    throw StatisticsError("autocorrelation", "at lag \(lag) needs more than \(series.count) values")
  }
  let moments = RunningMoments(series)
  guard moments.squares > 0 else { return 0 }
  let products = zip(series, series.dropFirst(lag)).reduce(0.0) {
    $0 + ($1.0 - moments.mean) * ($1.1 - moments.mean)
  }
  return products / moments.squares
}
