public import CivicTime

/// One server of a pool, by number. Numbers are used again after release.
public struct ServerID: BitwiseCopyable, Hashable, Sendable {
  public var index: Int32

  @inlinable
  public init(index: Int32) { self.index = index }
}

/// What happens to jobs in service when a shift ends with more of them than the next shift has
/// servers.
public enum ShiftEnd: UInt8, Hashable, Sendable, CaseIterable {
  /// They are finished in overtime; the server then leaves.
  case finish
  /// The least urgent are interrupted and given back to the owner of the queue.
  case interrupt
}

/// Equal servers with shifts. It has no queue: its owner keeps the waiting jobs, in a `WaitingLine`
/// or anywhere else, and asks for a server when one is idle.
///
///     if crew.hasIdle {
///       let server = crew.seize(task, at: now)
///       let end = events.scheduleCancellable(.done(server), at: now + effort, priority: .completion)
///       crew.setCompletion(end, of: server)
///     }
///     …
///     let task = crew.release(server, at: now)
///
/// At a change of shift the owner calls `changeShift(at:)`, then takes back interrupted jobs one by
/// one with `interruptSurplus(at:)` until there is none, and schedules the next change at
/// `nextShiftChange(after:)`. For preemption by urgency it calls `interruptLast(after:at:)`.
///
/// Seizing and releasing take O(1), an interruption O(servers). Times on duty, busy and in overtime
/// are exact integers.
public struct ServerPool<Job: BitwiseCopyable>: ~Copyable {
  @usableFromInline
  struct Seat: BitwiseCopyable {
    @usableFromInline var job: Job
    @usableFromInline var rank: Int64
    @usableFromInline var since: Instant
    @usableFromInline var completion: EventHandle
    @usableFromInline var isBusy: Bool

    @inlinable
    init(job: Job, rank: Int64, since: Instant) {
      self.job = job
      self.rank = rank
      self.since = since
      completion = .none
      isBusy = true
    }
  }

  @usableFromInline var seats: UnsafeMutablePointer<Seat>
  /// The numbers of free seats, used as a stack.
  @usableFromInline var free: UnsafeMutablePointer<Int32>
  @usableFromInline var freeCount = 0
  @usableFromInline var seatCount = 0
  @usableFromInline var seatCapacity: Int

  @usableFromInline var onDuty: LevelIntegral
  @usableFromInline var working: LevelIntegral
  @usableFromInline var surplus: LevelIntegral

  /// The shifts, if the pool has any.
  public let plan: ShiftPlan?
  public let shiftEnd: ShiftEnd

  /// A pool of `capacity` servers, on duty always or until `setCapacity`.
  public init(capacity: Int, at start: Instant, shiftEnd: ShiftEnd = .finish) {
    self.init(capacity: capacity, plan: nil, at: start, shiftEnd: shiftEnd)
  }

  /// A pool whose capacity follows a plan.
  public init(plan: ShiftPlan, at start: Instant, shiftEnd: ShiftEnd) {
    self.init(capacity: plan.capacity(at: start), plan: plan, at: start, shiftEnd: shiftEnd)
  }

  private init(capacity: Int, plan: ShiftPlan?, at start: Instant, shiftEnd: ShiftEnd) {
    precondition(capacity >= 0, "a pool cannot have a negative number of servers")
    seatCapacity = max(4, capacity)
    seats = .allocate(capacity: seatCapacity)
    free = .allocate(capacity: seatCapacity)
    onDuty = LevelIntegral(since: start, level: capacity)
    working = LevelIntegral(since: start)
    surplus = LevelIntegral(since: start)
    self.plan = plan
    self.shiftEnd = shiftEnd
  }

  deinit {
    seats.deallocate()
    free.deallocate()
  }
}

// MARK: - Counts

extension ServerPool {
  /// Servers on duty.
  @inlinable public var capacity: Int { onDuty.level }

