import CivicTime
import EventEngine
import RandomStreams

/// An open Jackson network: intake → dispatch → department, one in ten returns to dispatch. Three
/// stations in a plain buffer.
struct NetworkModel: Model, ~Copyable {
  enum Event: BitwiseCopyable {
    case arrival
    case departure(station: UInt8, server: ServerID)
    case warm
  }

  struct Station: ~Copyable {
    var pool: ServerPool<UInt32>
    var line: WaitingLine<UInt32>
    let meanService: Double
    var areaAtWarmUp: Int64 = 0

    init(servers: Int, rate: Double) {
      let start = Instant(milliseconds: 0)
      pool = ServerPool(capacity: servers, at: start)
      line = WaitingLine(.firstCome, since: start)
      meanService = 1 / rate
    }

    func area(until end: Instant) -> Int64 {
      pool.usage(until: end).busy + line.waitingTime(until: end)
    }
  }

  static let count = 3
  private enum Purpose: UInt8 { case network = 9 }

  let stations: UnsafeMutablePointer<Station>
  var stream: RandomStream
  var cases: UInt32 = 0

  init(replication: UInt32) {
    stations = .allocate(capacity: Self.count)
    for (index, (servers, rate)) in [(4, 4.0), (3, 6.0), (14, 1.0)].enumerated() {
      (stations + index).initialize(to: Station(servers: servers, rate: rate))
    }
    stream = RandomStream(
      seed: 20_191_217, replication: replication, key: StreamKey(Purpose.network))
  }

  deinit {
    stations.deinitialize(count: Self.count)
    stations.deallocate()
  }

  mutating func handle(
    _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>
  ) {
    switch event {
    case .arrival:
      let gap = milliseconds(stream.exponential(mean: 0.1))
      events.schedule(.arrival, at: now + gap, priority: .arrival)
      cases &+= 1
      enter(0, cases, at: now, &events)
    case .departure(let station, let server): leave(Int(station), server, at: now, &events)
    case .warm:
      for index in 0..<Self.count {
        stations[index].areaAtWarmUp = stations[index].area(until: now)
      }
    }
  }

  private mutating func enter(
    _ station: Int, _ number: UInt32, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    if stations[station].pool.hasIdle {
      begin(station, number, at: now, &events)
    } else {
      _ = stations[station].line.join(number, at: now)
    }
  }

  private mutating func begin(
    _ station: Int, _ number: UInt32, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    let server = stations[station].pool.seize(number, at: now)
    let effort = milliseconds(stream.exponential(mean: stations[station].meanService))
    let event = Event.departure(station: UInt8(station), server: server)
    events.schedule(event, at: now + effort, priority: .completion)
  }

  private mutating func leave(
    _ station: Int, _ server: ServerID, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    let number = stations[station].pool.release(server, at: now)
    if let next = stations[station].line.takeFirst(at: now) {
      begin(station, next.customer, at: now, &events)
    }
    if station < 2 {
      enter(station + 1, number, at: now, &events)
    } else if stream.bernoulli(0.1) {
      enter(1, number, at: now, &events)
    }
  }

  /// Mean numbers at the three stations between the warm-up and the end, in hours.
  static func meanNumbers(replication: UInt32, warmUp: Double, length: Double) -> [Double] {
    var simulation = Simulation(
      model: NetworkModel(replication: replication), start: Instant(milliseconds: 0))
    simulation.events.schedule(.arrival, at: simulation.now, priority: .arrival)
    simulation.events.schedule(.warm, at: instant(warmUp), priority: .alarm)
    simulation.run(until: instant(length))
    let (end, span) = (simulation.now, milliseconds(length - warmUp))
    return (0..<count).map { index in
      let area = simulation.model.stations[index].area(until: end)
      return Double(area - simulation.model.stations[index].areaAtWarmUp) / Double(span)
    }
  }
}
