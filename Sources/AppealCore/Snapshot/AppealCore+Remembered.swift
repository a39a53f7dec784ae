public import CivicTime

extension AppealCore {
  /// Appeals closed before this instant are forgotten, and their records no longer part of the
  /// state: for a store that sweeps them out. It only grows.
  public var remembersSince: Instant { now - tables.memory }
}
