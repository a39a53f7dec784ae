import AppealCore
import AppealStore

extension AppealStore: DurableLog {}

extension OpenedLog where Log == AppealStore {
  /// A store as it was opened.
  public init(_ opened: consuming OpenedStore) {
    self.init(log: opened.store, core: opened.core)
  }
}

extension AppealService {
  /// A service on a store.
  ///
  /// - Parameters:
  ///   - opened: what `AppealStore.open` gave; the service's alone from now on.
  ///   - reopen: opens the same store again after a failed commit.
  /// - Throws: `ServiceError.limit`, `.noThread`.
  public convenience init(
    _ opened: consuming sending OpenedStore, limits: ServiceLimits = ServiceLimits(),
    clock: ServiceClock = .wall, reopen: @escaping @Sendable () throws -> OpenedStore
  ) throws(ServiceError) {
    try self.init(OpenedLog(opened), limits: limits, clock: clock) {
      OpenedLog(try reopen())
    }
  }

  /// A service on the store at `path`, which it opens.
  ///
  /// - Throws: what `AppealStore.open` throws; `ServiceError.limit`, `.noThread`.
  public convenience init(
    path: String, policy: Policy, options: StoreOptions = StoreOptions(),
    limits: ServiceLimits = ServiceLimits(), clock: ServiceClock = .wall
  ) throws {
    let open: @Sendable () throws -> OpenedStore = {
      try AppealStore.open(path: path, policy: policy, options: options)
    }
    try self.init(open(), limits: limits, clock: clock, reopen: open)
  }
}
