public import CivicTime

/// Decides among events of one instant: the lower number happens first.
public struct EventPriority: RawRepresentable, BitwiseCopyable, Hashable, Sendable {
  public var rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Changes of the calendar, of shifts and of modes.
  @inlinable public static var calendar: EventPriority { EventPriority(rawValue: 0) }
  /// Alarms: something has become due.
  @inlinable public static var alarm: EventPriority { EventPriority(rawValue: 64) }
  /// Completions of work.
  @inlinable public static var completion: EventPriority { EventPriority(rawValue: 128) }
  /// Arrivals.
  @inlinable public static var arrival: EventPriority { EventPriority(rawValue: 192) }
}

/// The whole order of events in one 128-bit number:
///
///     time, biased 48 | priority 8 | sequence 40 | slot 32
///
/// The sequence is unique, so the slot below it never decides. One comparison is a subtraction with
/// borrow, without a branch.
@usableFromInline
typealias EventKey = UInt128

extension EventKey {
  /// Later than any event.
  @inlinable static var never: EventKey { .max }

  @inlinable
  init(tick: UInt64, priority: EventPriority, sequence: UInt64, slot: UInt32) {
    let high = tick << 16 | UInt64(priority.rawValue) << 8 | sequence >> 32
    self = EventKey(high) << 64 | EventKey(sequence << 32 | UInt64(slot))
  }

  /// The biased time.
  @inlinable var tick: UInt64 { UInt64(truncatingIfNeeded: self >> 80) }

  @inlinable var priority: EventPriority {
    EventPriority(rawValue: UInt8(truncatingIfNeeded: self >> 72))
  }

  @inlinable var slot: UInt32 { UInt32(truncatingIfNeeded: self) }
}

/// Time within keys: milliseconds above −2⁴⁷ (about the year −2490), as an unsigned number.
@usableFromInline
enum EventTick {
  @inlinable static var bias: Int64 { 1 << 47 }

  /// Past any event.
  @inlinable static var never: UInt64 { .max }

  @inlinable
  static func tick(of instant: Instant) -> UInt64 {
    let tick = UInt64(bitPattern: instant.milliseconds &+ bias)
    precondition(tick < 1 << 48, "an event more than 4,459 years from 1970")
    return tick
  }

  @inlinable
  static func instant(of tick: UInt64) -> Instant {
    Instant(milliseconds: Int64(bitPattern: tick) &- bias)
  }
}
