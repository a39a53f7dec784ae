import CGSL
import Foundation
import RandomStreams
import Testing

/// One member of the catalogue, shown by its parameters.
struct Member: Sendable, CustomTestStringConvertible {
  let distribution: Distribution

  static let all: [Member] = {
    func members(_ family: (some DistributionFamily).Type) -> [Member] {
      do {
        return try family.examples.map { Member(distribution: $0.distribution) }
      } catch {
        Issue.record("examples of \(family.name): \(error)")
        return []
      }
    }
    return Distribution.families.flatMap { members($0) }
  }()

  var testDescription: String {
    let parameters = try? String(decoding: JSONEncoder.sorted.encode(distribution), as: UTF8.self)
    return parameters ?? "\(distribution)"
  }
}

extension JSONEncoder {
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}

/// Draws of every member against its exact moments and distribution function, over many seeds.
///
/// The seeds are fixed, so a test passes always or never; the bounds are those that a sound
/// sampler would miss in fewer than one of ten thousand choices of seeds.
@Suite struct FitTests {
  static let isLong = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1"
  static let seeds = isLong ? 200 : 50
  static let drawsPerSeed = isLong ? 10_000 : 1000

  /// Draws of one seed each, by way of a table as in a trial.
  static func samples(_ distribution: Distribution) -> [[Double]] {
    var samplers = SamplerTable()
    let id = samplers.add(distribution)
    return (0..<seeds).map { seed in
      var stream = RandomStream(seed: UInt64(seed), key: StreamKey(purpose: 9, subject: 5))
      return (0..<drawsPerSeed).map { _ in samplers.draw(id, from: &stream) }
    }
  }

  @Test(arguments: Member.all)
  func moments(_ member: Member) {
    let distribution = member.distribution
    let samples = Self.samples(distribution)
    let all = samples.joined()
    if distribution.variance == 0 {
      #expect(all.allSatisfy { $0 == distribution.mean })
      return
    }
    let count = Double(all.count)
    let mean = all.reduce(0, +) / count
    #expect(abs(mean - distribution.mean) <= 4 * (distribution.variance / count).squareRoot())

    // Around the exact mean, the average square is an unbiased estimate of the variance.
    let squares = samples.map { sample in
      sample.reduce(0) { $0 + ($1 - distribution.mean) * ($1 - distribution.mean) }
        / Double(sample.count)
    }
    let variance = squares.reduce(0, +) / Double(squares.count)
    let spread = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) }
    let error = (spread / Double(squares.count * (squares.count - 1))).squareRoot()
    #expect(abs(variance - distribution.variance) <= 4 * error)
  }

  @Test(arguments: Member.all.filter { $0.distribution.variance > 0 })
  func fit(_ member: Member) {
    let draws = Array(Self.samples(member.distribution).joined())
    #expect(Self.agrees(draws, with: member.distribution))
  }

  static func agrees(_ draws: [Double], with distribution: Distribution) -> Bool {
    if distribution.isDiscrete { return chiSquareProbability(draws, distribution) > 1e-4 }
    // Kolmogorov: P(D√n > 2.23) is below 10⁻⁴.
    return kolmogorovDistance(draws, distribution) * Double(draws.count).squareRoot() < 2.23
  }

  static func kolmogorovDistance(_ draws: [Double], _ distribution: Distribution) -> Double {
    let count = Double(draws.count)
    var distance = 0.0
    for (rank, value) in draws.sorted().enumerated() {
      let expected = distribution.cumulative(value)
      distance = max(distance, expected - Double(rank) / count, Double(rank + 1) / count - expected)
    }
    return distance
  }

  /// Chi-square over cells of at least 20 expected draws, each a run of values.
  static func chiSquareProbability(_ draws: [Double], _ distribution: Distribution) -> Double {
    let count = Double(draws.count)
    var tally: [Double: Int] = [:]
    for value in draws { tally[value, default: 0] += 1 }
    var statistic = 0.0
    var cells = 0
    var (observed, below, value) = (0, 0.0, 0.0)
    while (1 - below) * count >= 20 {
      observed += tally.removeValue(forKey: value) ?? 0
      let upTo = distribution.cumulative(value)
      let isLast = (1 - upTo) * count < 20
      value += 1
      guard (upTo - below) * count >= 20 || isLast else { continue }
      if isLast { observed += tally.values.reduce(0, +) }
      let expected = ((isLast ? 1 : upTo) - below) * count
      statistic += (Double(observed) - expected) * (Double(observed) - expected) / expected
      cells += 1
      (observed, below) = (0, isLast ? 1 : upTo)
    }
    return cells < 2 ? 0 : gsl_cdf_chisq_Q(statistic, Double(cells - 1))
  }

  /// The test of fit itself must be able to fail.
  @Test func fitTellsNearDistributionsApart() throws {
    let pairs: [(Distribution, Distribution)] = [
      (.exponential(try Exponential(mean: 1)), .exponential(try Exponential(mean: 1.03))),
      (.gamma(try Gamma(mean: 3, cv: 0.5)), .lognormal(try Lognormal(mean: 3, cv: 0.5))),
      (.poisson(try Poisson(mean: 7)), .poisson(try Poisson(mean: 7.15))),
      (.poisson(try Poisson(mean: 7)), .negativeBinomial(try NegativeBinomial(mean: 7, size: 90))),
    ]
    for (drawn, claimed) in pairs {
      let draws = Array(Self.samples(drawn).joined())
      #expect(!Self.agrees(draws, with: claimed))
    }
  }
}
