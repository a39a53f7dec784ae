import Indicators
import Statistics

/// Whether the backlog is still rising at the end, so that no level of it exists.
enum Overload {
  /// What must stay undone of all that comes in, in the second and in the last third of the window.
  static let threshold = 0.02

  /// Submitted less closed, per submitted, in the second and last third of the days.
  static func growth(_ daily: [DayRow]) -> (second: Double, last: Double) {
    let third = daily.count / 3
    guard third > 0 else { return (0, 0) }
    func rate(_ rows: ArraySlice<DayRow>) -> Double {
      let submitted = rows.reduce(0) { $0 + $1.submitted }
      guard submitted > 0, let first = rows.first, let last = rows.last else { return 0 }
      // The backlog says what left the open ones by closing, merging or cancelling alike.
      return Double(last.backlog - first.backlog) / Double(submitted)
    }
    return (rate(daily[third..<2 * third]), rate(daily[(daily.count - third)...]))
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
