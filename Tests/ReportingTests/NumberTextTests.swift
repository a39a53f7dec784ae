import Reporting
import ResultFiles
import Testing

@Suite struct NumberTextTests {
  private let numbers = NumberText(language: .english)

  @Test func decimalsAndThousands() {
    #expect(numbers.decimal(1_234_567.891, digits: 2) == "1,234,567.89")
    #expect(numbers.decimal(-0.04, digits: 1) == "0.0")
    #expect(numbers.decimal(-12.5, digits: 1) == "\u{2212}12.5")
    #expect(numbers.decimal(999.96, digits: 1) == "1,000.0")
    #expect(numbers.decimal(.nan, digits: 1) == "–")
  }

  @Test func unitsDecideTheForm() {
    #expect(numbers.value(0.9123, .share) == "91.2%")
    #expect(numbers.value(31.42, .hours) == "31.4")
    #expect(numbers.value(41_230, .count) == "41,230")
    #expect(numbers.value(4.123, .score) == "4.12")
    #expect(numbers.span(0.5) == "30 min")
    #expect(NumberText(language: .chinese).span(36) == "1.5 天")
    #expect(NumberText(language: .chinese).month("2018-10-01") == "10月")
    #expect(numbers.month("2018-10-01") == "Oct")
  }

  @Test func differencesShareTheirDecimals() {
    func difference(_ mean: Double, _ half: Double) -> Difference {
      Difference(
        scenario: "a", baseline: "b", explanation: "c", indicator: "d", n: 2, mean: mean,
        noise: Interval(low: mean - half, high: mean + half))
    }
    let wide = numbers.difference(difference(0.027, 0.002), .share)
    #expect(wide(0.027) == "+2.7")
    #expect(wide(0.0004) == "0.0")
    #expect(numbers.difference(difference(0.0004, 0.0002), .share)(0.0004) == "+0.04")
    #expect(numbers.difference(difference(0, 0), .count)(0) == "0")
    #expect(numbers.difference(difference(-67, 4), .count)(-9.4) == "\u{2212}9")
  }

  /// Quantiles of Student's distribution from its published table.
  @Test(arguments: [
    (0.95, 1, 12.7062), (0.95, 19, 2.09302), (0.99, 10, 3.16927), (0.9, 100, 1.66023),
  ])
  func studentQuantiles(_ confidence: Double, _ degrees: Int, _ expected: Double) {
    let found = StudentQuantile.twoSided(confidence: confidence, degrees: degrees)
    #expect(abs(found - expected) < 1e-4 * expected)
  }
}
