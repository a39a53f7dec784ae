/// A latency figure over the last seconds, for a windowed threshold; sliding by one second.
struct WindowMeter {
  let latency: LatencyFigure
  /// Nil means all kinds.
  let kind: OperationKind?
  let seconds: Int
  private var ring: [ShortRecorder]
  private var position = 0
  /// Seconds in a row that count, no warm-up among them.
  private var filled = 0
  /// The figure of the window that ends with each second; nil while it is not full, or empty.
  private(set) var values: [Double?] = []

  init(latency: LatencyFigure, kind: OperationKind?, seconds: Int) {
    self.latency = latency
    self.kind = kind
    self.seconds = seconds
    ring = Array(repeating: ShortRecorder(), count: seconds)
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

  mutating func close(isCounted: Bool) {
    filled = isCounted ? filled + 1 : 0
    values.append(filled >= seconds ? figure() : nil)
    position = (position + 1) % seconds
    ring[position].removeAll()
  }

  private func figure() -> Double? {
    var sum = ShortRecorder()
    for second in ring { sum.add(second) }
    return switch latency.statistic {
    case .percentile(let percent): sum.us(atPercent: percent).map(Double.init)
    case .mean: sum.meanUs
    case .most: sum.count > 0 ? Double(sum.maxUs) : nil
    }
  }
}

/// Which latency, and which figure of it.
public struct LatencyFigure: Sendable, Hashable {
  public enum Span: String, Sendable, CaseIterable { case intended, dispatch, service }
  public enum Statistic: Sendable, Hashable {
    case percentile(Double)
    case mean, most
  }

  public var span: Span
  public var statistic: Statistic

  public init(span: Span, statistic: Statistic) {
    self.span = span
    self.statistic = statistic
  }
}
