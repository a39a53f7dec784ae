import CivicTime

/// The arrivals of a trace as an intensity over wall-clock time.
///
/// The k-th arrival of the trace, counted from the first, is the point at which k arrivals are
/// expected; between two arrivals the count grows in a straight line. `speed` virtual seconds pass
/// in one second of the run.
public struct TraceIntensity: Sendable, Equatable {
  /// Seconds of the run at which each appeal of the trace arrives, ascending from 0.
  let arrivals: [Double]

  /// - Parameters:
  ///   - instants: of the trace's appeals, in any order.
  ///   - speed: k of ×k, above 0.
  /// - Throws: ``LoadPlanError`` of fewer than two arrivals, or a speed that is not above 0.
  public init(instants: [Instant], speed: Double) throws(LoadPlanError) {
    guard speed > 0, speed.isFinite else {
      throw LoadPlanError("the trace's speed is \(speed); write a number above 0, such as 100")
    }
    let sorted = instants.sorted()
    guard let first = sorted.first, let last = sorted.last, first < last else {
      throw LoadPlanError(
        "the trace has fewer than two arrivals at different times; name a trace with more rows")
    }
    arrivals = sorted.map { Double($0 - first) / 1_000 / speed }
  }

  public var seconds: Double { arrivals[arrivals.count - 1] }

  /// Expected arrivals in all.
  public var total: Double { Double(arrivals.count - 1) }

  /// Expected arrivals by a time, rounded down to whole ones. O(log arrivals).
  public func expected(by time: Double) -> Double {
    guard time < seconds else { return total }
    return time < 0 ? 0 : Double(RateProfile.last(arrivals, atMost: time))
  }

  /// When so many arrivals are expected; nil if that is not before the last. O(1).
  public func time(of count: Double) -> Double? {
    guard count >= 0, count < total else { return nil }
    let index = Int(count)
    let (low, high) = (arrivals[index], arrivals[index + 1])
    return low + (high - low) * (count - Double(index))
  }
}
