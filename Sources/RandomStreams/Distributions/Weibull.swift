import CGSL

/// Weibull: P(X > x) = exp(−(x/scale)^shape).
public struct Weibull: DistributionFamily {
  public static let name = "weibull"

  public let scale: Double
  public let shape: Double

  /// - Throws: ``DistributionError`` unless the scale is finite and above 0, and the shape from
  ///   0.1 to 1000.
  public init(scale: Double, shape: Double) throws(DistributionError) {
    try Self.rules.positive(scale, "scale")
    try Self.rules.within(shape, "shape", 0.1...1000)
    self.scale = scale
    self.shape = shape
    try Self.rules.moments(mean, variance, "scale")
  }

  public static var examples: [Weibull] {
    get throws { [try Weibull(scale: 2, shape: 0.8), try Weibull(scale: 5, shape: 2.5)] }
  }

  /// scale·Γ(1 + 1/shape).
  public var mean: Double { scale * tgamma(1 + 1 / shape) }

  /// scale²·(Γ(1 + 2/shape) − Γ(1 + 1/shape)²), as a product: the difference would cancel.
  public var variance: Double {
    let ratio = lgamma(1 + 2 / shape) - 2 * lgamma(1 + 1 / shape)
    return mean * mean * expm1(ratio)
  }

  public var distribution: Distribution { .weibull(self) }
  var sampler: Sampler { .weibull(scale: scale, shape: shape) }

  public func cumulative(_ value: Double) -> Double {
    value <= 0 ? 0 : gsl_cdf_weibull_P(value, scale, shape)
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Weibull {
    try Weibull(scale: scale * factor, shape: shape)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let scale = try reader.value(.scale, as: Double.self)
    let shape = try reader.value(.shape, as: Double.self)
    self = try reader.build { try Weibull(scale: scale, shape: shape) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case scale, shape }
}
