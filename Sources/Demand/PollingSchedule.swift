public import CivicTime
import RandomStreams

/// When the polling job fetches what citizens told the city's hotline: whole days are missing, and
/// the fetches of the others are irregular. Exogenous: drawn once for a replication, from streams
/// of its own for every day, whatever arrives.
///
/// An appeal is registered by a fetch of the day it was made, if the job runs and a later fetch
/// remains, else of the next day on which it runs. Which one, its registration mark decides: the
/// city's operators pass appeals on through the day, so a fetch brings its share of the stock
/// rather than all of it. After days without a fetch, the stock comes in full pages first.
public struct PollingSchedule: Sendable {
  /// One fetch.
  struct Poll: BitwiseCopyable, Sendable {
    var at: Instant
    /// Sum of the weights of the day's fetches up to this one; of equal weight for recovery.
    var cumulated: Double
  }

  /// The fetches of one day: first those of the recovery, then the others.
  struct Day: BitwiseCopyable, Sendable {
    var recoveryFrom: Int32 = 0
    var ordinaryFrom: Int32 = 0
    var end: Int32 = 0
    /// The first day from this one on with a fetch, or the number of days.
    var nextActive: Int32 = 0

    var recovery: Range<Int> { Int(recoveryFrom)..<Int(ordinaryFrom) }
    var ordinary: Range<Int> { Int(ordinaryFrom)..<Int(end) }
  }

  private(set) var polls: [Poll] = []
  private(set) var days: [Day] = []
  private let firstDayStart: Int64
  private let pageMilliseconds: Double

  /// - Parameters:
  ///   - days: the same as of the ``NeedSource``.
  ///   - utcOffsetSeconds: as in the demand plan.
  public init(
    plan: PollingPlan, days: DemandDays, utcOffsetSeconds: Int = 28_800, seed: UInt64,
    replication: UInt32
  ) {
    firstDayStart =
      Int64(days.first.daysSince1970) * 86_400_000 - Int64(utcOffsetSeconds) * 1_000
    pageMilliseconds = Double(plan.pageSeconds) * 1_000
    var builder = PollingBuilder(plan: plan, seed: seed, replication: replication)
    for (index, kind) in days.classes.enumerated() {
      let number = UInt64(Int(days.first.daysSince1970) + index)
      let start = firstDayStart + Int64(index) * 86_400_000
      self.days.append(builder.day(number, kind: kind, start: start, polls: &polls))
    }
    var next = Int32(days.count)
    for index in self.days.indices.reversed() {
      if !self.days[index].ordinary.isEmpty { next = Int32(index) }
      self.days[index].nextActive = next
    }
  }

  /// All fetches, in order.
  public var instants: [Instant] { polls.map(\.at) }

  /// When an appeal made to the hotline is registered, or the distant future if that is after the
  /// last day. Takes O(fetches of a day).
  ///
  /// - Parameters:
  ///   - contact: when the citizen called; before the first day counts as before its fetches.
  ///   - mark: the need's registration mark, in [0, 1).
  public func registration(contact: Instant, mark: Double) -> Instant {
    let since = contact.milliseconds - firstDayStart
    let today = since < 0 ? 0 : Int(since / 86_400_000)
    guard today < days.count else { return .distantFuture }
    if since >= 0, let poll = pick(days[today].ordinary, mark: mark, after: contact) { return poll }
    let from = since < 0 ? 0 : today + 1
    guard from < days.count else { return .distantFuture }
    let active = Int(days[from].nextActive)
    guard active < days.count else { return .distantFuture }
    let day = days[active]
    return pick(day.recovery.isEmpty ? day.ordinary : day.recovery, mark: mark, after: contact)
      ?? .distantFuture
  }

  /// Chooses by weight among the fetches of `range` after `contact`.
  private func pick(_ range: Range<Int>, mark: Double, after contact: Instant) -> Instant? {
    var first = range.lowerBound
    let end = range.upperBound
    while first < end, polls[first].at <= contact { first += 1 }
    guard first < end else { return nil }
    let before = first > range.lowerBound ? polls[first - 1].cumulated : 0
    let width = polls[end - 1].cumulated - before
    let target = before + mark * width
    var index = first
    while index < end - 1, polls[index].cumulated <= target { index += 1 }
    // Where the mark falls within the fetch gives the place on its page.
    let low = index > first ? polls[index - 1].cumulated : before
    let place = (target - low) / max(polls[index].cumulated - low, .leastNormalMagnitude)
    let seconds = Int64(min(max(place, 0), 1) * pageMilliseconds) / 1_000
    return polls[index].at + seconds * 1_000
  }
}
