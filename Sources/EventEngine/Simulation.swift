public import CivicTime

/// What happens when events happen: the state of a simulation, and how an event changes it.
///
/// The protocol is only ever specialised: `Simulation` is generic over one concrete model, so that
/// the handler is called directly and inlined where it pays.
///
///     struct Clock: Model {
///       enum Event { case tick }
///       var ticks = 0
///       mutating func handle(
///         _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>
///       ) {
///         ticks += 1
///         events.schedule(.tick, at: now + 60_000, priority: .alarm)
///       }
///     }
public protocol Model: ~Copyable {
  /// Usually an enumeration with small payloads.
  associatedtype Event: BitwiseCopyable

  /// Changes the state as the event says, and schedules what follows from it.
  mutating func handle(
    _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>)
}

/// A model, its pending events and its clock.
public struct Simulation<M: Model & ~Copyable>: ~Copyable {
  public var model: M
  public var events = FutureEventList<M.Event>()
  @usableFromInline var clock: Instant
  @usableFromInline var total = 0

  /// The time of the last event, or the time the simulation was last run to.
  @inlinable public var now: Instant { clock }
  /// Events executed.
  @inlinable public var executed: Int { total }

  /// A simulation that begins at `start`; schedule its first events in `events`.
  @inlinable
  public init(model: consuming M, start: Instant) {
    self.model = model
    clock = start
  }
}

extension Simulation where M: ~Copyable {
  /// Executes all events up to and including `end`, and sets the clock to `end`.
  @inlinable
  public mutating func run(until end: Instant) {
    while let due = events.pop(through: end) {
      total += 1
      model.handle(due.payload, at: due.time, scheduling: &events)
    }
    clock = max(clock, end)
  }

  /// Executes at most `count` events; returns how many there were.
  @inlinable
  @discardableResult
  public mutating func run(events count: Int) -> Int {
    var done = 0
    while done < count, let due = events.pop() {
      done += 1
      clock = due.time
      model.handle(due.payload, at: due.time, scheduling: &events)
    }
    total += done
    return done
  }
}
