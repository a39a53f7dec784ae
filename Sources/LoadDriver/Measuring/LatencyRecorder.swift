import Histogram
import ResultFiles

/// The longest latency that histograms tell apart, in microseconds.
let longestLatencyUs: UInt64 = 3_600_000_000

/// Latencies in microseconds in an HDR histogram of three digits, up to an hour; longer ones count
/// as an hour there, and exactly in mean and maximum. One writer.
///
/// `Count` counts the values of a bucket. With 32 bits the percentiles are those of the first four
/// billion values; count, mean and maximum are of all.
struct LatencyRecorder<Count: FixedWidthInteger & Codable & Sendable> {
  private var histogram = Histogram<Count>(highestTrackableValue: longestLatencyUs)
  private(set) var count = 0
  private var sumUs = 0.0
  private var maxUs = 0

  /// Negative spans count as none.
  mutating func record(nanoseconds: Int64) {
    let us = UInt64(max(0, nanoseconds)) / 1_000
    if count < Count.max { histogram.record(min(us, longestLatencyUs)) }
    count += 1
    sumUs += Double(us)
    maxUs = max(maxUs, Int(us))
  }

  mutating func add<Other>(_ other: LatencyRecorder<Other>) {
    for bucket in other.histogram.recordedValues() {
      histogram.record(bucket.value, count: Count(clamping: bucket.count))
    }
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

/// Latencies of one second or of a few, in a histogram of two digits: small enough for many. Its
/// percentiles are up to 0.8 % too high.
struct ShortRecorder {
  private var histogram = Histogram<UInt32>(
    highestTrackableValue: longestLatencyUs, numberOfSignificantValueDigits: .two)
  private(set) var count = 0
  private var sumUs = 0.0
  private(set) var maxUs = 0

  mutating func record(nanoseconds: Int64) {
    let us = UInt64(max(0, nanoseconds)) / 1_000
    histogram.record(min(us, longestLatencyUs))
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
