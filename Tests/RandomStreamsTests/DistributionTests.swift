import CGSL
import RandomStreams
import Testing

@Suite struct DistributionTests {
  @Test func everyFamilyHasExamplesAndItsOwnName() throws {
    #expect(Set(Distribution.families.map { $0.name }).count == 16)
    for family in Distribution.families {
      #expect(try !family.examples.isEmpty)
    }
    let names = Member.all.map { type(of: $0.distribution.family).name }
    #expect(Set(names) == Set(Distribution.families.map { $0.name }))
  }

  @Test(arguments: Member.all)
  func sameKeyGivesSameBytes(_ member: Member) {
    let distribution = member.distribution
    var samplers = SamplerTable()
    let id = samplers.add(distribution)
    #expect(samplers.distribution(id) == distribution)
    #expect(samplers.add(distribution) == id)
    let key = StreamKey(purpose: 1, subject: 99)
    var first = RandomStream(seed: 12, key: key)
    var second = RandomStream(seed: 12, key: key)
    for _ in 0..<500 {
      let value = distribution.draw(from: &first)
      #expect(value.bitPattern == samplers.draw(id, from: &second).bitPattern)
    }
  }

  /// Streams of neighbouring subjects must not be correlated: the covariance of pairs of draws,
  /// one from each, is zero within 4 standard errors.
  @Test(arguments: Member.all.filter { $0.distribution.variance > 0 })
  func streamsOfDifferentKeysAreIndependent(_ member: Member) {
    let distribution = member.distribution
    var stream = RandomStream(seed: 31)
    let pairs = (0..<4000).map { subject in
      stream.rekey(StreamKey(purpose: 1, subject: UInt64(subject)))
      let one = distribution.cumulative(distribution.draw(from: &stream))
      stream.rekey(StreamKey(purpose: 1, subject: UInt64(subject) + 1))
      return (one, distribution.cumulative(distribution.draw(from: &stream)))
    }
    let count = Double(pairs.count)
    let means = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    let products = pairs.map { ($0.0 - means.0) * ($0.1 - means.1) }
    let covariance = products.reduce(0, +) / count
    let square = products.reduce(0) { $0 + $1 * $1 } / count
    #expect(abs(covariance) <= 4 * (square / count).squareRoot())
  }

  @Test(arguments: Member.all)
  func cumulativeRisesFromZeroToOne(_ member: Member) {
    let distribution = member.distribution
    let deviation = max(distribution.variance.squareRoot(), 1)
    let points = (-60...400).map { distribution.mean + Double($0) / 10 * deviation }
    let values = points.map { distribution.cumulative($0) }
    #expect(values.allSatisfy { (0...1).contains($0) })
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    #expect(values[0] < 0.2)
    #expect(values[460] > 0.99)
  }

  @Test(arguments: Member.all)
  func scalingKeepsTheShape(_ member: Member) throws {
    let distribution = member.distribution
    let scaled: Distribution
    do {
      scaled = try distribution.scaled(by: 2.5)
    } catch {
      #expect(distribution.isDiscrete)
      #expect(error.parameter == "scale")
      return
    }
    #expect(abs(scaled.mean - 2.5 * distribution.mean) <= 1e-9 * abs(distribution.mean))
    #expect(abs(scaled.variance - 6.25 * distribution.variance) <= 1e-9 * distribution.variance)
    let point = distribution.mean * 1.1 + 0.3
    #expect(abs(scaled.cumulative(2.5 * point) - distribution.cumulative(point)) <= 1e-9)
    for factor in [0, -1, Double.nan, .infinity] {
      #expect(throws: DistributionError.self) { try distribution.scaled(by: factor) }
    }
  }

  @Test func drawsAreThoseOfGSL() throws {
    var stream = RandomStream(seed: 77)
    let library = RandomStream(seed: 77)
    let gamma = try Gamma(mean: 3, cv: 0.5).distribution
    let beta = try Beta(a: 2, b: 5).distribution
    let erlang = try Erlang(shape: 3, mean: 6).distribution
    let poisson = try Poisson(mean: 40).distribution
    for _ in 0..<200 {
      #expect(gamma.draw(from: &stream) == gsl_ran_gamma(library.generator, 4, 0.75))
      #expect(beta.draw(from: &stream) == gsl_ran_beta(library.generator, 2, 5))
      #expect(erlang.draw(from: &stream) == gsl_ran_erlang(library.generator, 2, 3))
      #expect(poisson.draw(from: &stream) == Double(gsl_ran_poisson(library.generator, 40)))
    }
  }

  /// Moments against figures worked out by hand.
  @Test func momentsAreExact() throws {
    func expect(_ family: some DistributionFamily, _ mean: Double, _ variance: Double) {
      #expect(abs(family.mean - mean) <= 1e-12 * abs(mean))
      #expect(abs(family.variance - variance) <= 1e-12 * variance)
    }
    expect(try Triangular(low: 0, mode: 2, high: 10), 4, 84.0 / 18)
    expect(try Weibull(scale: 2, shape: 0.5), 4, 80)
    // Mean 6/5·ln 6 and second moment L·H for a shape of 1.
    let mean = 6.0 / 5 * M_LN2 + 6.0 / 5 * 1.0986122886681098
    expect(try BoundedPareto(low: 1, high: 6, shape: 1), mean, 6 - mean * mean)
    expect(try Beta(a: 2, b: 3, low: 1, high: 6), 3, 1)
    expect(try NegativeBinomial(mean: 4, size: 2), 4, 12)
    expect(try Zipf(ranks: 3, exponent: 1), 18.0 / 11, 72.0 / 121)
    expect(try Histogram(edges: [0, 2, 6], weights: [1, 1]), 2.5, 2.25 + (1.0 / 3 + 4.0 / 3) / 2)
  }
}
