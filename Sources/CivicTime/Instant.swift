/// A point in time: integer milliseconds UTC since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Encoded as the bare number of milliseconds.
@frozen
public struct Instant: BitwiseCopyable, Hashable, Sendable {
  public var milliseconds: Int64

  @inlinable
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Later than every instant that can come due; the deadline of what has none.
  public static var distantFuture: Instant {
    @inlinable get { Instant(milliseconds: .max) }
  }

  /// Earlier than every instant; where counting back leaves the known calendar.
  public static var distantPast: Instant {
    @inlinable get { Instant(milliseconds: .min) }
  }
}

extension Instant: Comparable {
  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant {
  /// The instant `span` later. Saturates at the distant future and past.
  @inlinable
  public static func + (instant: Instant, span: Milliseconds) -> Instant {
    let (sum, overflow) = instant.milliseconds.addingReportingOverflow(span)
    return overflow ? (span > 0 ? .distantFuture : .distantPast) : Instant(milliseconds: sum)
  }

  /// The instant `span` earlier. Saturates at the distant future and past.
  @inlinable
  public static func - (instant: Instant, span: Milliseconds) -> Instant {
    let (rest, overflow) = instant.milliseconds.subtractingReportingOverflow(span)
    return overflow ? (span > 0 ? .distantPast : .distantFuture) : Instant(milliseconds: rest)
  }

  /// Elapsed time from `right` to `left`, negative when `left` is earlier. Saturates.
  @inlinable
  public static func - (left: Instant, right: Instant) -> Milliseconds {
    let (rest, overflow) = left.milliseconds.subtractingReportingOverflow(right.milliseconds)
    return overflow ? (left > right ? .max : .min) : rest
  }

  @inlinable
  public static func += (instant: inout Instant, span: Milliseconds) { instant = instant + span }

  @inlinable
  public static func -= (instant: inout Instant, span: Milliseconds) { instant = instant - span }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
