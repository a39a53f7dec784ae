import ResultFiles

/// The backlog of one arm, day by day over its replications.
struct BacklogSeries {
  var mean: [Double] = []
  /// Four fifths of the replications lie between these, the first and the last tenth left out.
  var low: [Double] = []
  var high: [Double] = []
  /// Half-width of the confidence interval of the mean; zero with one replication.
  var half: [Double] = []
  var replications = 0

  /// The series of every arm that has one.
  ///
  /// Complexity: linear in the number of daily rows, but for sorting each day's replications.
  static func all(_ result: ExperimentResult) -> [Arm: BacklogSeries] {
    var days: [Arm: [[Double]]] = [:]
    for row in result.daily where row.dayIndex >= 0 {
      let arm = Arm(scenario: row.scenario, explanation: row.explanation)
      days[arm, default: []].put(Double(row.backlog), day: row.dayIndex)
    }
    let most = days.values.lazy.flatMap { $0.lazy.map(\.count) }.max() ?? 0
    let quantile = StudentQuantile.twoSided(
      confidence: result.settings.confidence, degrees: most - 1)
    return days.mapValues { BacklogSeries($0, quantile: quantile) }
  }

  private init(_ days: [[Double]], quantile: Double) {
    for values in days where !values.isEmpty {
      let sorted = values.sorted()
      let n = Double(values.count)
      let mean = sorted.reduce(0, +) / n
      let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean.append(mean)
      low.append(Self.quantile(sorted, 0.1))
      high.append(Self.quantile(sorted, 0.9))
      half.append(n > 1 ? quantile * (squares / (n - 1) / n).squareRoot() : 0)
      replications = max(replications, values.count)
    }
  }

  /// Linear interpolation between order statistics.
  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

extension [[Double]] {
  fileprivate mutating func put(_ value: Double, day: Int) {
    while count <= day { append([]) }
    self[day].append(value)
  }
}
