/// A distribution of the catalogue, with valid parameters.
///
/// In a scenario it is written by the name of its family, or as a number for a constant:
///
///     effort: {lognormal: {mean: 3.0, cv: 1.2}}
///     travel: 12
public enum Distribution: Equatable, Sendable {
  case constant(Constant)
  case uniform(Uniform)
  case triangular(Triangular)
  case exponential(Exponential)
  case erlang(Erlang)
  case gamma(Gamma)
  case lognormal(Lognormal)
  case weibull(Weibull)
  case boundedPareto(BoundedPareto)
  case beta(Beta)
  case poisson(Poisson)
  case negativeBinomial(NegativeBinomial)
  case binomial(Binomial)
  case zipf(Zipf)
  case histogram(Histogram)
  case mixture(Mixture)

  /// All families, in the order of the catalogue.
  public static let families: [any DistributionFamily.Type] = [
    Constant.self, Uniform.self, Triangular.self, Exponential.self, Erlang.self, Gamma.self,
    Lognormal.self, Weibull.self, BoundedPareto.self, Beta.self, Poisson.self,
    NegativeBinomial.self, Binomial.self, Zipf.self, Histogram.self, Mixture.self,
  ]

  /// The family's own value, for everything but drawing.
  public var family: any DistributionFamily {
    switch self {
    case .constant(let member): member
    case .uniform(let member): member
    case .triangular(let member): member
    case .exponential(let member): member
    case .erlang(let member): member
    case .gamma(let member): member
    case .lognormal(let member): member
    case .weibull(let member): member
    case .boundedPareto(let member): member
    case .beta(let member): member
    case .poisson(let member): member
    case .negativeBinomial(let member): member
    case .binomial(let member): member
    case .zipf(let member): member
    case .histogram(let member): member
    case .mixture(let member): member
    }
  }

  var sampler: Sampler {
    switch self {
    case .constant(let member): member.sampler
    case .uniform(let member): member.sampler
    case .triangular(let member): member.sampler
    case .exponential(let member): member.sampler
    case .erlang(let member): member.sampler
    case .gamma(let member): member.sampler
    case .lognormal(let member): member.sampler
    case .weibull(let member): member.sampler
    case .boundedPareto(let member): member.sampler
    case .beta(let member): member.sampler
    case .poisson(let member): member.sampler
    case .negativeBinomial(let member): member.sampler
    case .binomial(let member): member.sampler
    case .zipf(let member): member.sampler
    case .histogram(let member): member.sampler
    case .mixture(let member): member.sampler
    }
  }
}

extension Distribution {
  /// The exact mean.
  public var mean: Double { family.mean }

  /// The exact variance.
  public var variance: Double { family.variance }

  /// Standard deviation over mean.
  public var coefficientOfVariation: Double { variance.squareRoot() / mean }

  /// Whether all values are whole numbers.
  public var isDiscrete: Bool { family.isDiscrete }

  /// The probability of a value of at most `value`.
  public func cumulative(_ value: Double) -> Double { family.cumulative(value) }

  /// One value, without allocation. Where draws are many, ``SamplerTable`` is faster.
  public func draw(from stream: inout RandomStream) -> Double {
    withExtendedLifetime(self) { sampler.draw(from: &stream) }
  }

  /// The distribution of `factor` times a value, of the same shape.
  ///
  /// - Throws: ``DistributionError`` if the factor is not a finite number above 0, or if this is a
  ///   count (Poisson, binomial, …).
  public func scaled(by factor: Double) throws(DistributionError) -> Distribution {
    try ParameterRules(family: type(of: family).name).positive(factor, "scale")
    return try family.scaled(by: factor).distribution
  }
}
