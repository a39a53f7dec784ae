public import CivicTime

/// A level that changes by whole steps at known instants, and its exact integral over time: busy
/// servers, waiting customers, staff on duty.
///
///     var busy = LevelIntegral(since: start)
///     busy.change(by: 1, at: start + 1_000)
///     busy.area(until: start + 5_000)                // 4_000: one server, four seconds
///
/// Integers only, so nothing is lost however long the run is. A change costs one multiplication:
/// the integral of a step function to T is level·T − Σ step·(time of the step), and the sum is kept
/// modulo 2⁶⁴, which is exact while the integral itself fits.
public struct LevelIntegral: BitwiseCopyable, Sendable {
  @usableFromInline var current: Int64 = 0
  @usableFromInline var moment: Int64
  @usableFromInline var begin: Int64

  /// A level of zero from `start`.
  @inlinable
  public init(since start: Instant, level: Int = 0) {
    begin = start.milliseconds
    current = Int64(level)
    moment = 0 &- current &* begin
  }

  @inlinable public var level: Int { Int(current) }

  /// Changes the level. Instants may come in any order.
  @inlinable
  public mutating func change(by step: Int, at now: Instant) {
    current &+= Int64(step)
    moment &-= Int64(step) &* now.milliseconds
  }

  /// The integral from the start, in level × milliseconds.
  @inlinable
  public func area(until end: Instant) -> Int64 { current &* end.milliseconds &+ moment }

  /// The mean level from the start; zero if no time has passed.
  @inlinable
  public func mean(until end: Instant) -> Double {
    let span = end.milliseconds - begin
    return span > 0 ? Double(area(until: end)) / Double(span) : 0
  }
}
