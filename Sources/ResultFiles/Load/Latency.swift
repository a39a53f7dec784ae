/// A distribution of latencies: its figures, and the buckets of its histogram.
public struct Latency: Sendable, Hashable {
  public var count: Int
  public var meanUs: Double
  public var maxUs: Int
  /// Ascending by share.
  public var percentiles: [LatencyPercentile]
  /// Ascending by value; empty where the histogram was not kept.
  public var buckets: [LatencyBucket]

  public static let none = Latency(
    count: 0, meanUs: 0, maxUs: 0, percentiles: [], buckets: [])

  public init(
    count: Int, meanUs: Double, maxUs: Int, percentiles: [LatencyPercentile],
    buckets: [LatencyBucket] = []
  ) {
    self.count = count
    self.meanUs = meanUs
    self.maxUs = maxUs
    self.percentiles = percentiles
    self.buckets = buckets
  }

  /// Percentiles that every report shows, in per cent.
  public static let standardPercentiles = [50.0, 75, 90, 95, 99, 99.9, 99.99]

  /// The figures of a histogram.
  ///
  /// - Parameters:
  ///   - buckets: ascending by value, each count above 0.
  ///   - meanUs: of the recorded values, where it is known better than from the buckets.
  ///   - maxUs: the same for the largest.
  /// - Complexity: O(buckets × percentiles).
  public init(buckets: [LatencyBucket], meanUs: Double? = nil, maxUs: Int? = nil) {
    let count = buckets.reduce(0) { $0 + $1.count }
    let sum = buckets.reduce(0.0) { $0 + Double($1.us) * Double($1.count) }
    let largest = maxUs ?? buckets.last?.us ?? 0
    self.init(
      count: count, meanUs: meanUs ?? (count > 0 ? sum / Double(count) : 0), maxUs: largest,
      percentiles: [], buckets: buckets)
    guard count > 0 else { return }
    percentiles = Self.standardPercentiles.map {
      LatencyPercentile(percent: $0, us: min(bucketValue(atPercent: $0), largest))
    }
  }

  /// Microseconds at a percentile: from the list of figures, else from the buckets; nil if neither
  /// knows it.
  public func us(atPercent percent: Double) -> Int? {
    guard count > 0 else { return nil }
    if percent >= 100 { return maxUs }
    if let known = percentiles.first(where: { $0.percent == percent }) { return known.us }
    return buckets.isEmpty ? nil : min(bucketValue(atPercent: percent), maxUs)
  }

  /// The smallest value with at least `percent` of all at or below it.
  private func bucketValue(atPercent percent: Double) -> Int {
    // The next lower percentage, so that rounding never lifts a whole rank to the one above.
    let rank = max(1, Int((percent.nextDown / 100 * Double(count)).rounded(.up)))
    var seen = 0
    for bucket in buckets {
      seen += bucket.count
      if seen >= rank { return bucket.us }
    }
    return buckets.last?.us ?? 0
  }
}

/// `us` is at or above `percent` of all values.
public struct LatencyPercentile: Sendable, Hashable {
  /// In per cent, 99.9 for instance.
  public var percent: Double
  public var us: Int

  public init(percent: Double, us: Int) {
    self.percent = percent
    self.us = us
  }
}

/// One bucket of a histogram.
public struct LatencyBucket: Sendable, Hashable {
  /// The highest value that the bucket stands for, in microseconds.
  public var us: Int
  /// Values in this bucket alone, above 0.
  public var count: Int

  public init(us: Int, count: Int) {
    self.us = us
    self.count = count
  }
}
