import CivicTime
import EventEngine
import RandomStreams

/// Parallel dispatch without queueing: a case goes to three departments at once and is complete when
/// the last has finished. The next case begins then.
struct ParallelDispatch: Model, ~Copyable {
  enum Event: BitwiseCopyable { case begin, done }

  private enum Purpose: UInt8 { case departments = 10 }

  static let departments = 3
  var stream: RandomStream
  var open = 0
  var begun = Instant(milliseconds: 0)
  var completed = 0
  var total: Milliseconds = 0

  init(replication: UInt32) {
    stream = RandomStream(
      seed: 20_191_217, replication: replication, key: StreamKey(Purpose.departments))
  }

  mutating func handle(
    _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>
  ) {
    switch event {
    case .begin:
      (begun, open) = (now, Self.departments)
      for _ in 0..<Self.departments {
        let span = milliseconds(stream.exponential(mean: 1))
        events.schedule(.done, at: now + span, priority: .completion)
      }
    case .done:
      open -= 1
      guard open == 0 else { return }
      completed += 1
      total += now - begun
      events.schedule(.begin, at: now, priority: .arrival)
    }
  }

  /// The mean completion time of 1,000 cases.
  static func meanCompletion(replication: UInt32) -> Double {
    var simulation = Simulation(
      model: ParallelDispatch(replication: replication), start: Instant(milliseconds: 0))
    simulation.events.schedule(.begin, at: simulation.now, priority: .arrival)
    simulation.run(events: 4_000)
    return Double(simulation.model.total) / Double(simulation.model.completed) / unit
  }
}
