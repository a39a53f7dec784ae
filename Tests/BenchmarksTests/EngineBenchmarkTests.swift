import Benchmarks
import CYardstick
import Foundation
import Testing

@Suite struct EngineBenchmarkTests {
  /// A hundredth of the events: everything runs, and every mean is held against theory.
  @Test func smallRunReportsEveryBenchmark() throws {
    let results = try EngineBenchmark(rounds: 2, scale: 0.01).run()
    #expect(
      results.map(\.name) == [
        "mm1", "mm1_gsl", "mm50", "mm50_gsl", "hold100", "hold10k", "hold10k_gsl", "hold1m",
        "hold10k_bimodal", "hold1m_bimodal",
      ])
    for result in results {
      #expect(result.rate > 0 && result.unit == "events/s" && result.peakBytes > 0)
      let yardstick = try #require(result.yardstick)
      #expect(result.ratio == result.rate / yardstick)
      #expect((result.bytesPerEvent != nil) == result.name.hasPrefix("hold"))
    }
  }

  @Test func jsonFollowsItsSchema() throws {
    let result = BenchmarkResult(
      name: "mm1", rate: 40e6, unit: "events/s", yardstick: 80e6, peakBytes: 4_096)
    let report = BenchmarkReport([result])
    let data = Data(try report.json().utf8)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(document["schema"] as? String == "huying.bench/1")
    let benchmarks = try #require(document["benchmarks"] as? [[String: Any]])
    #expect(
      Set(benchmarks[0].keys) == ["name", "rate", "unit", "yardstick", "ratio", "peak_bytes"])
    #expect(benchmarks[0]["ratio"] as? Double == 0.5)
    #expect(try JSONDecoder().decode(BenchmarkReport.self, from: data) == report)
    #expect(report.table().contains("40.00 M events/s"))
  }

  @Test func wrongMeanIsNotReportedAsARate() {
    #expect(throws: BenchmarkMismatch.self) {
      try EngineBenchmark.verify(9.2, expected: 9, relative: 0.02, named: "mm1")
    }
    #expect(throws: Never.self) {
      try EngineBenchmark.verify(9.1, expected: 9, relative: 0.02, named: "mm1")
    }
  }

  /// Erlang's C for five servers and four erlangs: 0.5541 wait, so 4 + 0.5541·0.8/0.2 are there.
  @Test func meanNumberIsErlangs() {
    let number = EngineCase.meanNumber(servers: 5, arrivalRate: 4)
    #expect(abs(number - (4 + 0.5541125541125541 * 4)) < 1e-12)
    #expect(abs(EngineCase.meanNumber(servers: 1, arrivalRate: 0.9) - 9) < 1e-12)
  }

  /// The renewal function rises with one over the mean in the end, after its known head start.
  @Test func renewalsOfTheBimodalIncrements() {
    let increments = HoldIncrements.bimodal
    #expect(increments.meanRenewals(until: 0) == 0)
    #expect(abs(increments.meanRenewals(until: 1e-6) / 1e-6 - (0.9 / 0.1 + 0.1 / 9.1)) < 1e-3)
    #expect(abs(increments.meanRenewals(until: 100) - 100 - (15.58 - 1) / 2) < 0.01)
  }

  /// The yardstick's ziggurat against the exponential distribution: Kolmogorov's distance, and the
  /// moments, whose largest parts come from the edges and the tail.
  @Test func yardstickDrawsExponentials() {
    let count = 1_000_000
    var draws = [Double](repeating: 0, count: count)
    huying_yardstick_exponentials(7, Int32(count), &draws)
    draws.sort()
    var distance = 0.0
    for (index, draw) in draws.enumerated() {
      let below = 1 - exp(-draw)
      distance = max(distance, abs(below - (Double(index) + 0.5) / Double(count)))
    }
    #expect(distance < 1.95 / Double(count).squareRoot())
    let beyond = draws.count { $0 > 7.697 }
    #expect(abs(Double(beyond) - 1e6 * exp(-7.697)) < 5 * (1e6 * exp(-7.697)).squareRoot())
    #expect(draws[0] >= 0 && (draws.last ?? 0) > 11)
  }
}
