import CGSL

/// Binomial: the successes in a number of independent trials.
public struct Binomial: DistributionFamily {
  public static let name = "binomial"

  public let trials: Int
  public let probability: Double

  /// - Throws: ``DistributionError`` unless `trials` is from 0 to a billion and `probability`
  ///   from 0 to 1.
  public init(trials: Int, probability: Double) throws(DistributionError) {
    try Self.rules.within(trials, "trials", 0...1_000_000_000)
    try Self.rules.probability(probability, "probability")
    self.trials = trials
    self.probability = probability
  }

  public static var examples: [Binomial] {
    get throws {
      [
        try Binomial(trials: 6, probability: 0.3), try Binomial(trials: 400, probability: 0.85),
        try Binomial(trials: 5, probability: 0), try Binomial(trials: 9, probability: 1),
      ]
    }
  }

  public var mean: Double { Double(trials) * probability }
  public var variance: Double { Double(trials) * probability * (1 - probability) }
  public var isDiscrete: Bool { true }
  public var distribution: Distribution { .binomial(self) }

  var sampler: Sampler {
    if variance == 0 { return .constant(mean) }
    return .binomial(probability: probability, trials: UInt32(trials))
  }

  public func cumulative(_ value: Double) -> Double {
    if variance == 0 { return value < mean ? 0 : 1 }
    guard let count = wholeCount(value) else { return 0 }
    return count >= UInt32(trials) ? 1 : gsl_cdf_binomial_P(count, probability, UInt32(trials))
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Binomial {
    throw countCannotBeScaled()
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let trials = try reader.integer(.trials)
    let probability = try reader.value(.probability, as: Double.self)
    self = try reader.build { try Binomial(trials: trials, probability: probability) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case trials, probability }
}
