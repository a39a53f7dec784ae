import Foundation

/// A histogram in the text format of HdrHistogram (`.hgrm`), which its plotters read.
///
/// Values are milliseconds with three decimals, that is exact microseconds. A line stands for a
/// percentile level; each halving of what is left above has five levels, as HdrHistogram's
/// `outputPercentileDistribution` has by default.
public enum LatencyText {
  /// Levels for each halving of the distance to 100 %.
  private static let ticks = 5.0
  /// Of a histogram of three significant digits.
  private static let subBuckets = 2048

  /// The text, ending in a newline; a header and a footer alone if nothing was recorded.
  ///
  /// - Complexity: O(buckets + levels).
  public static func hgrm(of latency: Latency) -> String {
    let total = latency.buckets.reduce(0) { $0 + $1.count }
    let lines = levels(of: latency).map { line($0.us, $0.percent, $0.seen) }
    return ([head, ""] + lines + foot(latency, total)).joined(separator: "\n") + "\n"
  }

  /// The percentile levels of the text: the value at each, and how many are at or below it.
  package static func levels(
    of latency: Latency
  ) -> [(percent: Double, us: Int, seen: Int)] {
    let total = latency.buckets.reduce(0) { $0 + $1.count }
    var levels: [(percent: Double, us: Int, seen: Int)] = []
    var level = 0.0
    var seen = 0
    for bucket in latency.buckets {
      seen += bucket.count
      let us = min(bucket.us, latency.maxUs)
      while 100 * Double(seen) / Double(total) >= level {
        levels.append((level, us, seen))
        let next = next(level)
        // So near to 100 % that the next level is the same: the rest is told as the maximum.
        guard next > level else { break }
        level = next
        // The last bucket is told once at its level, and once as the maximum.
        if seen == total { break }
      }
    }
    if total > 0 { levels.append((100, latency.maxUs, total)) }
    return levels
  }

  private static func next(_ level: Double) -> Double {
    let halvings = log2(100 / (100 - level)).rounded(.down)
    return level + 100 / (ticks * pow(2, halvings + 1))
  }

  private static var head: String {
    padded("Value", 12) + " " + padded("Percentile", 14) + " " + padded("TotalCount", 10) + " "
      + padded("1/(1-Percentile)", 14)
  }

  private static func line(_ us: Int, _ level: Double, _ seen: Int) -> String {
    let start =
      number(Double(us) / 1000) + " " + String(format: "%2.12f", level / 100) + " "
      + padded(String(seen), 10)
    guard level < 100 else { return start }
    return start + " " + padded(String(format: "%.2f", 1 / (1 - level / 100)), 14)
  }

  private static func foot(_ latency: Latency, _ total: Int) -> [String] {
    let squares = latency.buckets.reduce(0.0) { sum, bucket in
      let distance = Double(middle(bucket.us)) - latency.meanUs
      return sum + distance * distance * Double(bucket.count)
    }
    let deviation = total > 0 ? (squares / Double(total)).squareRoot() : 0
    var buckets = 1
    while subBuckets << (buckets - 1) <= latency.maxUs { buckets += 1 }
    return [
      "#[Mean    = \(number(latency.meanUs / 1000)), "
        + "StdDeviation   = \(number(deviation / 1000))]",
      "#[Max     = \(number(Double(latency.maxUs) / 1000)), "
        + "Total count    = \(padded(String(total), 12))]",
      "#[Buckets = \(padded(String(buckets), 12)), "
        + "SubBuckets     = \(padded(String(subBuckets), 12))]",
    ]
  }

  /// The middle of the values that a histogram of three digits does not tell from `us`.
  private static func middle(_ us: Int) -> Int {
    var size = 1
    while us / size >= subBuckets { size *= 2 }
    return us / size * size + size / 2
  }

  private static func number(_ value: Double) -> String {
    padded(String(format: "%.3f", value), 12)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
