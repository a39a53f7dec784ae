import CivicTime
import RandomStreams

/// The needs of one replication, in order of contact.
///
///     var source = NeedSource(plan: plan, days: days, seed: 42, replication: 7)
///     var need = Need()
///     while source.next(into: &need) { … }
///
/// First needs of a day are a Poisson process by inversion (Çinlar, 1975): its rate is constant
/// within an hour, and gamma factors make each day and each hour busier or quieter. Repeats follow
/// needs. Each day and each need has random streams of its own, so the needs of a day, with their
/// numbers, do not depend on the day the run begins, but for repeats of needs before that day.
/// Takes constant time a need and, with few pending repeats, no allocation.
public struct NeedSource: ~Copyable {
  let plan: DemandPlan
  let days: DemandDays
  let tables: NeedTables
  var pending = PendingNeeds()
  var dayStream: RandomStream
  var needStream: RandomStream

  /// Index of the day after the one in progress.
  var nextDay = 0
  var dayStart: Int64 = 0
  var dayEnd: Int64 = .min
  /// Number of the day's next first need, less its ordinal.
  var firstIdentifier: UInt64 = 0
  var ordinal = 0
  /// When the day's next first need is, or `Int64.max` when there is none left.
  var candidateAt: Int64 = .max
  /// Expected first needs from midnight to the candidate.
  var position = 0.0
  var hour = 0
  /// 0 outside surges, else the probability × 2³² that a first need belongs to one.
  var surgeThreshold: UInt64 = 0
  var surgeIndex = 0

  public init(plan: DemandPlan, days: DemandDays, seed: UInt64, replication: UInt32) {
    self.plan = plan
    self.days = days
    tables = NeedTables(plan)
    dayStream = RandomStream(seed: seed, replication: replication)
    needStream = RandomStream(seed: seed, replication: replication)
  }

  /// Puts the next need into `need`; false after the last one.
  public mutating func next(into need: inout Need) -> Bool {
    while true {
      let repeatAt = pending.firstMilliseconds
      if candidateAt <= repeatAt, candidateAt < dayEnd {
        makeFirst(into: &need)
        return true
      }
      if repeatAt < dayEnd {
        pending.popFirst(into: &need)
        completeRepeat(&need)
        return true
      }
      guard beginDay() else { return false }
    }
  }
}
