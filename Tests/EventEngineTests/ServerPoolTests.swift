import CivicTime
import EventEngine
import Testing

private func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

@Suite struct ServerPoolTests {
  @Test func countsAndTimesAreExact() {
    var pool = ServerPool<Int>(capacity: 2, at: at(0))
    let first = pool.seize(10, at: at(100))
    let second = pool.seize(11, at: at(150))
    let full = [pool.hasIdle, pool.idle == 0, pool.busy == 2]
    #expect(full == [false, true, true])
    let jobs = [pool.release(first, at: at(400)), pool.job(of: second)]
    #expect(jobs == [10, 11])
    let usage = pool.usage(until: at(1_000))
    #expect(usage == PoolUsage(busy: 300 + 850, onDuty: 2_000, overtime: 0))
    #expect(usage.utilisation == 0.575)
  }

  @Test func finishingJobsRunIntoOvertime() {
    var pool = ServerPool<Int>(capacity: 3, at: at(0), shiftEnd: .finish)
    let servers = (0..<3).map { pool.seize($0, at: at(0)) }
    pool.setCapacity(1, at: at(100))
    let interruption = pool.interruptSurplus(at: at(100))
    #expect(interruption == nil)
    pool.release(servers[0], at: at(150))
    pool.release(servers[1], at: at(250))
    let (hasIdle, busy) = (pool.hasIdle, pool.busy)
    #expect(!hasIdle && busy == 1)
    pool.audit()
    let usage = pool.usage(until: at(300))
    #expect(usage == PoolUsage(busy: 150 + 250 + 300, onDuty: 300 + 200, overtime: 50 + 150))
  }

  @Test func shiftEndGivesBackTheLeastUrgent() {
    var pool = ServerPool<Int>(capacity: 4, at: at(0), shiftEnd: .interrupt)
    let ranks: [Int64] = [5, 9, 9, 1]
    let servers = ranks.enumerated().map { index, rank in
      pool.seize(index, rank: rank, at: at(Int64(index) * 10))
    }
    var events = FutureEventList<Int>()
    let end = events.scheduleCancellable(2, at: at(500), priority: .completion)
    pool.setCompletion(end, of: servers[2])
    pool.setCapacity(1, at: at(100))
    var taken: [Int] = []
    while let job = pool.interruptSurplus(at: at(100)) {
      taken.append(job.job)
      #expect(job.job != 2 || (job.completion == end && job.since == at(20)))
    }
    #expect(taken == [2, 1, 0])
    pool.audit()
  }

  @Test func preemptionTakesOnlyALessUrgentJob() {
    var pool = ServerPool<Int>(capacity: 1, at: at(0))
    _ = pool.seize(7, rank: 2, at: at(0))
    let equal = pool.interruptLast(after: 2, at: at(5))
    #expect(equal == nil)
    let lower = pool.interruptLast(after: 1, at: at(5))
    #expect(lower?.job == 7 && lower?.since == at(0))
    let idle = pool.idle
    #expect(idle == 1)
  }

  /// Random commands against plain lists: counts, jobs and integrals.
  @Test(arguments: 1...10)
  func agreesWithPlainBookkeeping(seed: UInt64) {
    var random = SplitMix(state: seed)
    var pool = ServerPool<Int>(capacity: 3, at: at(0), shiftEnd: .interrupt)
    var (busy, now, capacity): ([(ServerID, Int)], Int64, Int) = ([], 0, 3)
    var expected = PoolUsage(busy: 0, onDuty: 0, overtime: 0)
    for job in 0..<3_000 {
      let step = Int64.random(in: 0..<50, using: &random)
      expected.busy += Int64(busy.count) * step
      expected.onDuty += Int64(capacity) * step
      now += step
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: if pool.hasIdle { busy.append((pool.seize(job, at: at(now)), job)) }
      case 2, 3:
        guard let chosen = busy.indices.randomElement(using: &random) else { continue }
        let (server, owner) = busy.remove(at: chosen)
        let released = pool.release(server, at: at(now))
        #expect(released == owner)
      default:
        capacity = Int.random(in: 0..<7, using: &random)
        pool.setCapacity(capacity, at: at(now))
        while let gone = pool.interruptSurplus(at: at(now)) { busy.removeAll { $0.1 == gone.job } }
      }
      let (count, usage) = (pool.busy, pool.usage(until: at(now)))
      #expect(count == busy.count && count <= capacity && usage == expected)
      pool.audit()
    }
  }
}
