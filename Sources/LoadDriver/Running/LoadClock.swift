import Glibc

/// Nanoseconds that only go forward. A protocol, so that tests drive whole runs without waiting.
public protocol LoadClock {
  func now() -> Int64
  /// Returns at `instant` or a little later; at once if that is past.
  func sleep(until instant: Int64)
  /// Processor time that this thread has used.
  func processorTime() -> Int64
}

/// The machine's monotonic clock.
public struct MonotonicClock: LoadClock {
  public init() {}

  public func now() -> Int64 { Self.read(CLOCK_MONOTONIC) }

  public func processorTime() -> Int64 { Self.read(CLOCK_THREAD_CPUTIME_ID) }

  public func sleep(until instant: Int64) {
    guard instant > now() else { return }
    var time = timespec(
      tv_sec: Int(instant / 1_000_000_000), tv_nsec: Int(instant % 1_000_000_000))
    // Interrupted sleeps end early; the driver asks the clock again anyway.
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil)
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
