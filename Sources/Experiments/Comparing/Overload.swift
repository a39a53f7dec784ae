import Indicators
import Statistics

/// Whether the backlog is still rising at the end, so that no level of it exists.
enum Overload {
  /// What must stay undone of all that comes in, in the second and in the last third of the window.
  static let threshold = 0.02

  /// Growth of the backlog per submitted appeal, in the second and in the last third of the window.
  ///
  /// Compares means of whole weeks, the last ones of the window, so that the weekly cycle does not
  /// count as growth. Fewer than four weeks are too short to tell growth from a passing surge: 0.
  static func growth(_ daily: [DayRow]) -> (second: Double, last: Double) {
    let weeks = daily.count / 7
    guard weeks >= 4 else { return (0, 0) }
    let days = daily.suffix(7 * weeks)
    let middle = 2 * weeks / 3
    return (
      rate(days, from: weeks / 3, to: middle), rate(days, from: middle, to: weeks - 1)
    )
  }

  /// Difference of the mean backlogs of two weeks, over what was submitted from the one to the
  /// other, on average over the days of the week.
  private static func rate(_ days: ArraySlice<DayRow>, from: Int, to: Int) -> Double {
    var (grown, submitted) = (0, 0)
    for weekday in days.startIndex..<days.startIndex + 7 {
      let (first, last) = (weekday + 7 * from, weekday + 7 * to)
      // The backlog says what left the open ones by closing, merging or cancelling alike.
      grown += days[last].backlog - days[first].backlog
      submitted += days[first + 1...last].reduce(0) { $0 + $1.submitted }
    }
    return submitted > 0 ? Double(grown) / Double(submitted) : 0
  }

  /// Overloaded if the backlog grows by more than `threshold` of the demand in both thirds, beyond
  /// the noise of the replications. One replication is judged by itself.
  static func isOverloaded(_ sample: Sample, level: Double) -> Bool {
    [sample.growth.map(\.second), sample.growth.map(\.last)].allSatisfy { rates in
      guard !rates.isEmpty else { return false }
      let mean = rates.reduce(0, +) / Double(rates.count)
      let low = (try? Statistics.Interval.mean(of: rates, level: level))?.low ?? mean
      return mean > threshold && low > 0
    }
  }
}
