import CGSL

/// Lognormal, by mean and coefficient of variation (standard deviation over mean) of the values,
/// not of their logarithms.
public struct Lognormal: DistributionFamily {
  public static let name = "lognormal"

  public let mean: Double
  public let cv: Double

  /// - Throws: ``DistributionError`` unless the mean is finite and above 0, and `cv` is from 10⁻⁶
  ///   to 1000.
  public init(mean: Double, cv: Double) throws(DistributionError) {
    try Self.rules.positive(mean, "mean")
    try Self.rules.within(cv, "cv", 1e-6...1000)
    try Self.rules.moments(mean, mean * cv * (mean * cv), "mean")
    self.mean = mean
    self.cv = cv
  }

  public static var examples: [Lognormal] {
    get throws {
      [try Lognormal(mean: 3, cv: 1.2), try Lognormal(mean: 1, cv: 0.1)]
    }
  }

  public var variance: Double { mean * cv * (mean * cv) }
  public var distribution: Distribution { .lognormal(self) }

  /// Mean of the logarithm: ln mean − deviation²/2.
  private var location: Double { log(mean) - log1p(cv * cv) / 2 }
  /// Standard deviation of the logarithm: √ln(1 + cv²).
  private var deviation: Double { log1p(cv * cv).squareRoot() }
  var sampler: Sampler { .lognormal(location: location, deviation: deviation) }

  public func cumulative(_ value: Double) -> Double {
    value <= 0 ? 0 : gsl_cdf_lognormal_P(value, location, deviation)
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Lognormal {
    try Lognormal(mean: mean * factor, cv: cv)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let mean = try reader.value(.mean, as: Double.self)
    let cv = try reader.value(.cv, as: Double.self)
    self = try reader.build { try Lognormal(mean: mean, cv: cv) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case mean, cv }
}
