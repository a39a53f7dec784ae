import CGSL
import Statistics
import Testing

@Suite("Linear trend")
struct LinearTrendTests {
  @Test("A straight line has its slope, and an interval of no width")
  func line() throws {
    let trend = try LinearTrend((0..<10).map { 3 + 2 * Double($0) })
    #expect(abs(trend.slope - 2) < 1e-12 && abs(trend.intercept - 3) < 1e-12)
    #expect(trend.interval.halfWidth < 1e-6)
  }

  @Test("By hand: alternating residuals are not correlated upwards, so all values count")
  func byHand() throws {
    // Slope of 0, 2, 1, 3, 2, 4 over 0…5: Σ(x − x̄)(y − ȳ) / Σ(x − x̄)² = 11 / 17.5.
    let trend = try LinearTrend([0, 2, 1, 3, 2, 4])
    #expect(abs(trend.slope - 11 / 17.5) < 1e-12)
    #expect(trend.correlation < 0 && trend.effectiveCount == 6)
    // Σ residuals² = 10 − 11² / 17.5; the textbook's error with 4 degrees of freedom.
    let error = ((10 - 121 / 17.5) / 4 / 17.5).squareRoot()
    let half = gsl_cdf_tdist_Pinv(0.975, 4) * error
    #expect(abs(trend.interval.halfWidth - half) < 1e-12)
  }

  @Test("Neighbours that are alike widen the interval")
  func correlated() throws {
    let slow = (0..<200).map { Double($0 / 20 % 2) }
    let quick = (0..<200).map { Double($0 % 2) }
    let (wide, narrow) = (try LinearTrend(slow), try LinearTrend(quick))
    #expect(wide.correlation > 0.8 && wide.effectiveCount < 25)
    #expect(wide.interval.halfWidth > 2.5 * narrow.interval.halfWidth)
    #expect(wide.interval.contains(0))
  }

  /// Noise of which each value keeps `share` of the one before; normal by the sum of twelve.
  private func noise(_ share: Double, count: Int, state: inout UInt64) -> [Double] {
    var value = 0.0
    return (0..<count).map { _ in
      var sum = -6.0
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sum += Double(state >> 11) / 9_007_199_254_740_992
      }
      value = share * value + sum
      return value
    }
  }

  @Test("Of series without a trend some 95 % of the intervals hold 0", arguments: [0.0, 0.5, 0.8])
  func coverage(share: Double) throws {
    var state: UInt64 = 7
    var held = 0
    for _ in 0..<1_000 {
      let trend = try LinearTrend(noise(share, count: 300, state: &state))
      if trend.interval.contains(0) { held += 1 }
    }
    // The correlation is itself estimated, a little too small: coverage falls a little short. The
    // usual interval would hold 0 in 74 % and 49 % of the series with correlation.
    #expect(held > 910 && held < 975, "\(held)")
  }

  @Test("Fewer than five values, and a level outside, are refused")
  func refuses() {
    #expect(throws: StatisticsError.self) { try LinearTrend([1, 2, 3, 4]) }
    #expect(throws: StatisticsError.self) { try LinearTrend([1, 2, 3, 4, 5], level: 1) }
  }
}
