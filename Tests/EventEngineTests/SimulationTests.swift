import CivicTime
import EventEngine
import Testing

/// Ticks every 10 ms until told to stop.
private struct Ticker: Model {
  enum Event { case tick, stop }
  var ticks: [Int64] = []
  var runs = true

  mutating func handle(
    _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>
  ) {
    switch event {
    case .tick where runs:
      ticks.append(now.milliseconds)
      events.schedule(.tick, at: now + 10, priority: .alarm)
    case .tick: break
    case .stop: runs = false
    }
  }
}

@Suite struct SimulationTests {
  @Test func runsThroughTheEndAndSetsTheClock() {
    var simulation = Simulation(model: Ticker(), start: Instant(milliseconds: 0))
    simulation.events.schedule(.tick, at: Instant(milliseconds: 0), priority: .alarm)
    simulation.events.schedule(.stop, at: Instant(milliseconds: 40), priority: .calendar)
    simulation.run(until: Instant(milliseconds: 30))
    #expect(simulation.model.ticks == [0, 10, 20, 30])
    let (now, executed) = (simulation.now, simulation.executed)
    #expect(now == Instant(milliseconds: 30) && executed == 4)
    simulation.run(until: Instant(milliseconds: 95))
    #expect(simulation.model.ticks == [0, 10, 20, 30], "the stop at 40 comes before the tick")
    let (end, pending) = (simulation.now, simulation.events.count)
    #expect(end == Instant(milliseconds: 95) && pending == 0)
  }

  @Test func runsANumberOfEvents() {
    var simulation = Simulation(model: Ticker(), start: Instant(milliseconds: 0))
    simulation.events.schedule(.tick, at: Instant(milliseconds: 5), priority: .alarm)
    let done = simulation.run(events: 3)
    let now = simulation.now
    #expect(done == 3 && now == Instant(milliseconds: 25))
  }

  @Test func levelIntegralIsExactAtPresentDayInstants() {
    let start = Instant(milliseconds: 1_540_000_000_000)
    var level = LevelIntegral(since: start, level: 3)
    var expected: Int64 = 0
    for step in 0..<100_000 as Range<Int64> {
      level.change(by: step % 2 == 0 ? 5 : -5, at: start + step * 7)
      expected += (step % 2 == 0 ? 8 : 3) * 7
    }
    #expect(level.area(until: start + 700_000) == expected)
    #expect(level.mean(until: start + 700_000) == Double(expected) / 700_000)
  }
}
