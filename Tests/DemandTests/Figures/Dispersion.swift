import RandomStreams

/// Variance over mean of counts, with the interval by resampling blocks of a week.
struct Dispersion {
  let value: Double
  let low: Double
  let high: Double
  let mean: Double
  let count: Int

  /// - Parameter days: the counts of each day; empty for a day that is masked.
  init(_ days: [[Double]]) {
    let all = days.flatMap { $0 }
    value = Self.ratio(all)
    mean = all.reduce(0, +) / Double(all.count)
    count = all.count
    (low, high) = Self.interval(days, of: Self.ratio)
  }

  static func ratio(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return squares / Double(values.count - 1) / mean
  }

  /// 95 % interval of a statistic by the circular block bootstrap (Politis and Romano, 1992):
  /// blocks of seven days, 4,000 samples.
  static func interval(
    _ days: [[Double]], of statistic: ([Double]) -> Double
  ) -> (low: Double, high: Double) {
    let block = 7
    let samples = 4_000
    var stream = RandomStream(seed: 7)
    var values: [Double] = []
    while values.count < samples {
      var sample: [Double] = []
      var taken = 0
      while taken < days.count {
        let start = stream.integer(below: days.count)
        for offset in 0..<min(block, days.count - taken) {
          sample += days[(start + offset) % days.count]
        }
        taken += block
      }
      if sample.count > 2, sample.contains(where: { $0 > 0 }) { values.append(statistic(sample)) }
    }
    values.sort()
    return (values[samples / 40], values[samples - samples / 40 - 1])
  }
}

extension TraceWindow {
  /// Appeals of each day without a hole, the hotline apart.
  var otherByDay: [[Double]] {
    let counts = otherCounts
    return covered.indices.map { day in
      covered[day].contains(false) ? [] : [counts[day].reduce(0, +)]
    }
  }

  /// Appeals of each covered hour, the hotline apart.
  var otherByHour: [[Double]] {
    let counts = otherCounts
    return covered.indices.map { day in
      (0..<24).filter { covered[day][$0] }.map { counts[day][$0] }
    }
  }

  var batchNumbers: [[Double]] {
    var numbers = Array(repeating: 0.0, count: Self.dayCount)
    for batch in batches { numbers[batch.day] += 1 }
    return numbers.map { [$0] }
  }

  var batchSizes: [[Double]] {
    var sizes: [[Double]] = Array(repeating: [], count: Self.dayCount)
    for batch in batches { sizes[batch.day].append(Double(batch.size)) }
    return sizes
  }
}
