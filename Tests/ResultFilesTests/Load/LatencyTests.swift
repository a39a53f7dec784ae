import ResultFiles
import ResultFixtures
import Testing

@Suite struct LatencyTests {
  /// 1…1000 ms, one of each, as microseconds.
  private static let thousand = Latency(
    buckets: (1...1000).map { LatencyBucket(us: $0 * 1000, count: 1) })

  @Test func percentilesAreTheSmallestValueWithEnoughAtOrBelow() {
    let latency = Self.thousand
    #expect(latency.count == 1000 && latency.maxUs == 1_000_000 && latency.meanUs == 500_500)
    for (percent, ms) in [(50.0, 500), (99, 990), (99.9, 999), (99.99, 1000), (0.1, 1), (0, 1)] {
      #expect(latency.us(atPercent: percent) == ms * 1000, "\(percent)")
    }
    #expect(latency.us(atPercent: 100) == 1_000_000)
    #expect(latency.percentiles.map(\.percent) == Latency.standardPercentiles)
    #expect(Latency.none.us(atPercent: 50) == nil)
  }

  @Test func aKnownMaximumBoundsTheLastBucket() {
    let latency = Latency(
      buckets: [LatencyBucket(us: 1023, count: 3), LatencyBucket(us: 2047, count: 1)],
      meanUs: 1200, maxUs: 1900)
    #expect(latency.us(atPercent: 99) == 1900 && latency.us(atPercent: 75) == 1023)
    #expect(latency.meanUs == 1200)
  }

  /// Worked out by hand from HdrHistogram's rule: levels 0, 10, 20, 30, 40, then, halving by
  /// halving, five to each half of what is left: 50, 55 … 70, 75, 77.5 …
  @Test func theTextIsThatOfHdrHistogram() {
    let latency = Latency(
      buckets: [
        LatencyBucket(us: 1_000, count: 2), LatencyBucket(us: 2_000, count: 1),
        LatencyBucket(us: 5_000, count: 1),
      ])
    #expect(
      LatencyText.hgrm(of: latency) == """
               Value     Percentile TotalCount 1/(1-Percentile)

               1.000 0.000000000000          2           1.00
               1.000 0.100000000000          2           1.11
               1.000 0.200000000000          2           1.25
               1.000 0.300000000000          2           1.43
               1.000 0.400000000000          2           1.67
               1.000 0.500000000000          2           2.00
               2.000 0.550000000000          3           2.22
               2.000 0.600000000000          3           2.50
               2.000 0.650000000000          3           2.86
               2.000 0.700000000000          3           3.33
               2.000 0.750000000000          3           4.00
               5.000 0.775000000000          4           4.44
               5.000 1.000000000000          4
        #[Mean    =        2.250, StdDeviation   =        1.640]
        #[Max     =        5.000, Total count    =            4]
        #[Buckets =            3, SubBuckets     =         2048]

        """)
  }

  @Test func theTextOfNothingIsHeadAndFoot() {
    let lines = LatencyText.hgrm(of: .none).split(separator: "\n")
    #expect(lines.count == 4 && lines[2].hasSuffix("Total count    =            0]"))
  }

  /// The steps between levels shrink below what a double can hold before the counts end.
  @Test func theLevelsOfHugeCountsEnd() {
    let latency = Latency(
      buckets: [LatencyBucket(us: 1, count: 1 << 53), LatencyBucket(us: 2, count: 1)])
    let levels = LatencyText.levels(of: latency)
    #expect(levels.count < 1_000 && levels.last?.us == 2)
  }

  @Test func theTextEndsWithTheMaximumAndItsCountsNeverFall() throws {
    let latency = try #require(makeFixtureLoad().operation("submit")).intended
    let lines = LatencyText.hgrm(of: latency).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(lines.count > 40)
    for (one, next) in zip(lines, lines.dropFirst()) {
      #expect(one[0] <= next[0] && one[1] < next[1] && one[2] <= next[2])
      // A line's value has at least its share of all at or below it.
      #expect(one[2] / Double(latency.count) >= one[1] - 1e-12)
    }
    let last = try #require(lines.last)
    #expect(last == [Double(latency.maxUs) / 1000, 1, Double(latency.count)])
  }
}
