/// What became of the rows of a trace so far.
public struct TraceTally: Sendable, Hashable {
  /// All rows below the header.
  public internal(set) var rows = 0
  /// Rows that were understood and passed the filters.
  public internal(set) var used = 0
  /// Rows that a filter left out.
  public internal(set) var filtered = 0
  /// Used rows that lie in a hole.
  public internal(set) var inHoles = 0
  /// Rows that were not understood.
  public internal(set) var bad = 0
  /// The first of them.
  public internal(set) var rejects: [TraceReject] = []

  static let mostRejects = 20
}

/// A row that was not understood.
public struct TraceReject: Sendable, Hashable {
  public var line: Int
  /// One clause without a full stop.
  public var reason: String
}
