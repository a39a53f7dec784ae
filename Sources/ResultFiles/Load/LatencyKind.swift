/// From when to when a latency of an operation counts.
public enum LatencyKind: String, Sendable, CaseIterable {
  /// From the intended start to the durable answer.
  case intended
  /// From the dispatch to the durable answer.
  case dispatch
  /// From the moment the writer took it up to the durable answer.
  case service
  /// From the intended start to the dispatch: the driver's own delay.
  case lateness
}

extension LoadOperation {
  public subscript(kind: LatencyKind) -> Latency {
    switch kind {
    case .intended: intended
    case .dispatch: dispatch
    case .service: service
    case .lateness: lateness
    }
  }
}
