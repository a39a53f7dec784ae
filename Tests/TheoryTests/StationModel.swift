import CivicTime
import EventEngine
import RandomStreams

/// One station on the engine: future event list, server pool and waiting line.
struct StationModel: Model, ~Copyable {
  enum Event: BitwiseCopyable {
    case arrival(UInt8)
    case departure(ServerID)
    case renege(LineTicket)
    case shift
    case look
    case warm
  }

  struct Customer: BitwiseCopyable {
    var kind: UInt8
    var isCounted: Bool
    var hasBegun = false
    var arrived: Instant
    var effort: Milliseconds
    var rank: Int64
    var order: UInt64 = 0
  }

  private enum Purpose: UInt8 { case arrivals = 1, service, patience }

  let plan: StationPlan
  var pool: ServerPool<Customer>
  var line: WaitingLine<Customer>
  var record: StationRecord
  private var arrivalStreams: UnsafeMutablePointer<RandomStream>
  private var serviceStreams: UnsafeMutablePointer<RandomStream>
  private var patience: RandomStream
  private var isWarm: Bool
  private var poolAtWarmUp = PoolUsage(busy: 0, onDuty: 0, overtime: 0)
  private var waitingAtWarmUp: Int64 = 0
  private var numbered: [Int]

  init(_ plan: StationPlan, seed: UInt64, replication: UInt32) {
    let start = Instant(milliseconds: 0)
    self.plan = plan
    pool =
      if let shifts = plan.shifts {
        ServerPool(plan: shifts, at: start, shiftEnd: plan.shiftEnd)
      } else {
        ServerPool(capacity: plan.servers, at: start)
      }
    line = WaitingLine(plan.discipline, limit: plan.waitingRoom, since: start)
    record = StationRecord(classes: .init(repeating: .init(), count: plan.classes.count))
    numbered = .init(repeating: 0, count: plan.classes.count)
    isWarm = plan.warmUp == 0
    arrivalStreams = .allocate(capacity: plan.classes.count)
    serviceStreams = .allocate(capacity: plan.classes.count)
    patience = RandomStream(
      seed: seed, replication: replication, key: StreamKey(Purpose.patience))
    for index in plan.classes.indices {
      let ordinal = UInt8(index)
      (arrivalStreams + index).initialize(
        to: RandomStream(
          seed: seed, replication: replication,
          key: StreamKey(Purpose.arrivals, ordinal: ordinal)))
      (serviceStreams + index).initialize(
        to: RandomStream(
          seed: seed, replication: replication, key: StreamKey(Purpose.service, ordinal: ordinal)))
    }
  }

  deinit {
    arrivalStreams.deinitialize(count: plan.classes.count)
    serviceStreams.deinitialize(count: plan.classes.count)
    arrivalStreams.deallocate()
    serviceStreams.deallocate()
  }

  var numberInSystem: Int { pool.busy + line.count }

  /// Schedules what begins the run.
  mutating func begin(_ events: inout FutureEventList<Event>) {
    let start = Instant(milliseconds: 0)
    for index in plan.classes.indices { scheduleArrival(UInt8(index), after: start, &events) }
    if let next = pool.nextShiftChange(after: start) {
      events.schedule(.shift, at: next, priority: .calendar)
    }
    for look in plan.looks { events.schedule(.look, at: instant(look), priority: .alarm) }
    if !isWarm { events.schedule(.warm, at: instant(plan.warmUp), priority: .alarm) }
  }

  mutating func handle(
    _ event: Event, at now: Instant, scheduling events: inout FutureEventList<Event>
  ) {
    switch event {
    case .arrival(let kind): arrive(kind, at: now, &events)
    case .departure(let server): depart(server, at: now, &events)
    case .renege(let ticket): renege(ticket, at: now)
    case .shift: changeShift(at: now, &events)
    case .look:
      record.numbers.append(numberInSystem)
      record.allBusy.append(!pool.hasIdle)
    case .warm:
      isWarm = true
      poolAtWarmUp = pool.usage(until: now)
      waitingAtWarmUp = line.waitingTime(until: now)
    }
  }

  /// The pool's totals and the line's integral from the warm-up to `end`.
  borrowing func totals(until end: Instant) -> (pool: PoolUsage, waiting: Int64) {
    let usage = pool.usage(until: end)
    return (
      PoolUsage(
        busy: usage.busy - poolAtWarmUp.busy, onDuty: usage.onDuty - poolAtWarmUp.onDuty,
        overtime: usage.overtime - poolAtWarmUp.overtime),
      line.waitingTime(until: end) - waitingAtWarmUp
    )
  }
}

// MARK: - Arrivals and departures

extension StationModel {
  private mutating func scheduleArrival(
    _ kind: UInt8, after now: Instant, _ events: inout FutureEventList<Event>
  ) {
    let index = Int(kind)
    if let most = plan.customers, numbered[index] >= most { return }
    let units = plan.classes[index].arrivals.next(
      after: Double(now.milliseconds) / unit, number: numbered[index],
      from: &arrivalStreams[index])
    guard units < .infinity else { return }
    numbered[index] += 1
    events.schedule(.arrival(kind), at: max(now, instant(units)), priority: .arrival)
  }