  /// Jobs in service, those in overtime included.
  @inlinable public var busy: Int { working.level }

  /// Servers on duty without a job.
  @inlinable public var idle: Int { max(0, capacity - busy) }

  /// True if a job can begin.
  @inlinable public var hasIdle: Bool { busy < capacity }

  /// The job a server works on.
  @inlinable
  public func job(of server: ServerID) -> Job { seat(server).pointee.job }

  /// When a server's job began, or was resumed.
  @inlinable
  public func began(_ server: ServerID) -> Instant { seat(server).pointee.since }

  /// Exact totals from the start to `end`.
  @inlinable
  public func usage(until end: Instant) -> PoolUsage {
    PoolUsage(
      busy: working.area(until: end), onDuty: onDuty.area(until: end),
      overtime: surplus.area(until: end))
  }

  @inlinable
  func seat(_ server: ServerID) -> UnsafeMutablePointer<Seat> {
    let index = Int(server.index)
    precondition(index >= 0 && index < seatCount && seats[index].isBusy, "an idle server")
    return seats + index
  }
}

/// Exact totals of a pool, in server × milliseconds.
public struct PoolUsage: BitwiseCopyable, Hashable, Sendable {
  /// Time spent in service, overtime included.
  public var busy: Int64
  /// Time on duty.
  public var onDuty: Int64
  /// Time spent in service beyond the servers on duty.
  public var overtime: Int64

  @inlinable
  public init(busy: Int64, onDuty: Int64, overtime: Int64) {
    self.busy = busy
    self.onDuty = onDuty
    self.overtime = overtime
  }

  /// Busy time within duty, over time on duty: 0…1; zero if nobody was on duty.
  @inlinable public var utilisation: Double {
    onDuty > 0 ? Double(busy - overtime) / Double(onDuty) : 0
  }
}

// MARK: - Service

extension ServerPool {
  /// Begins a job on an idle server.
  ///
  /// - Parameter rank: how late the job stands in the order of urgency; the highest is the first to
  ///   be interrupted.
  @inlinable
  @inline(__always)
  public mutating func seize(_ job: Job, rank: Int64 = 0, at now: Instant) -> ServerID {
    precondition(hasIdle, "no server is idle")
    let index: Int
    if freeCount > 0 {
      freeCount &-= 1
      index = Int(free[freeCount])
    } else {
      if seatCount == seatCapacity { grow() }
      index = seatCount
      seatCount &+= 1
    }
    (seats + index).initialize(to: Seat(job: job, rank: rank, since: now))
    working.change(by: 1, at: now)
    return ServerID(index: Int32(truncatingIfNeeded: index))
  }

  /// Notes the event at which the job ends, so that an interruption can give it back to be cancelled.
  @inlinable
  public mutating func setCompletion(_ event: EventHandle, of server: ServerID) {
    seat(server).pointee.completion = event
  }

  /// Ends a job. The server is idle again, or leaves if its shift is over.
  @inlinable
  @inline(__always)
  @discardableResult
  public mutating func release(_ server: ServerID, at now: Instant) -> Job {
    let seat = seat(server)
    seat.pointee.isBusy = false
    free[freeCount] = server.index
    freeCount &+= 1
    working.change(by: -1, at: now)
    if surplus.level > 0 { settleSurplus(at: now) }
    return seat.pointee.job
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    let wider = 2 * seatCapacity
    let newSeats = UnsafeMutablePointer<Seat>.allocate(capacity: wider)
    newSeats.update(from: seats, count: seatCount)
    let newFree = UnsafeMutablePointer<Int32>.allocate(capacity: wider)
    newFree.update(from: free, count: freeCount)
    seats.deallocate()
    free.deallocate()
    (seats, free, seatCapacity) = (newSeats, newFree, wider)
  }

  @inlinable
  mutating func settleSurplus(at now: Instant) {
    surplus.change(by: max(0, busy - capacity) - surplus.level, at: now)
  }
}
