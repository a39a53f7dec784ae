import CGSL

/// Erlang: the sum of `shape` exponential stages.
public struct Erlang: DistributionFamily {
  public static let name = "erlang"

  /// The number of stages.
  public let shape: Int
  /// The mean of the sum, not of a stage.
  public let mean: Double

  /// - Throws: ``DistributionError`` unless `shape` is from 1 to a million and the mean is finite
  ///   and above 0.
  public init(shape: Int, mean: Double) throws(DistributionError) {
    try Self.rules.within(shape, "shape", 1...1_000_000)
    try Self.rules.positive(mean, "mean")
    try Self.rules.moments(mean, mean * mean, "mean")
    self.shape = shape
    self.mean = mean
  }

  public static var examples: [Erlang] {
    get throws {
      [
        try Erlang(shape: 1, mean: 2), try Erlang(shape: 3, mean: 6),
        try Erlang(shape: 40, mean: 1),
      ]
    }
  }

  public var variance: Double { mean * mean / Double(shape) }
  public var distribution: Distribution { .erlang(self) }
  private var scale: Double { mean / Double(shape) }
  var sampler: Sampler { .gamma(shape: Double(shape), scale: scale) }

  public func cumulative(_ value: Double) -> Double {
    value <= 0 ? 0 : gsl_cdf_gamma_P(value, Double(shape), scale)
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Erlang {
    try Erlang(shape: shape, mean: mean * factor)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let shape = try reader.integer(.shape)
    let mean = try reader.value(.mean, as: Double.self)
    self = try reader.build { try Erlang(shape: shape, mean: mean) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case shape, mean }
}
