/// A span of time in integer milliseconds.
public typealias Milliseconds = Int64

extension Milliseconds {
  /// `count` seconds in milliseconds.
  @inlinable public static func seconds(_ count: Int64) -> Milliseconds { count * 1_000 }

  /// `count` minutes in milliseconds.
  @inlinable public static func minutes(_ count: Int64) -> Milliseconds { count * 60_000 }

  /// `count` hours in milliseconds.
  @inlinable public static func hours(_ count: Int64) -> Milliseconds { count * 3_600_000 }

  /// `count` days of exactly 24 hours in milliseconds.
  @inlinable public static func days(_ count: Int64) -> Milliseconds { count * 86_400_000 }
}

extension Int64 {
  /// The quotient rounded towards negative infinity; `divisor` is positive.
  @inlinable
  func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
