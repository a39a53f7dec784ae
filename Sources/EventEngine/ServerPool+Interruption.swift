public import CivicTime

/// A job that was interrupted, as its owner needs it to put it back or to resume it.
public struct Interruption<Job: BitwiseCopyable>: BitwiseCopyable {
  public var job: Job
  public var rank: Int64
  /// When this stretch of service began.
  public var since: Instant
  /// The completion noted by `setCompletion`, to be cancelled; `.none` if none was.
  public var completion: EventHandle

  @inlinable
  init(job: Job, rank: Int64, since: Instant, completion: EventHandle) {
    self.job = job
    self.rank = rank
    self.since = since
    self.completion = completion
  }
}

// MARK: - Shifts

extension ServerPool {
  /// The next change of the plan, or nil.
  public func nextShiftChange(after now: Instant) -> Instant? { plan?.nextChange(after: now) }

  /// Brings the number on duty to the plan's. Without a plan nothing changes.
  public mutating func changeShift(at now: Instant) {
    guard let plan else { return }
    setCapacity(plan.capacity(at: now), at: now)
  }

  /// Changes how many servers are on duty. With fewer than are busy, the surplus finish in overtime
  /// or are interrupted, as `shiftEnd` says.
  @inlinable
  public mutating func setCapacity(_ capacity: Int, at now: Instant) {
    precondition(capacity >= 0, "a pool cannot have a negative number of servers")
    onDuty.change(by: capacity - onDuty.level, at: now)
    settleSurplus(at: now)
  }

  /// Takes back one job too many after a change of shift: the one with the highest rank, among
  /// equals the one begun last. Nil when as many are busy as on duty, or jobs are to be finished.
  @inlinable
  public mutating func interruptSurplus(at now: Instant) -> Interruption<Job>? {
    guard shiftEnd == .interrupt, busy > capacity, let server = leastUrgent() else { return nil }
    return interrupt(server, at: now)
  }
}

// MARK: - Preemption

extension ServerPool {
  /// Interrupts the least urgent job, if its rank is above `rank`; otherwise nil.
  @inlinable
  public mutating func interruptLast(after rank: Int64, at now: Instant) -> Interruption<Job>? {
    guard let server = leastUrgent(), seat(server).pointee.rank > rank else { return nil }
    return interrupt(server, at: now)
  }

  /// Interrupts the job of a server. Its completion is still to be cancelled.
  @inlinable
  public mutating func interrupt(_ server: ServerID, at now: Instant) -> Interruption<Job> {
    let seat = seat(server).pointee
    let interruption = Interruption(
      job: seat.job, rank: seat.rank, since: seat.since, completion: seat.completion)
    release(server, at: now)
    return interruption
  }

  /// The busy server whose job has the highest rank; among equals the one begun last, then the one
  /// with the highest number. O(servers).
  @inlinable
  public func leastUrgent() -> ServerID? {
    var found: Int?
    for index in 0..<seatCount where seats[index].isBusy {
      guard let best = found else {
        found = index
        continue
      }
      let (seat, other) = (seats[index], seats[best])
      let isLater = seat.rank == other.rank ? seat.since >= other.since : seat.rank > other.rank
      if isLater { found = index }
    }
    return found.map { ServerID(index: Int32($0)) }
  }

  /// The full check of the pool's counts, for tests. O(servers).
  package func audit() {
    let busySeats = (0..<seatCount).count { seats[$0].isBusy }
    precondition(busySeats == busy, "the busy seats and their count disagree")
    precondition(freeCount + busySeats == seatCount, "a lost seat")
    precondition(surplus.level == max(0, busy - capacity), "the overtime is wrong")
  }
}
