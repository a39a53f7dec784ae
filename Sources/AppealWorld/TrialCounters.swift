/// How much a trial did, for benchmarks.
public struct TrialCounters: Sendable, Equatable {
  public var appeals = 0
  public var commands = 0
  public var refusals = 0
  public var events = 0
  public var entries = 0
  /// Values drawn from distributions, and uniforms taken for decisions.
  public var draws = 0

  public init() {}
}
