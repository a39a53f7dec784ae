public import CivicTime

extension AppealCore {
  /// Appeals of a nature that ended before this instant are forgotten, and their records no longer
  /// part of the state: for a store that sweeps them out. It only grows.
  public func remembersSince(_ nature: Nature) -> Instant { now - memory(of: nature) }
}
