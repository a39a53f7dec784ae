import RandomStreams
import Testing

/// Parameters that no member can have are refused, and the parameter is named.
@Suite struct ValidationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let family: String
    let parameter: String
    let make: @Sendable () throws -> any DistributionFamily
    var testDescription: String { "\(family).\(parameter)" }

    init(
      _ family: String, _ parameter: String,
      _ make: @autoclosure @escaping @Sendable () throws -> any DistributionFamily
    ) {
      (self.family, self.parameter, self.make) = (family, parameter, make)
    }
  }

  static let rows = [
    Row("constant", "value", try Constant(.nan)),
    Row("uniform", "low", try Uniform(low: 1, high: 1)),
    Row("uniform", "high", try Uniform(low: 1, high: .infinity)),
    Row("uniform", "high", try Uniform(low: -1e308, high: 1e308)),
    Row("triangular", "mode", try Triangular(low: 0, mode: 3, high: 2)),
    Row("triangular", "mode", try Triangular(low: 0, mode: .nan, high: 2)),
    Row("exponential", "mean", try Exponential(mean: 0)),
    Row("exponential", "mean", try Exponential(mean: .infinity)),
    Row("exponential", "mean", try Exponential(mean: 1e200)),
    Row("erlang", "shape", try Erlang(shape: 0, mean: 1)),
    Row("erlang", "mean", try Erlang(shape: 2, mean: -1)),
    Row("gamma", "cv", try Gamma(mean: 1, cv: 0)),
    Row("gamma", "mean", try Gamma(mean: .nan, cv: 1)),
    Row("lognormal", "cv", try Lognormal(mean: 1, cv: -1)),
    Row("lognormal", "mean", try Lognormal(mean: -1, cv: 1)),
    Row("weibull", "scale", try Weibull(scale: 0, shape: 1)),
    Row("weibull", "shape", try Weibull(scale: 1, shape: 0)),
    Row("boundedPareto", "low", try BoundedPareto(low: 0, high: 1, shape: 1)),
    Row("boundedPareto", "low", try BoundedPareto(low: 2, high: 1, shape: 1)),
    Row("boundedPareto", "shape", try BoundedPareto(low: 1, high: 2, shape: -1)),
    Row("beta", "a", try Beta(a: 0, b: 1)),
    Row("beta", "b", try Beta(a: 1, b: .nan)),
    Row("beta", "low", try Beta(a: 1, b: 1, low: 2, high: 1)),
    Row("poisson", "mean", try Poisson(mean: -1)),
    Row("poisson", "mean", try Poisson(mean: 1e12)),
    Row("negativeBinomial", "mean", try NegativeBinomial(mean: 0, size: 1)),
    Row("negativeBinomial", "size", try NegativeBinomial(mean: 1, size: 0)),
    Row("negativeBinomial", "size", try NegativeBinomial(mean: 1e6, size: 0.01)),
    Row("binomial", "trials", try Binomial(trials: -1, probability: 0.5)),
    Row("binomial", "probability", try Binomial(trials: 1, probability: 1.5)),
    Row("binomial", "probability", try Binomial(trials: 1, probability: .nan)),
    Row("zipf", "ranks", try Zipf(ranks: 0, exponent: 1)),
    Row("zipf", "exponent", try Zipf(ranks: 2, exponent: -1)),
    Row("histogram", "edges", try Histogram(edges: [0], weights: [1])),
    Row("histogram", "edges", try Histogram(edges: [0, 2, 1], weights: [1, 1])),
    Row("histogram", "weights", try Histogram(edges: [0, 1], weights: [-1])),
    Row("histogram", "weights", try Histogram(edges: [0, 1], weights: [0])),
    Row("histogram", "weights", try Histogram(edges: [0], weights: [])),
    Row("mixture", "weight", try Mixture([])),
    Row(
      "mixture", "weight",
      try Mixture([Mixture.Component(weight: .nan, of: try Constant(1).distribution)])),
  ]

  /// At the ends of the allowed parameters a draw still ends, and is a finite number.
  @Test func drawsAtTheEndsOfTheAllowedParameters() throws {
    let extremes: [any DistributionFamily] = [
      try Erlang(shape: 1_000_000, mean: 1), try Gamma(mean: 1, cv: 30),
      try Gamma(mean: 1e150, cv: 0.001), try Lognormal(mean: 1, cv: 1000),
      try Lognormal(mean: 1, cv: 1e-6), try Weibull(scale: 1, shape: 0.1),
      try Weibull(scale: 1, shape: 1000), try BoundedPareto(low: 1e-9, high: 1e9, shape: 100),
      try BoundedPareto(low: 1e-9, high: 1e9, shape: 0.001), try Beta(a: 0.01, b: 0.01),
      try Beta(a: 1e6, b: 1e6), try Poisson(mean: 1e8), try Poisson(mean: 1e-9),
      try NegativeBinomial(mean: 1e4, size: 0.001), try NegativeBinomial(mean: 1e6, size: 1e9),
      try Binomial(trials: 1_000_000_000, probability: 0.999_999_999),
      try Binomial(trials: 0, probability: 0.5), try Zipf(ranks: 1, exponent: 20),
      try Zipf(ranks: 1_000_000, exponent: 0),
    ]
    var stream = RandomStream(seed: 1)
    for family in extremes {
      #expect(family.mean.isFinite && family.variance.isFinite && family.variance >= 0)
      for _ in 0..<300 {
        let value = family.distribution.draw(from: &stream)
        #expect(value.isFinite && value >= 0)
        #expect(value <= family.mean + 1e4 * family.variance.squareRoot())
      }
    }
  }

  @Test(arguments: rows)
  func refused(_ row: Row) throws {
    let error = try #require(throws: DistributionError.self) { try row.make() }
    #expect(error.family == row.family)
    #expect(error.parameter == row.parameter)
    #expect(error.description.hasPrefix("\(row.family): \(row.parameter) "))
  }
}
