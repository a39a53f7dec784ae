import CGSL
import Foundation
import Statistics
import Testing

/// Numbers of a fixed seed, for tests of coverage.
func normals(_ count: Int, seed: UInt64) throws -> [Double] {
  let stream = try #require(huying_stream_allocate(seed))
  defer { huying_stream_free(stream) }
  return (0..<count).map { _ in gsl_ran_ugaussian(huying_stream_generator(stream)) }
}

/// A series whose neighbours have the given correlation, of mean 0 and variance 1.
func autoregression(_ count: Int, correlation: Double, seed: UInt64) throws -> [Double] {
  var state = 0.0
  let spread = (1 - correlation * correlation).squareRoot()
  return try normals(count + 100, seed: seed).map { noise in
    state = correlation * state + spread * noise
    return state
  }.suffix(count)
}

let runs = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1" ? 2000 : 200

/// Whether a share of `hits` in `runs` fits a probability, within 4 standard errors.
func fits(_ hits: Int, _ probability: Double) -> Bool {
  let share = Double(hits) / Double(runs)
  return abs(share - probability) <= 4
    * (probability * (1 - probability) / Double(runs)).squareRoot()
}

@Suite struct SeriesTests {
  @Test("MSER-1: truncation of a decaying start")
  func warmUp() throws {
    let series = (0..<200).map { 10 * exp(-Double($0) / 10) + sin(Double($0)) }
    #expect(try warmUpLength(of: series) == 35)
    #expect(try warmUpLength(of: [Double](repeating: 1, count: 100)) == 0)
    #expect(throws: StatisticsError.self) { try warmUpLength(of: [1, 2, 3]) }
  }

  @Test func autocorrelationOfKnownSeries() throws {
    let series = try autoregression(200_000, correlation: 0.8, seed: 1)
    for lag in 0...4 {
      #expect(abs(try autocorrelation(series, lag: lag) - pow(0.8, Double(lag))) < 0.02)
    }
    #expect(try autocorrelation([1, -1, 1, -1], lag: 1) == -0.75)
    #expect(try autocorrelation([2, 2, 2], lag: 1) == 0)
    #expect(throws: StatisticsError.self) { try autocorrelation([1, 2], lag: 2) }
  }

  @Test func batchesUseTheEndOfTheSeries() throws {
    let batches = try BatchMeans([100, 1, 2, 3, 4, 5, 6], batches: 3)
    #expect(batches.means == [1.5, 3.5, 5.5])
    #expect(batches.length == 2)
    #expect(throws: StatisticsError.self) { try BatchMeans([1, 2], batches: 1) }
    #expect(throws: StatisticsError.self) { try BatchMeans([1, 2], batches: 3) }
  }

  /// Of a correlated series Student's interval covers far too rarely, batch means as they should.
  @Test func batchMeansCoverWhereStudentDoesNot() throws {
    var (batchHits, plainHits) = (0, 0)
    for run in 0..<runs {
      let series = try autoregression(4000, correlation: 0.9, seed: UInt64(run))
      let batches = try BatchMeans(series, batches: 20)
      if try batches.interval(level: 0.9).contains(0) { batchHits += 1 }
      if try Interval.mean(of: series, level: 0.9).contains(0) { plainHits += 1 }
      #expect(abs(try batches.correlation()) < 0.8)
    }
    #expect(fits(batchHits, 0.9))
    #expect(!fits(plainHits, 0.9))
  }
}

@Suite struct BlockBootstrapTests {
  @Test func ratioCoversWithBlocksOnly() throws {
    let ratio = 3.0
    var hits = [0, 0]
    for run in 0..<runs {
      let noise = try autoregression(400, correlation: 0.8, seed: UInt64(run))
      let denominators = (0..<400).map { 5 + Double($0 % 7) }
      let numerators = zip(denominators, noise).map { ratio * $0 + 4 * $1 }
      for (index, length) in [20, 1].enumerated() {
        let bootstrap = BlockBootstrap(blockLength: length, resamples: 200, seed: UInt64(run))
        let interval = try bootstrap.ratio(numerators, to: denominators, level: 0.9)
        if interval.contains(ratio) { hits[index] += 1 }
      }
    }
    // Blocks of finite length and percentiles cover a little less than they claim.
    #expect(Double(hits[0]) / Double(runs) > 0.78)
    #expect(Double(hits[1]) / Double(runs) < 0.65)
  }

