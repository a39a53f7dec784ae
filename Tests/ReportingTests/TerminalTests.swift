import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Suite struct TerminalTests {
  private let result = makeFixtureResult(replications: 3, days: 2)

  @Test func widthsFollowEastAsia() {
    #expect(DisplayWidth.of("积压 ab") == 7)
    #expect(DisplayWidth.of("按时率\u{FF08}参照\u{FF09}") == 14)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.cut("积压水平", to: 6) == "积压…")
    #expect(DisplayWidth.cut("积压", to: 4) == "积压")
    #expect(DisplayWidth.printable("a\u{1B}[31mb\nc") == "a[31mbc")
  }

  @Test func columnsEndOnTheSameColumn() {
    let text = TextTable(
      head: ["指标", "坪山 2018 实测与对照", "b"],
      rows: [["积压", "412 ± 3", "–"], ["on time", "91.2%", "1"]]
    ).text
    let widths = text.split(separator: "\n").map { DisplayWidth.of($0) }
    // The heading takes two lines, the first one only in its own column.
    #expect(widths == [22, 25, 25, 25, 25])
    #expect(text.hasPrefix("          坪山 2018 实\n指标"))
  }

  @Test func noLineBeginsWithAClosingMark() {
    let lines = DisplayWidth.lines(of: "坪山 2016\u{FF08}改革前\u{FF0C}反事实\u{FF09}", width: 17)
    #expect(lines == ["坪山 2016\u{FF08}改革", "前\u{FF0C}反事实\u{FF09}"])
  }

  @Test(arguments: ReportLanguage.allCases) func showsEveryIndicator(_ language: ReportLanguage) {
    let text = TerminalSummary.text(of: result, language: language)
    #expect(text.hasPrefix(result.decision[language] + "\n"))
    let rows = text.split(separator: "\n")
    for indicator in result.indicators {
      #expect(rows.count { $0.hasPrefix(indicator.title[language]) } >= 3)
    }
    #expect(text.contains(" " + Phrase.overloaded.text(language)))
    #expect(text.contains(" ± "))
  }
}
