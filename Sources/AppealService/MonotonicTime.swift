import Glibc

/// A point on the machine's monotonic clock, in nanoseconds: for latencies and waiting, never for
/// deadlines of appeals. Comparable between the threads and processes of one boot.
public struct MonotonicTime: BitwiseCopyable, Hashable, Sendable {
  public var nanoseconds: Int64

  @inlinable
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public static func now() -> MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  public static let distantFuture = MonotonicTime(nanoseconds: .max)

  /// Nanoseconds from `right` to `left`.
  @inlinable
  public static func - (left: MonotonicTime, right: MonotonicTime) -> Int64 {
    left.nanoseconds - right.nanoseconds
  }

  /// The point some nanoseconds later; saturates at the distant future.
  @inlinable
  public static func + (time: MonotonicTime, nanoseconds: Int64) -> MonotonicTime {
    let (sum, overflow) = time.nanoseconds.addingReportingOverflow(nanoseconds)
    return MonotonicTime(nanoseconds: overflow ? .max : sum)
  }
}

extension MonotonicTime: Comparable {
  @inlinable
  public static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension Duration {
  /// Whole nanoseconds; saturates.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return seconds < 0 ? .min : .max }
    let (sum, carried) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
    return carried ? .max : sum
  }
}
