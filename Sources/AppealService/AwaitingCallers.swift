import Synchronization

/// Tasks that await the reply to one request each.
final class AwaitingCallers: Sendable {
  private struct Waiting {
    var next: UInt64 = 0
    var continuations: [UInt64: CheckedContinuation<Reply, any Error>] = [:]
  }

  private let waiting = Mutex(Waiting())

  /// - Returns: the token to submit with.
  func add(_ continuation: CheckedContinuation<Reply, any Error>) -> UInt64 {
    waiting.withLock { waiting in
      waiting.next += 1
      waiting.continuations[waiting.next] = continuation
      return waiting.next
    }
  }

  func resume(with reply: Reply) { remove(reply.token)?.resume(returning: reply) }

  func resume(_ token: UInt64, throwing error: ServiceError) {
    remove(token)?.resume(throwing: error)
  }

  private func remove(_ token: UInt64) -> CheckedContinuation<Reply, any Error>? {
    waiting.withLock { $0.continuations.removeValue(forKey: token) }
  }
}
