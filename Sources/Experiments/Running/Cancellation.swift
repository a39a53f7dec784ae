import Dispatch
import Foundation
import Synchronization

/// A request to stop, seen by all workers.
public final class Cancellation: Sendable {
  private let requested = Atomic(false)

  public init() {}

  public func request() { requested.store(true, ordering: .relaxed) }

  public var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// - Throws: `ExperimentError.interrupted` once a stop was requested.
  public func check() throws(ExperimentError) {
    if isRequested { throw .interrupted }
  }
}

/// Turns Ctrl-C and a polite kill into a request to stop, while it lives.
public final class InterruptTrap {
  private let sources: [any DispatchSourceSignal]

  public init(_ cancellation: Cancellation) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { cancellation.request() }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
