extension LogLinearHistogram {
  /// The values of one cell, and how many were recorded.
  public struct Cell: Hashable, Sendable, Codable {
    public let low: Int64
    public let high: Int64
    public let count: Int
  }

  /// The cells that hold something, from the least value up.
  public var occupied: [Cell] {
    cells.enumerated().compactMap { index, times in
      guard times > 0 else { return nil }
      let range = Self.range(of: index, precision)
      return Cell(low: range.lowerBound, high: range.upperBound, count: times)
    }
  }

  /// The middle of the cell of the value of a rank, 1 to ``count`` from below, never outside
  /// ``minimum`` and ``maximum``. Within ``relativeError`` of the value. O(cells).
  ///
  /// - Throws: ``StatisticsError`` if there is no such rank.
  public func value(atRank rank: Int) throws(StatisticsError) -> Double {
    guard rank >= 1, rank <= count else {
      throw StatisticsError("histogram", "has \(count) values, so there is no rank \(rank)")
    }
    var below = 0
    for (index, times) in cells.enumerated() {
      below += times
      guard below >= rank else { continue }
      let range = Self.range(of: index, precision)
      let low = max(range.lowerBound, minimum)
      let high = min(range.upperBound, maximum)
      return Double(low) + Double(high - low) / 2
    }
    preconditionFailure("the cells of a histogram sum to its count")
  }

  /// The least value that at least `probability` of all values do not exceed, as
  /// ``value(atRank:)`` gives it.
  ///
  /// - Throws: ``StatisticsError`` of no values, or unless the probability is from 0 to 1.
  public func quantile(_ probability: Double) throws(StatisticsError) -> Double {
    guard probability >= 0, probability <= 1 else {
      throw StatisticsError("quantile", "of \(probability) is not from 0 to 1")
    }
    try StatisticsError.atLeast(1, count, for: "quantile")
    let rank = (probability * Double(count)).rounded(.up)
    return try value(atRank: min(max(1, Int(rank)), count))
  }

  /// An interval for a quantile of independent values, by their ranks.
  ///
  /// - Throws: ``StatisticsError`` as ``QuantileRanks``.
  public func quantileInterval(_ probability: Double, level: Double = 0.95)
    throws(StatisticsError) -> Interval
  {
    let ranks = try QuantileRanks(count: count, probability: probability, level: level)
    return Interval(
      estimate: try quantile(probability), low: try value(atRank: ranks.low),
      high: try value(atRank: ranks.high))
  }

  /// How many values are at most `value`: exact where a cell ends there or values are below
  /// 2^(precision+1), else the whole cell counts.
  public func count(atMost value: Int64) -> Int {
    value < 0 ? 0 : cells[...Self.cell(of: value, precision)].reduce(0, +)
  }
}
