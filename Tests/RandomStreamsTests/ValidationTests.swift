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

  @Test(arguments: rows)
  func refused(_ row: Row) throws {
    let error = try #require(throws: DistributionError.self) { try row.make() }
    #expect(error.family == row.family)
    #expect(error.parameter == row.parameter)
    #expect(error.description.hasPrefix("\(row.family): \(row.parameter) "))
  }
}
