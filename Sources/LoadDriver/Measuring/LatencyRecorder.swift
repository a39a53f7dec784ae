import Histogram
import ResultFiles

/// Latencies in microseconds in an HDR histogram of three digits, up to an hour; longer ones count
/// as an hour there, and exactly in mean and maximum. One writer.
struct LatencyRecorder {
  static let longest: UInt64 = 3_600_000_000

  private var histogram = Histogram<UInt32>(highestTrackableValue: Self.longest)
  private(set) var count = 0
  private var sumUs = 0.0
  private var maxUs = 0

  /// Negative spans count as none.
  mutating func record(nanoseconds: Int64) {
    let us = UInt64(max(0, nanoseconds)) / 1_000
    histogram.record(min(us, Self.longest))
    count += 1
    sumUs += Double(us)
    maxUs = max(maxUs, Int(us))
  }

  mutating func add(_ other: LatencyRecorder) {
    guard other.count > 0 else { return }
    histogram.add(other.histogram)
    count += other.count
    sumUs += other.sumUs
    maxUs = max(maxUs, other.maxUs)
  }

  var meanUs: Double { count > 0 ? sumUs / Double(count) : 0 }

  var latency: Latency {
    let buckets = histogram.recordedValues().map {
      LatencyBucket(us: Int($0.value), count: Int($0.count))
    }
    return Latency(buckets: buckets, meanUs: meanUs, maxUs: maxUs)
  }
}

/// Latencies of one second or of a few, in a histogram of two digits: small enough for many.
struct ShortRecorder {
  private var histogram = Histogram<UInt32>(
    highestTrackableValue: LatencyRecorder.longest, numberOfSignificantValueDigits: .two)
  private(set) var count = 0
  private var sumUs = 0.0
  private(set) var maxUs = 0

  mutating func record(nanoseconds: Int64) {
    let us = UInt64(max(0, nanoseconds)) / 1_000
    histogram.record(min(us, LatencyRecorder.longest))
    count += 1
    sumUs += Double(us)
    maxUs = max(maxUs, Int(us))
  }

  mutating func add(_ other: ShortRecorder) {
    guard other.count > 0 else { return }
    histogram.add(other.histogram)
    count += other.count
    sumUs += other.sumUs
    maxUs = max(maxUs, other.maxUs)
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    histogram.reset()
    (count, sumUs, maxUs) = (0, 0, 0)
  }

  /// Nil where nothing was recorded.
  func us(atPercent percent: Double) -> Int? {
    count > 0 ? min(Int(histogram.valueAtPercentile(percent)), maxUs) : nil
  }

  var meanUs: Double? { count > 0 ? sumUs / Double(count) : nil }
}
