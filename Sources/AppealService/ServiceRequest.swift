import AppealCore
import CivicTime

/// A command on its way to the core.
public struct ServiceRequest: Sendable, BitwiseCopyable {
  /// Nil only rings the alarms that are due at `at`.
  public var command: Command?
  /// When it happens; nil leaves that to the service's clock. Time never goes back: an instant
  /// before the newest entry becomes that entry's.
  public var at: Instant?
  /// The client's own mark, given back with the reply.
  public var token: UInt64
  /// When the client meant to send it, given back with the reply.
  public var intendedStart: MonotonicTime

  @inlinable
  public init(
    _ command: Command?, at: Instant? = nil, token: UInt64 = 0,
    intendedStart: MonotonicTime = MonotonicTime(nanoseconds: 0)
  ) {
    self.command = command
    self.at = at
    self.token = token
    self.intendedStart = intendedStart
  }
}

/// Whether a request was taken in. Only an accepted one is answered.
public enum Admission: Sendable, BitwiseCopyable {
  case accepted
  /// No room in the queue, or for the reply. Nothing happened.
  case busy
  /// The service takes no more work. Nothing happened.
  case stopped
}
