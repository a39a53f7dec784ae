import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Suite struct LoadTerminalTests {
  private let result = makeFixtureLoad()

  @Test(arguments: ReportLanguage.allCases)
  func columnsEndOnTheSameColumn(_ language: ReportLanguage) throws {
    let text = LoadSummary.text(of: result, language: language)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rules = lines.indices.filter { lines[$0].hasPrefix("──") }
    #expect(rules.count == 6)
    for rule in rules {
      let rows = lines[(rule + 1)...].prefix { !$0.isEmpty }
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { DisplayWidth.of($0) == DisplayWidth.of(lines[rule]) })
    }
  }

  @Test func everyOperationAndTrialHasARow() {
    let text = LoadSummary.text(of: result, language: .english)
    for name in ["all operations", "submit", "take", "file", "dispatch"] {
      #expect(text.split(separator: "\n").count { $0.hasPrefix(name + " ") } >= 2, "\(name)")
    }
    for stage in result.stages { #expect(text.contains("\n\(stage.name) ")) }
    #expect(text.contains("10 confirmation  met"))
    #expect(text.contains("submit.p99 > 50ms     met       8.19 ms"))
    #expect(text.contains("all.p99 > 2s for 10s  met        1.90 s       40–50 s"))
  }

  @Test func theComparisonHasRatioAndDifference() {
    var result = makeFixtureLoad(slower: 2, capacity: false)
    result.comparison = LoadComparison(of: result, with: makeFixtureLoad(capacity: false))
    let text = LoadSummary.text(of: result, language: .english)
    let rows = text.split(separator: "\n").filter {
      $0.hasPrefix("submit ") && $0.contains(" p50 ")
    }
    #expect(rows.count == 1 && rows[0].hasSuffix("×2.00") && rows[0].contains("+"))
    #expect(text.contains(LoadPhrase.comparisonSame.text(.english)))
    #expect(text.contains(LoadPhrase.comparisonLimits.text(.english)))
  }

  @Test func oneLineSaysHowItGoes() {
    var second = result.timeline[50]
    second.offered = 2_000
    second.achieved = 1_988
    second.p50Us = 3_170
    second.p99Us = 8_200
    second.queueDepth = 12
    let english = LoadDisplay(language: .english, total: 90, isShown: false)
    #expect(
      english.line(second)
        == "soak · 1,988/2,000 a second · p50 3.17 ms · p99 8.20 ms · queue 12 · errors 0 · "
        + "0:39 left")
    second.dropped = 4
    second.errors = 1
    second.p50Us = nil
    let chinese = LoadDisplay(language: .chinese, total: 3_723, isShown: false)
    #expect(
      chinese.line(second)
        == "soak · 每秒 1,988/2,000 · p50 – · p99 8.20 ms · 排队 12 · 错误 1 · 丢弃 4 · 剩余 1:01:12")
    let endless = LoadDisplay(language: .english, total: nil, isShown: false)
    #expect(!endless.line(second).contains("left"))
    second.second = 200
    #expect(english.line(second).hasSuffix("0:00 left"))
  }
}
