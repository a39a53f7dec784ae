/// How many first values of a series to leave out, so that its mean is least disturbed by the
/// start: MSER on batches of five.
///
/// The truncation minimises Σ(batch − mean)² / (batches kept)², over at most half of the batches.
/// O(n). Source: White, Cobb and Spratt, "A comparison of five steady-state truncation heuristics
/// for simulation", WSC 2000.
///
/// - Returns: a multiple of 5.
/// - Throws: ``StatisticsError`` of fewer than ten values.
public func warmUpLength(of series: [Double]) throws(StatisticsError) -> Int {
  let length = 5
  try StatisticsError.atLeast(2 * length, series.count, for: "warm-up")
  let batches = (0..<series.count / length).map { batch in
    series[batch * length..<(batch + 1) * length].reduce(0, +) / Double(length)
  }
  var best = (error: Double.infinity, batches: 0)
  var kept = RunningMoments()
  for first in batches.indices.reversed() {
    kept.add(batches[first])
    guard first <= batches.count / 2 else { continue }
    let error = kept.squares / Double(kept.count * kept.count)
    // Of equal errors the shorter truncation, which comes later here.
    if error <= best.error { best = (error, first) }
  }
  return best.batches * length
}
