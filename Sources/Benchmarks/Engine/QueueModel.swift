import CivicTime
import EventEngine
import RandomStreams

/// M/M/c, on the future event list and the server pool that `AppealWorld` uses. Customers are
/// alike, so the line is a number and its exact integral.
struct QueueModel<Draws: ExponentialDraws>: Model, ~Copyable {
  enum Event: BitwiseCopyable {
    case arrival
    case departure(ServerID)
  }

  /// One unit of model time.
  static var unit: Double { 3_600_000 }

  var stream: RandomStream
  var pool: ServerPool<UInt32>
  var waiting: LevelIntegral
  var arrivals: UInt32 = 0
  let meanGap: Double
  let meanService = Self.unit

  init(servers: Int, arrivalRate: Double, seed: UInt64) {
    let start = Instant(milliseconds: 0)
    stream = RandomStream(seed: seed)
    pool = ServerPool(capacity: servers, at: start)
    waiting = LevelIntegral(since: start)
    meanGap = Self.unit / arrivalRate
  }

  mutating func handle(
    _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>
  ) {
    switch event {
    case .arrival:
      events.schedule(.arrival, at: now + draw(mean: meanGap), priority: .arrival)
      if pool.hasIdle { begin(at: now, &events) } else { waiting.change(by: 1, at: now) }
    case .departure(let server):
      pool.release(server, at: now)
      if waiting.level > 0 {
        waiting.change(by: -1, at: now)
        begin(at: now, &events)
      }
    }
  }

  @inline(__always)
  private mutating func begin(at now: Instant, _ events: inout FutureEventList<Event>) {
    arrivals &+= 1
    let server = pool.seize(arrivals, at: now)
    let end = now + draw(mean: meanService)
    events.schedule(.departure(server), at: end, priority: .completion)
  }

  @inline(__always)
  private mutating func draw(mean: Double) -> Milliseconds {
    Milliseconds(Draws.draw(mean: mean, from: &stream))
  }

  /// The mean number in system up to `end`.
  borrowing func meanNumber(until end: Instant) -> Double {
    let area = waiting.area(until: end) + pool.usage(until: end).busy
    return Double(area) / Double(end.milliseconds)
  }
}
