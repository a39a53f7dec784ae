/// One benchmark's figures, as `--json` prints them.
public struct BenchmarkResult: Codable, Hashable, Sendable {
  public var name: String
  /// Median of the runs.
  public var rate: Double
  /// The unit of `rate` and `yardstick`, such as `events/s`.
  public var unit: String
  /// The yardstick's median rate in the same run; nil if there is none.
  public var yardstick: Double?
  /// `rate / yardstick`.
  public var ratio: Double?
  /// Bytes allocated for the pending events at their peak.
  public var peakBytes: Int
  /// `peakBytes` over the number of pending events, where that number is fixed.
  public var bytesPerEvent: Double?

  public init(
    name: String, rate: Double, unit: String, yardstick: Double?, peakBytes: Int,
    bytesPerEvent: Double? = nil
  ) {
    self.name = name
    self.rate = rate
    self.unit = unit
    self.yardstick = yardstick
    ratio = yardstick.map { rate / $0 }
    self.peakBytes = peakBytes
    self.bytesPerEvent = bytesPerEvent
  }

  enum CodingKeys: String, CodingKey {
    case name, rate, unit, yardstick, ratio
    case peakBytes = "peak_bytes"
    case bytesPerEvent = "bytes_per_event"
  }
}

/// The document of `huying bench … --json`.
public struct BenchmarkReport: Codable, Hashable, Sendable {
  public var schema = "huying.bench/1"
  public var benchmarks: [BenchmarkResult]
  /// What the figures do not stand for; absent where there is nothing to say.
  public var notes: [String]?

  public init(_ benchmarks: [BenchmarkResult], notes: [String] = []) {
    self.benchmarks = benchmarks
    self.notes = notes.isEmpty ? nil : notes
  }
}

/// A benchmark that computed something wrong: its rate would be the rate of nothing.
public struct BenchmarkMismatch: Error, CustomStringConvertible, Sendable {
  public var benchmark: String
  public var measure: String
  public var expected: Double
  public var found: Double
  public var allowed: Double

  public var description: String {
    "Benchmark \(benchmark): \(measure) is \(found), theory says \(expected) ± \(allowed): "
      + "the engine or its model is wrong, so no rate is reported."
  }
}
