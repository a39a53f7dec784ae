import CGSL

/// Beta on an interval, 0 to 1 unless given.
public struct Beta: DistributionFamily {
  public static let name = "beta"

  public let a: Double
  public let b: Double
  public let low: Double
  public let high: Double

  /// - Throws: ``DistributionError`` unless `a` and `b` are from 0.01 to a million, and `low` and
  ///   `high` finite and in order.
  public init(a: Double, b: Double, low: Double = 0, high: Double = 1) throws(DistributionError) {
    try Self.rules.within(a, "a", 0.01...1e6)
    try Self.rules.within(b, "b", 0.01...1e6)
    try Self.rules.ordered(low, "low", high, "high")
    self.a = a
    self.b = b
    self.low = low
    self.high = high
    try Self.rules.moments(mean, variance, "high")
  }

  public static var examples: [Beta] {
    get throws {
      [
        try Beta(a: 2, b: 5), try Beta(a: 0.6, b: 0.9),
        try Beta(a: 3, b: 1.5, low: -1, high: 4),
      ]
    }
  }

  private var width: Double { high - low }
  public var mean: Double { low + width * (a / (a + b)) }
  public var variance: Double {
    let sum = a + b
    return width * width * (a / sum) * (b / sum) / (sum + 1)
  }

  public var distribution: Distribution { .beta(self) }
  var sampler: Sampler { .beta(a: a, b: b, low: low, width: width) }

  public func cumulative(_ value: Double) -> Double {
    gsl_cdf_beta_P(min(max((value - low) / width, 0), 1), a, b)
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Beta {
    try Beta(a: a, b: b, low: low * factor, high: high * factor)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let a = try reader.value(.a, as: Double.self)
    let b = try reader.value(.b, as: Double.self)
    let low = try reader.value(.low, or: 0.0)
    let high = try reader.value(.high, or: 1.0)
    self = try reader.build { try Beta(a: a, b: b, low: low, high: high) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case a, b, low, high }
}
