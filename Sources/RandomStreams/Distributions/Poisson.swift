import CGSL

/// Poisson: a count of events that do not know of each other.
public struct Poisson: DistributionFamily {
  public static let name = "poisson"

  public let mean: Double

  /// - Throws: ``DistributionError`` unless the mean is above 0 and at most a hundred million.
  public init(mean: Double) throws(DistributionError) {
    try Self.rules.positive(mean, "mean")
    try Self.rules.within(mean, "mean", 0...1e8)
    self.mean = mean
  }

  public static var examples: [Poisson] {
    get throws { [try Poisson(mean: 0.4), try Poisson(mean: 7), try Poisson(mean: 250)] }
  }

  public var variance: Double { mean }
  public var isDiscrete: Bool { true }
  public var distribution: Distribution { .poisson(self) }
  var sampler: Sampler { .poisson(mean: mean) }

  public func cumulative(_ value: Double) -> Double {
    wholeCount(value).map { gsl_cdf_poisson_P($0, mean) } ?? 0
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Poisson {
    throw countCannotBeScaled()
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let mean = try reader.value(.mean, as: Double.self)
    self = try reader.build { try Poisson(mean: mean) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case mean }
}

/// The greatest count at most `value`, as GSL takes it; nil below 0.
func wholeCount(_ value: Double) -> UInt32? {
  value < 0 ? nil : UInt32(min(value.rounded(.down), 4e9))
}
