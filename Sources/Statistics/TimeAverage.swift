/// The average over time of a whole number, such as a length of a queue, with the clock in integer
/// milliseconds. Exact, hence mergeable in any order.
public struct TimeAverage: Hashable, Sendable, BitwiseCopyable {
  /// The number now.
  public internal(set) var value: Int
  /// The instant up to which the tally reaches, in ms.
  public internal(set) var now: Int64
  /// The time tallied, in ms, and the number summed over it.
  public internal(set) var elapsed: Int64
  public internal(set) var area: Int128
  /// The least and greatest number since the start or the last ``restart(at:)``.
  public internal(set) var minimum: Int
  public internal(set) var maximum: Int

  public init(value: Int = 0, at start: Int64) {
    self.value = value
    now = start
    elapsed = 0
    area = 0
    minimum = value
    maximum = value
  }

  /// Brings the tally up to `instant`.
  ///
  /// - Precondition: time does not go back.
  public mutating func advance(to instant: Int64) {
    precondition(instant >= now, "a time average cannot go back in time")
    let span = instant - now
    // 128 bits: a number of 10⁹ over a thousand years would exceed 64.
    area += Int128(value) * Int128(span)
    elapsed += span
    now = instant
  }

  public mutating func set(_ newValue: Int, at instant: Int64) {
    advance(to: instant)
    value = newValue
    minimum = min(minimum, newValue)
    maximum = max(maximum, newValue)
  }

  public mutating func add(_ change: Int, at instant: Int64) { set(value + change, at: instant) }

  /// Forgets the past, as at the end of a warm-up; keeps the number.
  public mutating func restart(at instant: Int64) {
    advance(to: instant)
    self = TimeAverage(value: value, at: instant)
  }

  /// Joins the tally of another run: time and area add up. The number and instant stay.
  public mutating func merge(_ other: TimeAverage) {
    elapsed += other.elapsed
    area += other.area
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  /// Area over time; NaN if no time has passed.
  public var average: Double { elapsed == 0 ? .nan : Double(area) / Double(elapsed) }
}