  private mutating func arrive(
    _ kind: UInt8, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    scheduleArrival(kind, after: now, &events)
    let index = Int(kind)
    let effort = milliseconds(plan.classes[index].service.units(from: &serviceStreams[index]))
    let rank: Int64 =
      switch plan.classes[index].rank {
      case .priority(let level): Int64(level)
      case .due(let span): (now + milliseconds(span)).milliseconds
      }
    var customer = Customer(
      kind: kind, isCounted: isWarm, arrived: now, effort: effort, rank: rank)
    if isWarm { record.classes[index].arrived += 1 }
    if pool.busy == 0 && isWarm { record.busyPeriods += 1 }
    if pool.hasIdle {
      customer.order = line.reserveOrder()
      return serve(customer, at: now, &events)
    }
    if plan.isPreemptive, let victim = pool.interruptLast(after: rank, at: now) {
      putBack(victim, at: now, &events)
      customer.order = line.reserveOrder()
      return serve(customer, at: now, &events)
    }
    guard let ticket = line.join(customer, rank: rank, at: now) else {
      if isWarm { record.classes[index].blocked += 1 }
      return
    }
    schedulePatience(kind, ticket, at: now, &events)
  }

  private mutating func schedulePatience(
    _ kind: UInt8, _ ticket: LineTicket, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    let units = plan.classes[Int(kind)].patience.units(from: &patience)
    guard units < .infinity else { return }
    events.schedule(.renege(ticket), at: now + milliseconds(units), priority: .alarm)
  }

  private mutating func serve(
    _ customer: Customer, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    var customer = customer
    if !customer.hasBegun {
      customer.hasBegun = true
      if plan.keepsStarts { record.starts.append(now) }
      if customer.isCounted { countStart(customer, at: now) }
    }
    let server = pool.seize(customer, rank: customer.rank, at: now)
    let end = now + customer.effort
    if plan.isPreemptive || plan.shifts != nil {
      let handle = events.scheduleCancellable(.departure(server), at: end, priority: .completion)
      pool.setCompletion(handle, of: server)
    } else {
      events.schedule(.departure(server), at: end, priority: .completion)
    }
  }

  private mutating func countStart(_ customer: Customer, at now: Instant) {
    let wait = Double(now - customer.arrived) / unit
    let index = Int(customer.kind)
    record.classes[index].begun += 1
    record.classes[index].wait += wait
    record.classes[index].waitSquared += wait * wait
    if wait > 0 { record.classes[index].delayed += 1 }
    if wait <= plan.answerLimit { record.classes[index].answered += 1 }
  }

  private mutating func depart(
    _ server: ServerID, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    let customer = pool.release(server, at: now)
    if customer.isCounted {
      let sojourn = Double(now - customer.arrived) / unit
      let index = Int(customer.kind)
      record.classes[index].completed += 1
      record.classes[index].sojourn += sojourn
      if sojourn <= plan.deadline { record.classes[index].inTime += 1 }
      record.sojourns.add(sojourn)
    }
    fill(at: now, &events)
    if numberInSystem == 0, record.emptied == nil, record.numbers.count == plan.looks.count {
      record.emptied = now
    }
  }

  /// Takes waiting customers into service while servers are idle.
  private mutating func fill(at now: Instant, _ events: inout FutureEventList<Event>) {
    while pool.hasIdle, let next = line.takeFirst(at: now) {
      var customer = next.customer
      customer.order = next.order
      serve(customer, at: now, &events)
    }
  }
}

// MARK: - Reneging, shifts, preemption

extension StationModel {
  private mutating func renege(_ ticket: LineTicket, at now: Instant) {
    guard let gone = line.leave(ticket, at: now)?.customer, gone.isCounted else { return }
    let index = Int(gone.kind)
    record.classes[index].abandoned += 1
    record.classes[index].waitOfAbandoned += Double(now - gone.arrived) / unit
  }

  private mutating func changeShift(at now: Instant, _ events: inout FutureEventList<Event>) {
    pool.changeShift(at: now)
    while let victim = pool.interruptSurplus(at: now) { putBack(victim, at: now, &events) }
    fill(at: now, &events)
    if let next = pool.nextShiftChange(after: now) {
      events.schedule(.shift, at: next, priority: .calendar)
    }
  }

  /// An interrupted customer waits again, with what is left of its effort.
  private mutating func putBack(
    _ victim: Interruption<Customer>, at now: Instant, _ events: inout FutureEventList<Event>
  ) {
    events.cancel(victim.completion)
    var customer = victim.job
    customer.effort -= now - victim.since
    let ticket = line.rejoin(customer, rank: customer.rank, order: customer.order, at: now)
    schedulePatience(customer.kind, ticket, at: now, &events)
  }
}

// MARK: - Looking

extension StationModel {
  /// Customers in service and in the line, by class. Empties the line.
  mutating func inSystemByClass() -> [Int] {
    var counts = [Int](repeating: 0, count: plan.classes.count)
    while let server = pool.leastUrgent() {
      counts[Int(pool.release(server, at: instant(plan.length)).kind)] += 1
    }
    while let next = line.takeFirst(at: instant(plan.length)) {
      counts[Int(next.customer.kind)] += 1
    }
    return counts
  }
}
