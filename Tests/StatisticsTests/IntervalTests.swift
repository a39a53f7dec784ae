import Statistics
import Testing

@Suite struct IntervalTests {
  @Test("TCI-1: Student's half-width of 1, 2, …, 10")
  func studentInterval() throws {
    let interval = try Interval.mean(of: (1...10).map(Double.init))
    #expect(interval.estimate == 5.5)
    #expect(abs(interval.halfWidth - 2.165850589668169) <= 1e-6)
    #expect(interval.contains(5.5) && !interval.contains(8))
  }

  @Test("WIL-1: Wilson's interval of 95 in 100")
  func wilsonInterval() throws {
    let interval = try Interval.proportion(95, of: 100)
    #expect(abs(interval.low - 0.888250) <= 1e-6)
    #expect(abs(interval.high - 0.978456) <= 1e-6)
    #expect(interval.estimate == 0.95)
  }

  @Test func wilsonAtTheEnds() throws {
    let none = try Interval.proportion(0, of: 20)
    let all = try Interval.proportion(20, of: 20)
    #expect(none.low == 0 && all.high == 1)
    #expect(abs(none.high - 0.161125) <= 1e-6)
    #expect(abs(all.low + none.high - 1) <= 1e-12)
  }

  @Test("QCI-1: ranks of the 90 % quantile of 100 values")
  func quantileRanks() throws {
    let ranks = try QuantileRanks(count: 100, probability: 0.9)
    #expect(ranks.low == 84)
    #expect(ranks.high == 96)
    #expect(abs(ranks.coverage - 0.955690) <= 1e-6)
  }

  @Test(arguments: [6, 9, 50, 1000, 100_000])
  func quantileRanksCoverTheMedian(_ count: Int) throws {
    let ranks = try QuantileRanks(count: count, probability: 0.5)
    #expect(ranks.low + ranks.high == count + 1)
    #expect(ranks.coverage >= 0.95)
    #expect(ranks.low >= 1 && ranks.high <= count)
  }

  @Test func pairedDifferenceUsesThePairs() throws {
    let baseline = (0..<20).map { Double($0 * $0) }
    let values = baseline.enumerated().map { $1 + 2 + Double($0 % 2) }
    let interval = try Interval.pairedDifference(of: values, from: baseline)
    #expect(interval.estimate == 2.5)
    // Standard deviation √(5/19), t of 19 degrees of freedom 2.093024.
    #expect(abs(interval.halfWidth - 2.093024 * (5.0 / 19 / 20).squareRoot()) <= 1e-6)
  }

  @Test func tooLittleDataIsSaid() {
    #expect(throws: StatisticsError.self) { try Interval.mean(of: [1]) }
    #expect(throws: StatisticsError.self) { try Interval.mean(of: [1, 2], level: 1) }
    #expect(throws: StatisticsError.self) { try Interval.proportion(0, of: 0) }
    #expect(throws: StatisticsError.self) { try Interval.proportion(3, of: 2) }
    #expect(throws: StatisticsError.self) { try QuantileRanks(count: 5, probability: 0.5) }
    #expect(throws: StatisticsError.self) { try QuantileRanks(count: 0, probability: 0.5) }
    #expect(throws: StatisticsError.self) { try QuantileRanks(count: 50, probability: 1) }
    let error = #expect(throws: StatisticsError.self) {
      try Interval.pairedDifference(of: [1, 2], from: [1])
    }
    #expect(error?.description == "paired interval needs pairs, but there are 2 values and 1")
  }
}
