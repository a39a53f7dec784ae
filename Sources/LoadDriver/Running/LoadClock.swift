import Glibc

/// Nanoseconds that only go forward. A protocol, so that tests drive whole runs without waiting.
public protocol LoadClock {
  func now() -> Int64
  /// Returns at `instant` or a little later; at once if that is past.
  func sleep(until instant: Int64)
  /// Processor time that this thread has used.
  func processorTime() -> Int64
  /// Gives this thread a priority, where the system allows it; the one it had before. So the driver
  /// keeps to its schedule on a busy machine; it sleeps nearly all the time.
  func exchangePriority(_ priority: Int32) -> Int32
}

extension LoadClock {
  public func exchangePriority(_ priority: Int32) -> Int32 { priority }
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

  public func exchangePriority(_ priority: Int32) -> Int32 {
    // On Linux it is the calling thread's. Refused without the right: then it stays.
    let before = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, priority)
    return before
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
