import CGSL

/// Uniform between two bounds.
public struct Uniform: DistributionFamily {
  public static let name = "uniform"

  public let low: Double
  public let high: Double

  /// - Throws: ``DistributionError`` unless both are finite and `low` is below `high`.
  public init(low: Double, high: Double) throws(DistributionError) {
    try Self.rules.ordered(low, "low", high, "high")
    self.low = low
    self.high = high
  }

  public static var examples: [Uniform] {
    get throws { [try Uniform(low: 0, high: 1), try Uniform(low: -3, high: 8)] }
  }

  public var mean: Double { low + (high - low) / 2 }
  public var variance: Double { (high - low) * (high - low) / 12 }
  public var distribution: Distribution { .uniform(self) }
  var sampler: Sampler { .uniform(low: low, high: high) }

  public func cumulative(_ value: Double) -> Double { gsl_cdf_flat_P(value, low, high) }

  public func scaled(by factor: Double) throws(DistributionError) -> Uniform {
    try Uniform(low: low * factor, high: high * factor)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let low = try reader.value(.low, as: Double.self)
    let high = try reader.value(.high, as: Double.self)
    self = try reader.build { try Uniform(low: low, high: high) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case low, high }
}
