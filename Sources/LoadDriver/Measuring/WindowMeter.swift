/// A latency figure over the last seconds, for a windowed threshold; sliding by one second.
struct WindowMeter {
  let latency: LatencyFigure
  /// Nil means all kinds.
  let kind: OperationKind?
  let seconds: Int
  private var ring: [ShortRecorder]
  /// Of each second in the ring, the commands that were dropped: their latency has no end.
  private var drops: [Int]
  private var position = 0
  /// Seconds in a row that count, no warm-up among them.
  private var filled = 0
  /// The figure of the window that ends with each second; nil while it is not full, or empty.
  /// Infinite where so many were dropped that they reach the percentile.
  private(set) var values: [Double?] = []

  init(latency: LatencyFigure, kind: OperationKind?, seconds: Int) {
    self.latency = latency
    self.kind = kind
    self.seconds = seconds
    // Each one made apart, lest they share their buckets until they are first written.
    ring = (0..<seconds).map { _ in ShortRecorder() }
    drops = Array(repeating: 0, count: seconds)
    values.reserveCapacity(86_400)
  }

  mutating func record(_ kind: OperationKind, intended: Int64, dispatch: Int64, service: Int64) {
    if let wanted = self.kind, wanted != kind { return }
    let span =
      switch latency.span {
      case .intended: intended
      case .dispatch: dispatch
      case .service: service
      }
    ring[position].record(nanoseconds: span)
  }

  mutating func drop(_ kind: OperationKind) {
    if latency.span == .intended, self.kind == nil || self.kind == kind { drops[position] += 1 }
  }

  mutating func close(isCounted: Bool) {
    filled = isCounted ? filled + 1 : 0
    values.append(filled >= seconds ? figure() : nil)
    position = (position + 1) % seconds
    ring[position].removeAll()
    drops[position] = 0
  }

  private func figure() -> Double? {
    var sum = ShortRecorder()
    for second in ring { sum.add(second) }
    return latency.statistic.figure(
      of: sum.count, dropped: drops.reduce(0, +), percentile: { sum.us(atPercent: $0) },
      mean: sum.meanUs ?? 0, most: sum.maxUs)
  }
}

/// Which latency, and which figure of it.
public struct LatencyFigure: Sendable, Hashable {
  public enum Span: String, Sendable, CaseIterable { case intended, dispatch, service }
  public enum Statistic: Sendable, Hashable {
    case percentile(Double)
    case mean, most

    /// The figure of a distribution in microseconds, where `dropped` values more have no end; nil
    /// if it is empty.
    func figure(
      of count: Int, dropped: Int, percentile: (Double) -> Int?, mean: Double, most: Int
    ) -> Double? {
      guard count + dropped > 0 else { return nil }
      guard dropped > 0 else {
        return switch self {
        case .percentile(let percent): percentile(percent).map(Double.init)
        case .mean: mean
        case .most: Double(most)
        }
      }
      guard case .percentile(let percent) = self, count > 0 else { return .infinity }
      // The rank among all, as a percentile of those that were answered.
      let share = percent * Double(count + dropped) / Double(count)
      return share > 100 ? .infinity : percentile(share).map(Double.init)
    }
  }

  public var span: Span
  public var statistic: Statistic

  public init(span: Span, statistic: Statistic) {
    self.span = span
    self.statistic = statistic
  }
}
