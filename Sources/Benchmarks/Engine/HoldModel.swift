import CivicTime
import EventEngine
import RandomStreams

/// The hold model: each event schedules one more when it happens, so their number is fixed.
///
/// Jones, "An empirical comparison of priority-queue and event-set implementations", CACM 29 (1986).
struct HoldModel<Draws: ExponentialDraws>: Model, ~Copyable {
  typealias Event = UInt32

  var stream: RandomStream
  let increments: HoldIncrements
  /// The mean increment in milliseconds: 1,000 s for each pending event, so that ties are rare.
  let mean: Double

  init(pending: Int, increments: HoldIncrements, seed: UInt64) {
    stream = RandomStream(seed: seed)
    self.increments = increments
    mean = 1_000_000 * Double(pending)
  }

  @inline(__always)
  mutating func handle(
    _ event: UInt32, at now: Instant, scheduling events: inout FutureEventList<UInt32>
  ) {
    events.schedule(event, at: now + increment(), priority: .arrival)
  }

  @inline(__always)
  mutating func increment() -> Milliseconds {
    guard increments == .bimodal else {
      return Milliseconds(Draws.draw(mean: mean, from: &stream))
    }
    let share = stream.bits() < 0x1999_9999_9999_999a ? 9.1 : 0.1
    return Milliseconds(Draws.draw(mean: share * mean, from: &stream))
  }
}
