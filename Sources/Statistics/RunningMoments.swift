/// Count, mean, variance and range of numbers seen one at a time. Mergeable.
///
/// Updated by Welford's method and merged by Chan's, so that a large mean does not swamp a small
/// variance. The last bits depend on the order of additions and merges: merge in a fixed order.
///
/// Source: Chan, Golub and LeVeque, The American Statistician 37 (1983); Pébay, SAND2008-6212.
public struct RunningMoments: Hashable, Sendable, BitwiseCopyable {
  public private(set) var count: Int
  /// The average, 0 of no values.
  public private(set) var mean: Double
  /// The sum of squared deviations from the mean.
  public private(set) var squares: Double
  /// The least and the greatest value; infinity and its negative of no values.
  public private(set) var minimum: Double
  public private(set) var maximum: Double

  public init() {
    count = 0
    mean = 0
    squares = 0
    minimum = .infinity
    maximum = -.infinity
  }

  public init(_ values: some Sequence<Double>) {
    self.init()
    for value in values { add(value) }
  }

  public mutating func add(_ value: Double) {
    count += 1
    let deviation = value - mean
    mean += deviation / Double(count)
    squares += deviation * (value - mean)
    minimum = min(minimum, value)
    maximum = max(maximum, value)
  }

  /// Adds all values that `other` has seen.
  public mutating func merge(_ other: RunningMoments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let total = Double(count + other.count)
    let deviation = other.mean - mean
    mean += deviation * Double(other.count) / total
    squares += other.squares + deviation * deviation * Double(count) * Double(other.count) / total
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  /// The unbiased sample variance; NaN of fewer than two values.
  public var variance: Double { count < 2 ? .nan : squares / Double(count - 1) }

  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean of independent values; NaN of fewer than two.
  public var standardError: Double { (variance / Double(count)).squareRoot() }
}
