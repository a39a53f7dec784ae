import CGSL

/// Pareto cut at both ends: density proportional to x^(−shape − 1) from `low` to `high`.
public struct BoundedPareto: DistributionFamily {
  public static let name = "boundedPareto"

  public let low: Double
  public let high: Double
  public let shape: Double

  /// - Throws: ``DistributionError`` unless `low` is above 0 and below `high`, both are finite,
  ///   and the shape is from 0.001 to 100.
  public init(low: Double, high: Double, shape: Double) throws(DistributionError) {
    try Self.rules.positive(low, "low")
    try Self.rules.ordered(low, "low", high, "high")
    try Self.rules.within(shape, "shape", 0.001...100)
    self.low = low
    self.high = high
    self.shape = shape
    try Self.rules.moments(mean, variance, "high")
  }

  public static var examples: [BoundedPareto] {
    get throws {
      [
        try BoundedPareto(low: 1, high: 100, shape: 1.5),
        try BoundedPareto(low: 0.5, high: 20, shape: 1),
        try BoundedPareto(low: 2, high: 9, shape: 2),
      ]
    }
  }

  public var mean: Double { low * moment(1) }

  public var variance: Double {
    let first = moment(1)
    return max(0, low * low * (moment(2) - first * first))
  }

  /// The k-th moment of value / low: shape/(1 − (low/high)^shape) · ∫ x^(k − shape − 1) dx from 1
  /// to high/low, in a form that also holds where k is the shape.
  private func moment(_ order: Double) -> Double {
    let span = log(high / low)
    let power = order - shape
    let integral = abs(power) * span < 1e-300 ? span : expm1(power * span) / power
    return shape / -expm1(-shape * span) * integral
  }

  public var distribution: Distribution { .boundedPareto(self) }

  /// Drawn by inversion: low·(1 − u·(1 − (low/high)^shape))^(−1/shape).
  var sampler: Sampler {
    .boundedPareto(low: low, span: expm1(-shape * log(high / low)), exponent: -1 / shape)
  }

  public func cumulative(_ value: Double) -> Double {
    if value <= low { return 0 }
    if value >= high { return 1 }
    return expm1(-shape * log(value / low)) / expm1(-shape * log(high / low))
  }

  public func scaled(by factor: Double) throws(DistributionError) -> BoundedPareto {
    try BoundedPareto(low: low * factor, high: high * factor, shape: shape)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let low = try reader.value(.low, as: Double.self)
    let high = try reader.value(.high, as: Double.self)
    let shape = try reader.value(.shape, as: Double.self)
    self = try reader.build { try BoundedPareto(low: low, high: high, shape: shape) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case low, high, shape }
}
