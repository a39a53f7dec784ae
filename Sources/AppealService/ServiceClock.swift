import CivicTime
import Glibc

/// Which instant a request happens at that does not carry one, and when alarms ring by themselves.
public enum ServiceClock: Sendable, Equatable {
  /// The machine's civil time, `shift` milliseconds later. Alarms ring when they are due, with or
  /// without traffic.
  case wall(shift: Milliseconds)
  /// Time comes with the requests alone: alarms ring with the next request, and one without an
  /// instant happens at the instant of the newest entry. For hosts whose time is not civil time.
  case requests

  /// The machine's civil time.
  public static let wall = ServiceClock.wall(shift: 0)

  /// The present instant; nil if only requests bring time.
  public var now: Instant? {
    switch self {
    case .requests: return nil
    case .wall(let shift):
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      let milliseconds = Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
      return Instant(milliseconds: milliseconds) + shift
    }
  }

  /// Waits are cut to this, so that a civil clock that was set is noticed.
  static let longestWait: Int64 = 1_000_000_000

  /// When to look for `alarm` again; the distant future if it never rings by itself.
  func wake(for alarm: Instant) -> MonotonicTime {
    guard alarm != .distantFuture, let now else { return .distantFuture }
    let span = max(0, min(alarm - now, Self.longestWait / 1_000_000))
    return .now() + span * 1_000_000
  }
}
