import CivicTime
import EventEngine
import Testing

/// The theory cases whose answer is exact: element by element, in milliseconds.
@Suite struct DeterministicCaseTests {
  /// Waits of a station fed by a trace, in milliseconds.
  private func waits(arrivals: [Double], service: [Double]) -> [Milliseconds] {
    var starts: [Milliseconds] = []
    var simulation = Simulation(
      model: TraceStation(service: service.map(milliseconds)), start: Instant(milliseconds: 0))
    for (index, time) in arrivals.enumerated() {
      simulation.events.schedule(.arrival(UInt8(index)), at: instant(time), priority: .arrival)
    }
    simulation.run(until: instant(1_000))
    starts = simulation.model.starts.map { $0.milliseconds }
    return zip(starts, arrivals).map { $0 - milliseconds($1) }
  }

  @Test("DET-1") func constantGapsAndServices() {
    let found = waits(arrivals: [0, 1, 2, 3], service: [1.5, 1.5, 1.5, 1.5])
    #expect(found == [0, 0.5, 1.0, 1.5].map(milliseconds))
  }

  @Test("LIND-1") func handExample() {
    let found = waits(
      arrivals: [0.4, 1.6, 2.1, 3.8, 4.0, 5.6], service: [2.0, 0.7, 0.2, 1.1, 3.7, 0.6])
    #expect(found == [0.0, 0.8, 1.0, 0.0, 0.9, 3.0].map(milliseconds))
  }

  /// Work begun on Friday at 17:00 that takes 8 working hours, 7 a day, ends on Monday at 18:00.
  @Test("CAL-1") func effortIsWorkingTime() throws {
    let hours = try OfficeHours(parsing: "Mon-Fri 09:00-12:00,14:00-18:00")
    let calendar = try WorkingCalendar(
      CalendarPlan(zone: .utc, hours: hours), from: CivilDate(year: 2019, month: 12, day: 1),
      through: CivilDate(year: 2019, month: 12, day: 31))
    let friday = try Instant(iso8601: "2019-12-13T17:00:00Z")
    var events = FutureEventList<Int>()
    let end = calendar.clock.add(milliseconds(8), to: friday)
    events.schedule(1, at: end, priority: .completion)
    let due = events.pop()?.time
    #expect(try due == Instant(iso8601: "2019-12-16T18:00:00Z"))
  }

  /// Sample-path identity of Little's law: from empty to empty, waits add up to the integral.
  @Test("INV-1", arguments: 0..<20 as Range<UInt32>)
  func waitsAreTheIntegralOfTheLine(replication: UInt32) {
    let plan = StationPlan.poisson(0.9, TheoryTable.exponential, length: 0)
      .with { $0.customers = 500 }
    var simulation = Simulation(
      model: StationModel(plan, seed: 3, replication: replication),
      start: Instant(milliseconds: 0))
    simulation.model.begin(&simulation.events)
    simulation.run(events: .max)
    let history = simulation.model.line.history
    let left = simulation.model.numberInSystem
    #expect(left == 0 && history.taken > 100)
    let area = simulation.model.line.waitingTime(until: simulation.now)
    #expect(history.waitOfTaken == area)
  }

  /// Flow conservation per class, at any time, with blocking, abandonment and preemption.
  @Test("INV-2", arguments: 0..<20 as Range<UInt32>)
  func whatComesInIsSomewhere(replication: UInt32) {
    var plan = TheoryTable.twoClasses([.priority(1), .priority(2)], isPreemptive: true)
    plan.classes[1].patience = .exponential(mean: 2)
    plan.classes[0].patience = .constant(1)
    (plan.waitingRoom, plan.length, plan.warmUp) = (3, 50 + 40 * Double(replication), 0)
    var simulation = Simulation(
      model: StationModel(plan, seed: 4, replication: replication),
      start: Instant(milliseconds: 0))
    simulation.model.begin(&simulation.events)
    simulation.run(until: instant(plan.length))
    let inSystem = simulation.model.inSystemByClass()
    for (index, record) in simulation.model.record.classes.enumerated() {
      let gone = record.completed + record.abandoned + record.blocked
      #expect(record.arrived == gone + inSystem[index])
    }
    #expect(simulation.model.record.total.abandoned > 0)
  }

  /// Earliest due date with one relative deadline is first come, first served, start by start.
  @Test("INV-3", arguments: 0..<10 as Range<UInt32>)
  func equalDeadlinesAreFirstCome(replication: UInt32) {
    var plan = TheoryTable.twoClasses([.due(7), .due(7)])
    (plan.length, plan.warmUp, plan.keepsStarts) = (2_000, 0, true)
    let byDueDate = StationRun(plan, seed: 5, replication: replication).record.starts
    plan.discipline = .firstCome
    let firstCome = StationRun(plan, seed: 5, replication: replication).record.starts
    #expect(byDueDate == firstCome && firstCome.count > 1_000)
    plan.discipline = .ranked
    plan.classes[0].rank = .due(1)
    let other = StationRun(plan, seed: 5, replication: replication).record.starts
    #expect(other != firstCome, "another deadline does change the order")
  }
}

/// First come, first served, with given service times.
private struct TraceStation: Model, ~Copyable {
  enum Event: BitwiseCopyable {
    case arrival(UInt8)
    case departure(ServerID)
  }

  let service: [Milliseconds]
  var starts: [Instant] = []
  var pool = ServerPool<UInt8>(capacity: 1, at: Instant(milliseconds: 0))
  var line = WaitingLine<UInt8>(.firstCome, since: Instant(milliseconds: 0))

  init(service: [Milliseconds]) { self.service = service }

  mutating func handle(
    _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>
  ) {
    switch event {
    case .arrival(let number): _ = line.join(number, at: now)
    case .departure(let server): pool.release(server, at: now)
    }
    while pool.hasIdle, let next = line.takeFirst(at: now) {
      starts.append(now)
      let server = pool.seize(next.customer, at: now)
      let end = now + service[Int(next.customer)]
      events.schedule(.departure(server), at: end, priority: .completion)
    }
  }
}
