import CGSL
import CivicTime
import RandomStreams

extension NeedSource {
  /// Sets out the next day; false after the last one.
  mutating func beginDay() -> Bool {
    guard nextDay < days.count else { return false }
    let date = days.first.advanced(by: nextDay)
    let kind = days.classes[nextDay]
    nextDay += 1
    let number = Int(date.daysSince1970)
    dayStart = Int64(number) * 86_400_000 - Int64(plan.utcOffsetSeconds) * 1_000
    dayEnd = dayStart + 86_400_000
    firstIdentifier = NeedIdentifier.first(day: number, ordinal: 0)
    ordinal = 0
    position = 0
    hour = 0
    let factor =
      plan.volume * plan.season[date.month - 1] * plan.repeats.firstShare * surgeFactor(on: date)
    setHours(of: kind, day: number, factor: factor)
    dayStream.rekey(StreamKey(DemandPurpose.gaps, subject: UInt64(number)))
    advanceCandidate()
    return true
  }

  /// Sets the rates of the day: those of its class, busier or quieter as a day and by the hour.
  private mutating func setHours(of kind: DayClass, day: Int, factor: Double) {
    dayStream.rekey(StreamKey(DemandPurpose.busyness, subject: UInt64(day)))
    let ofDay = factor * busyness(shape: plan.busynessShape)
    let first = Int(kind.rawValue) * DemandPlan.hourCount
    var sum = 0.0
    for hour in 0..<DemandPlan.hourCount {
      let rate = plan.rates[first + hour] * ofDay * busyness(shape: plan.hourShape)
      sum += rate
      tables.cumulative[hour + 1] = sum
      tables.hoursPerNeed[hour] = rate > 0 ? 1 / rate : 0
    }
  }

  /// A gamma factor of mean 1.
  private mutating func busyness(shape: Double) -> Double {
    shape.isFinite ? gsl_ran_gamma(dayStream.generator, shape, 1 / shape) : 1
  }

  /// Where several surges meet, the strongest counts.
  private mutating func surgeFactor(on date: CivilDate) -> Double {
    var strongest = 1.0
    surgeThreshold = 0
    for (index, surge) in plan.surges.enumerated() {
      let factor = surge.factor(on: date)
      guard factor > strongest else { continue }
      strongest = factor
      surgeIndex = index
      surgeThreshold = UInt64((1 - 1 / factor) * 0x1p32)
    }
    return strongest
  }

  /// Moves to the day's next first need.
  mutating func advanceCandidate() {
    position += dayStream.exponential(mean: 1)
    guard position < tables.cumulative[24] else {
      candidateAt = .max
      return
    }
    while position >= tables.cumulative[hour + 1] { hour += 1 }
    let within = (position - tables.cumulative[hour]) * tables.hoursPerNeed[hour]
    let at = dayStart + Int64((Double(hour) + within) * 3_600_000)
    candidateAt = min(at, dayEnd - 1)
  }
}
