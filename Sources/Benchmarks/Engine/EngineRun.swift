import CYardstick
import CivicTime
import EventEngine

/// One timed run: how long it took, and what it computed, to be held against theory.
struct EngineRun {
  var seconds: Double
  /// Queue: the mean number in system. Hold: events expected by the end, per event executed.
  var measure: Double
  var peakBytes: Int
}

extension EngineCase {
  /// One run on the engine.
  func runEngine<Draws: ExponentialDraws>(
    _ draws: Draws.Type, events: Int, seed: UInt64
  ) -> EngineRun {
    switch self {
    case .queue(let servers, let arrivalRate):
      let model = QueueModel<Draws>(servers: servers, arrivalRate: arrivalRate, seed: seed)
      return Self.runQueue(model, events: events)
    case .hold(let pending, let increments):
      let model = HoldModel<Draws>(pending: pending, increments: increments, seed: seed)
      return Self.runHold(model, pending: pending, events: events)
    }
  }

  private static func runQueue<Draws: ExponentialDraws>(
    _ model: consuming QueueModel<Draws>, events: Int
  ) -> EngineRun {
    var simulation = Simulation(model: model, start: Instant(milliseconds: 0))
    simulation.events.schedule(.arrival, at: simulation.now, priority: .arrival)
    let seconds = Stopwatch.seconds { simulation.run(events: events) }
    return EngineRun(
      seconds: seconds, measure: simulation.model.meanNumber(until: simulation.now),
      peakBytes: simulation.events.allocatedBytes)
  }

  private static func runHold<Draws: ExponentialDraws>(
    _ model: consuming HoldModel<Draws>, pending: Int, events: Int
  ) -> EngineRun {
    var simulation = Simulation(model: model, start: Instant(milliseconds: 0))
    for number in 0..<UInt32(pending) {
      let first = simulation.now + simulation.model.increment()
      simulation.events.schedule(number, at: first, priority: .arrival)
    }
    let seconds = Stopwatch.seconds { simulation.run(events: events) }
    let time = Double(simulation.now.milliseconds) / simulation.model.mean
    let expected = simulation.model.increments.meanRenewals(until: time) * Double(pending)
    return EngineRun(
      seconds: seconds, measure: expected / Double(events),
      peakBytes: simulation.events.allocatedBytes)
  }

  /// One run of the C loop; nil without memory.
  func runYardstick(events: Int, seed: UInt64) -> EngineRun? {
    guard let yardstick = makeYardstick(seed: seed) else { return nil }
    defer { huying_yardstick_free(yardstick) }
    let seconds = Stopwatch.seconds {
      switch self {
      case .queue: huying_yardstick_run_queue(yardstick, Int64(events))
      case .hold: huying_yardstick_run_hold(yardstick, Int64(events))
      }
    }
    let now = huying_yardstick_now(yardstick)
    let measure =
      switch self {
      case .queue: huying_yardstick_area(yardstick) / now
      case .hold(let pending, let increments):
        increments.meanRenewals(until: now) * Double(pending) / Double(events)
      }
    return EngineRun(
      seconds: seconds, measure: measure, peakBytes: Int(huying_yardstick_bytes(yardstick)))
  }

  private func makeYardstick(seed: UInt64) -> OpaquePointer? {
    switch self {
    case .queue(let servers, let arrivalRate):
      huying_yardstick_queue(Int32(servers), arrivalRate, seed)
    case .hold(let pending, let increments):
      huying_yardstick_hold(Int32(pending), increments == .bimodal ? 1 : 0, seed)
    }
  }

  /// What `EngineRun.measure` should be.
  var expected: Double {
    switch self {
    case .queue(let servers, let arrivalRate):
      Self.meanNumber(servers: servers, arrivalRate: arrivalRate)
    case .hold: 1
    }
  }
}
