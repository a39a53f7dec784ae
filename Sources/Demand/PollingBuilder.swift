import CGSL
import CivicTime
import RandomStreams

/// Draws the fetches of one day after another.
struct PollingBuilder: ~Copyable {
  let plan: PollingPlan
  var stream: RandomStream
  var isOut = false
  var daysMissed = 0

  init(plan: PollingPlan, seed: UInt64, replication: UInt32) {
    self.plan = plan
    stream = RandomStream(seed: seed, replication: replication)
  }

  /// Appends the fetches of the day that begins at `start`.
  mutating func day(
    _ number: UInt64, kind: DayClass, start: Int64, polls: inout [PollingSchedule.Poll]
  ) -> PollingSchedule.Day {
    stream.rekey(StreamKey(DemandPurpose.polling, subject: number))
    let coin = stream.uniform()
    if kind.isOrdinaryWeekday {
      isOut = isOut ? coin >= plan.outageEnd : coin < plan.outageStart
    }
    let runs = kind.isOrdinaryWeekday ? !isOut : coin < plan.offDayActive
    guard runs else {
      daysMissed += 1
      return PollingSchedule.Day()
    }
    let pages = daysMissed >= plan.recoveryLeastDays ? recoveryPages() : 0
    daysMissed = 0
    return fetches(start: start, recoveryPages: pages, polls: &polls)
  }

  private func recoveryPages() -> Int {
    max(1, Int((Double(daysMissed) * plan.recoveryPagesPerDay).rounded()))
  }

  private mutating func fetches(
    start: Int64, recoveryPages: Int, polls: inout [PollingSchedule.Poll]
  ) -> PollingSchedule.Day {
    let slot = Int64(plan.slotMinutes) * 60_000
    let phase = Int64(stream.uniform() * Double(slot) / 1_000) * 1_000
    let chosen = slots(count: number())
    let first = start + phase + Int64(chosen[0]) * slot
    var day = PollingSchedule.Day()
    day.recoveryFrom = Int32(polls.count)
    // As many full pages as fit between midnight and the day's first ordinary fetch.
    let pages = min(Int64(recoveryPages), (first - start) / slot)
    for page in 0..<pages {
      let at = Instant(milliseconds: first - (pages - page) * slot)
      polls.append(PollingSchedule.Poll(at: at, cumulated: Double(page + 1)))
    }
    day.ordinaryFrom = Int32(polls.count)
    var sum = 0.0
    for index in chosen {
      sum += gsl_ran_gamma(stream.generator, plan.pageShape, 1)
      let at = Instant(milliseconds: start + phase + Int64(index) * slot)
      polls.append(PollingSchedule.Poll(at: at, cumulated: sum))
    }
    day.end = Int32(polls.count)
    return day
  }

  private mutating func number() -> Int {
    let extra = plan.pollsMean - Double(plan.pollsLeast)
    guard extra > 0 else { return plan.pollsLeast }
    let mean = gsl_ran_gamma(stream.generator, plan.pollsShape, extra / plan.pollsShape)
    return plan.pollsLeast + Int(gsl_ran_poisson(stream.generator, mean))
  }

  /// Up to `count` different slots, in order, each hour by its weight: the smallest exponentials
  /// of rate weight (Efraimidis and Spirakis, "Weighted random sampling with a reservoir", 2006).
  private mutating func slots(count: Int) -> [Int] {
    var keys: [(key: Double, slot: Int)] = []
    for slot in 0..<1_440 / plan.slotMinutes {
      let weight = plan.hourWeights[slot * plan.slotMinutes / 60]
      let draw = stream.exponential(mean: 1)
      if weight > 0 { keys.append((draw / weight, slot)) }
    }
    keys.sort { $0.key < $1.key }
    return keys.prefix(count).map(\.slot).sorted()
  }
}
