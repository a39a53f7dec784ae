import CGSL

/// Negative binomial, by mean and size: a Poisson count whose mean varies as a gamma of shape
/// `size`. The smaller the size, the more overdispersed: variance = mean + mean²/size.
public struct NegativeBinomial: DistributionFamily {
  public static let name = "negativeBinomial"

  public let mean: Double
  public let size: Double

  /// - Throws: ``DistributionError`` unless the mean is above 0 and at most a million, and the
  ///   size from 0.001 to a billion and at least a ten-millionth of the mean.
  public init(mean: Double, size: Double) throws(DistributionError) {
    try Self.rules.positive(mean, "mean")
    try Self.rules.within(mean, "mean", 0...1e6)
    try Self.rules.within(size, "size", 0.001...1e9)
    // GSL counts in 32 bits; a gamma of this scale stays far below their end.
    guard mean / size <= 1e7 else {
      throw Self.rules.fail("size", "is \(size), but must be at least a ten-millionth of the mean")
    }
    self.mean = mean
    self.size = size
  }

  public static var examples: [NegativeBinomial] {
    get throws {
      [
        try NegativeBinomial(mean: 4, size: 2), try NegativeBinomial(mean: 60, size: 0.7),
        try NegativeBinomial(mean: 3, size: 50),
      ]
    }
  }

  public var variance: Double { mean + mean * mean / size }
  public var isDiscrete: Bool { true }
  public var distribution: Distribution { .negativeBinomial(self) }
  private var probability: Double { size / (size + mean) }
  var sampler: Sampler { .negativeBinomial(probability: probability, size: size) }

  public func cumulative(_ value: Double) -> Double {
    wholeCount(value).map { gsl_cdf_negative_binomial_P($0, probability, size) } ?? 0
  }

  public func scaled(by factor: Double) throws(DistributionError) -> NegativeBinomial {
    throw countCannotBeScaled()
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let mean = try reader.value(.mean, as: Double.self)
    let size = try reader.value(.size, as: Double.self)
    self = try reader.build { try NegativeBinomial(mean: mean, size: size) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case mean, size }
}