  @Test func dispersionOfPoissonCountsIsOne() throws {
    var hits = 0
    for run in 0..<runs {
      let stream = try #require(huying_stream_allocate(UInt64(run)))
      defer { huying_stream_free(stream) }
      let counts = (0..<300).map { _ in
        Double(gsl_ran_poisson(huying_stream_generator(stream), 20))
      }
      let bootstrap = BlockBootstrap(blockLength: 7, resamples: 200, seed: UInt64(run))
      if try bootstrap.dispersion(of: counts).contains(1) { hits += 1 }
      #expect(try !bootstrap.dispersion(of: counts.map { $0 * 3 }).contains(1))
    }
    // Few blocks cover a little less than they claim.
    #expect(Double(hits) / Double(runs) > 0.84)
  }

  @Test func sameSeedSameInterval() throws {
    let values = try normals(100, seed: 3)
    let ones = [Double](repeating: 1, count: 100)
    func interval(_ seed: UInt64) throws -> Interval {
      try BlockBootstrap(blockLength: 5, resamples: 300, seed: seed).ratio(values, to: ones)
    }
    #expect(try interval(1) == interval(1))
    #expect(try interval(1) != interval(2))
  }

  @Test func whatCannotBeResampledIsRefused() {
    let bootstrap = BlockBootstrap(blockLength: 5, resamples: 300, seed: 1)
    #expect(throws: StatisticsError.self) { try bootstrap.ratio([1], to: [1, 2]) }
    #expect(throws: StatisticsError.self) { try bootstrap.ratio([1, 2], to: [1, 2]) }
    let zeros = [Double](repeating: 0, count: 9)
    #expect(throws: StatisticsError.self) { try bootstrap.ratio(zeros, to: zeros) }
    #expect(throws: StatisticsError.self) {
      try BlockBootstrap(blockLength: 1, resamples: 10, seed: 1).dispersion(of: [1, 2, 3])
    }
  }
}

@Suite struct VarianceReductionTests {
  /// Pairs whose difference has variance 2·(1 − ρ) against 2 of independent ones: a cut by ρ.
  @Test(arguments: [0.5, 0.9])
  func boundIsBelowTheTruthAsOftenAsItClaims(_ correlation: Double) throws {
    let spread = (1 - correlation * correlation).squareRoot()
    var (pairHits, normalHits) = (0, 0)
    for run in 0..<runs {
      let noise = try normals(400, seed: UInt64(run))
      let baseline = Array(noise[..<100])
      let values = zip(baseline, noise[100..<200]).map { correlation * $0 + spread * $1 }
      let pairs = try VarianceReduction(pairs: values, baseline, resamples: 400)
      #expect(pairs.lowerBound < pairs.estimate)
      if pairs.lowerBound < correlation { pairHits += 1 }
      let normal = try VarianceReduction(
        pairedDifferences: zip(values, baseline).map { $0 - $1 },
        independentDifferences: zip(noise[200..<300], noise[300...]).map { $0 - $1 })
      if normal.lowerBound < correlation { normalHits += 1 }
    }
    #expect(fits(normalHits, 0.95))
    #expect(Double(pairHits) / Double(runs) > 0.9)
  }

  @Test func independentPairsCutNothing() throws {
    let noise = try normals(400, seed: 8)
    let reduction = try VarianceReduction(pairs: Array(noise[..<200]), Array(noise[200...]))
    #expect(reduction.lowerBound < 0)
    #expect(abs(reduction.estimate) < 0.2)
  }

  @Test func tooLittleIsRefused() {
    #expect(throws: StatisticsError.self) { try VarianceReduction(pairs: [1, 2], [2, 3]) }
    #expect(throws: StatisticsError.self) {
      try VarianceReduction(pairedDifferences: [1, 2], independentDifferences: [3, 3])
    }
    let same = [Double](repeating: 1, count: 20)
    #expect(throws: StatisticsError.self) { try VarianceReduction(pairs: same, same) }
  }
}
