import CGSL

/// Gamma, by mean and coefficient of variation (standard deviation over mean).
public struct Gamma: DistributionFamily {
  public static let name = "gamma"

  public let mean: Double
  public let cv: Double

  /// - Throws: ``DistributionError`` unless the mean is finite and above 0, and `cv` is from 0.001
  ///   to 30 (beyond it nearly all values would be too small for a floating-point number).
  public init(mean: Double, cv: Double) throws(DistributionError) {
    try Self.rules.positive(mean, "mean")
    try Self.rules.within(cv, "cv", 0.001...30)
    try Self.rules.moments(mean, mean * cv * (mean * cv), "mean")
    self.mean = mean
    self.cv = cv
  }

  public static var examples: [Gamma] {
    get throws {
      [try Gamma(mean: 3, cv: 0.25), try Gamma(mean: 1, cv: 1), try Gamma(mean: 20, cv: 1.8)]
    }
  }

  public var variance: Double { mean * cv * (mean * cv) }
  public var distribution: Distribution { .gamma(self) }
  private var shape: Double { 1 / (cv * cv) }
  private var scale: Double { mean * cv * cv }
  var sampler: Sampler { .gamma(shape: shape, scale: scale) }

  public func cumulative(_ value: Double) -> Double {
    value <= 0 ? 0 : gsl_cdf_gamma_P(value, shape, scale)
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Gamma {
    try Gamma(mean: mean * factor, cv: cv)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let mean = try reader.value(.mean, as: Double.self)
    let cv = try reader.value(.cv, as: Double.self)
    self = try reader.build { try Gamma(mean: mean, cv: cv) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case mean, cv }
}
