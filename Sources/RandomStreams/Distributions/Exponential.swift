import CGSL

/// Exponential: times between events that do not know of each other. Drawn in-line.
public struct Exponential: DistributionFamily {
  public static let name = "exponential"

  public let mean: Double

  /// - Throws: ``DistributionError`` unless the mean is finite and above 0.
  public init(mean: Double) throws(DistributionError) {
    try Self.rules.positive(mean, "mean")
    try Self.rules.moments(mean, mean * mean, "mean")
    self.mean = mean
  }

  public static var examples: [Exponential] {
    get throws { [try Exponential(mean: 1), try Exponential(mean: 40)] }
  }

  public var variance: Double { mean * mean }
  public var distribution: Distribution { .exponential(self) }
  var sampler: Sampler { .exponential(mean: mean) }

  public func cumulative(_ value: Double) -> Double { gsl_cdf_exponential_P(value, mean) }

  public func scaled(by factor: Double) throws(DistributionError) -> Exponential {
    try Exponential(mean: mean * factor)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let mean = try reader.value(.mean, as: Double.self)
    self = try reader.build { try Exponential(mean: mean) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case mean }
}
