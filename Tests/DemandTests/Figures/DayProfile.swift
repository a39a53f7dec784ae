import Demand

/// Demand by hour and class of day, and how much days differ beyond it; without the hotline, whose
/// times are those of its polling job.
struct DayProfile {
  /// Class × hour: appeals an hour.
  let rates: [[Double]]
  /// Squared coefficient of variation of the factor by which a day is busier or quieter.
  let busynessVariance: Double
  /// The same of the factor of each hour of a day.
  let hourVariance: Double

  /// - Parameter clusterRatio: variance over mean of Poisson clusters of repeats.
  init(_ window: TraceWindow, clusterRatio: Double) {
    let counts = window.otherCounts
    let pools = [true, false].map { working in
      Self.pooled(window, counts) { $0.isWorkingDay == working }
    }
    var factors = Array(repeating: 1.0, count: DayClass.allCases.count)
    for (index, working) in [true, false].enumerated() {
      Self.weekdays(window, counts, pools[index], working: working, into: &factors)
    }
    rates = DayClass.allCases.map { kind in
      pools[kind.isWorkingDay ? 0 : 1].map { $0 * factors[Int(kind.rawValue)] }
    }
    let byDay = Self.excess(window, counts, rates, clusterRatio, byHour: false)
    let byHour = Self.excess(window, counts, rates, clusterRatio, byHour: true)
    // Σ e² over hours, as a share of that over days: what hours contribute to the days' variance.
    let ratio = byHour.squares / byDay.squares
    hourVariance = max(0, (byHour.variance - byDay.variance) / (1 - ratio))
    busynessVariance = max(0, byDay.variance - hourVariance * ratio)
  }

  /// Variance of the factor of days or hours by moments: (n − e)² − ratio × e over e². Every rate
  /// was fitted to the days of its pool, so squares are scaled up by days / (days − 1).
  private static func excess(
    _ window: TraceWindow, _ counts: [[Double]], _ rates: [[Double]], _ clusterRatio: Double,
    byHour: Bool
  ) -> (variance: Double, squares: Double) {
    var sum = 0.0
    var squares = 0.0
    for (day, kind) in window.classes.enumerated() {
      let days = Double(window.classes.count { $0.isWorkingDay == kind.isWorkingDay })
      let hours = (0..<24).filter { window.covered[day][$0] }
      for part in byHour ? hours.map({ [$0] }) : [hours] {
        let seen = part.reduce(0) { $0 + counts[day][$1] }
        let expected = part.reduce(0) { $0 + rates[Int(kind.rawValue)][$1] }
        sum +=
          (seen - expected) * (seen - expected) * days / (days - 1) - clusterRatio * expected
        squares += expected * expected
      }
    }
    return (sum / squares, squares)
  }

  /// Appeals an hour by hour over the days of a pool, of the hours that are covered.
  private static func pooled(
    _ window: TraceWindow, _ counts: [[Double]], _ belongs: (DayClass) -> Bool
  ) -> [Double] {
    (0..<24).map { hour in
      var sum = 0.0
      var exposure = 0.0
      for (day, kind) in window.classes.enumerated() where belongs(kind) {
        guard window.covered[day][hour] else { continue }
        sum += counts[day][hour]
        exposure += 1
      }
      return sum / exposure
    }
  }

  /// Factors of the classes of a pool, drawn towards 1 by as much as chance explains their spread
  /// (empirical Bayes, with the method of moments by DerSimonian and Laird, 1986).
  private static func weekdays(
    _ window: TraceWindow, _ counts: [[Double]], _ pool: [Double], working: Bool,
    into factors: inout [Double]
  ) {
    let kinds = DayClass.allCases.filter { $0.isWorkingDay == working }
    var seen = Array(repeating: 0.0, count: 8)
    var expected = seen
    var chiSquare = 0.0
    var days = 0.0
    for (day, kind) in window.classes.enumerated() where kinds.contains(kind) {
      let (x, e) = covered(window, counts[day], pool, day)
      seen[Int(kind.rawValue)] += x
      expected[Int(kind.rawValue)] += e
      chiSquare += (x - e) * (x - e) / e
      days += 1
    }
    let dispersion = chiSquare / (days - 1)
    let present = kinds.map { Int($0.rawValue) }.filter { expected[$0] > 0 }
    let total = present.reduce(0) { $0 + expected[$1] }
    let squares = present.reduce(0) { $0 + expected[$1] * expected[$1] }
    let spread = present.reduce(0.0) {
      $0 + (seen[$1] / expected[$1] - 1) * (seen[$1] / expected[$1] - 1) * expected[$1]
    }
    let between = max(
      0, (spread - Double(present.count - 1) * dispersion) / (total - squares / total))
    for kind in present {
      let weight = between / (between + dispersion / expected[kind])
      factors[kind] = 1 + weight * (seen[kind] / expected[kind] - 1)
    }
  }

  /// What was seen and expected in the covered hours of a day.
  private static func covered(
    _ window: TraceWindow, _ counts: [Double], _ rates: [Double], _ day: Int
  ) -> (Double, Double) {
    var result = (0.0, 0.0)
    for hour in 0..<24 where window.covered[day][hour] {
      result.0 += counts[hour]
      result.1 += rates[hour]
    }
    return result
  }
}
