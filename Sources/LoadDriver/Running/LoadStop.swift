import Synchronization

/// Ends a run before its schedule, from any thread: what was given is still answered and judged.
public final class LoadStop: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public func request() { flag.store(true, ordering: .relaxed) }

  public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
