import Foundation

/// Threads of the system that a test waits for; its own blocking calls may not sit in the pool.
final class Crew {
  private let group = DispatchGroup()

  func start(_ body: @escaping @Sendable () -> Void) {
    group.enter()
    let group = group
    Thread {
      body()
      group.leave()
    }.start()
  }

  func join() { group.wait() }
}
