import Foundation
import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Suite struct LoadReportTests {
  private static let result: LoadResult = {
    var result = makeFixtureLoad()
    var earlier = makeFixtureLoad(slower: 1.5)
    earlier.settings.store.batchSize = 10
    result.comparison = LoadComparison(of: result, with: earlier)
    return result
  }()
  private static let reports = Dictionary(
    uniqueKeysWithValues: ReportLanguage.allCases.map { language in
      (language, Result { try LoadReport(result, language: language) })
    })

  private func report(_ language: ReportLanguage) throws -> LoadReport {
    try #require(Self.reports[language]).get()
  }

  @Test(arguments: ReportLanguage.allCases)
  func theVerdictComesFirst(_ language: ReportLanguage) throws {
    let html = try report(language).html
    let model = LoadModel(Self.result, language: language)
    #expect(html.contains("<h1>\(model.headline.escapedForMarkup)</h1>"))
    #expect(model.headline.hasSuffix(Self.result.verdict.reason[language]))
    #expect(html.contains("<title>\(LoadPhrase.title.text(language))</title>"))
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(!html.contains("http://") && !html.contains("<script") && !html.contains("<same>"))
    #expect(html.contains(Self.result.notes[0][language].escapedForMarkup))
  }

  @Test(arguments: [
    (LoadVerdict.Outcome.ok, LoadPhrase.verdictOk, false),
    (.thresholdFailed, .verdictFailed, false), (.driverLimited, .verdictVoid, true),
  ])
  func eachVerdictHasItsWords(
    _ outcome: LoadVerdict.Outcome, _ words: LoadPhrase, _ isVoid: Bool
  ) {
    let result = makeFixtureLoad(outcome: outcome)
    for language in ReportLanguage.allCases {
      let text = LoadSummary.text(of: result, language: language)
      #expect(text.hasPrefix(words.text(language) + (language == .chinese ? "：" : ": ")))
      #expect(text.contains(LoadPhrase.voidNotice.text(language)) == isVoid)
    }
  }

  @Test(arguments: ReportLanguage.allCases)
  func thePageHoldsEachFigureOnce(_ language: ReportLanguage) throws {
    let report = try report(language)
    #expect(
      report.figures.map(\.name) == ["latency-time", "percentiles", "rates", "memory", "capacity"])
    for figure in report.figures {
      #expect(isWellFormed(figure.svg), "\(figure.name)")
      #expect(figure.svg.contains("role=\"img\""))
      #expect(report.html.components(separatedBy: figure.inline).count == 2)
    }
    let ids = report.html.matches(of: /\sid=["']([^"']+)["']/).map { String($0.output.1) }
    #expect(ids.count == Set(ids).count)
    for section in ["thresholds", "latency", "operations", "capacity", "comparison", "method"] {
      #expect(ids.contains(section), "\(section)")
    }
  }

  @Test func everyStageAndOperationIsInTheTables() throws {
    let html = try report(.english).html
    let model = LoadModel(Self.result, language: .english)
    for row in Self.result.operations {
      for percent in [50.0, 90, 99, 99.9] {
        for latency in [row.intended, row.dispatch, row.service] {
          #expect(html.contains(model.latency(latency.us(atPercent: percent))))
        }
      }
      #expect(html.contains(">\(NumberText(language: .english).count(row.offered))<"))
    }
    #expect(html.contains("soak, seconds 20 to 90, 2,000 accepts a second planned"))
    #expect(html.contains("ramp, seconds 5 to 20, 500–2,000 accepts a second planned"))
    // Files and thresholds use these names, in whatever language the page is.
    #expect(try report(.chinese).html.contains("领取<small>take</small>"))
  }

  @Test func theFindingsAreSentences() throws {
    let html = try report(.english).html
    #expect(html.contains("13,000 accepts a second; it held in 2 of 3 confirming trials"))
    #expect(html.contains("13,000 held and 14,000 did not"))
    #expect(html.contains("+1.24 kB a second, 95% interval −3.10 kB to +5.58 kB"))
    #expect(html.contains("batch: 10 → 100"))
    #expect(html.contains(LoadPhrase.comparisonLimits.text(.english).escapedForMarkup))
    #expect(html.contains("×0.67"))
  }

  @Test func aBareRunHasNoSectionsOfWhatItDidNotDo() throws {
    var result = makeFixtureLoad(capacity: false)
    result.thresholds = []
    result.memory = nil
    result.timeline = []
    for place in result.operations.indices {
      result.operations[place].lateness = .none
      result.operations[place].intended = .none
      result.operations[place].dispatch = .none
      result.operations[place].service = .none
    }
    let report = try LoadReport(result, language: .english)
    #expect(report.figures.isEmpty)
    for section in ["latency", "rates", "memory", "capacity", "comparison"] {
      #expect(!report.html.contains("<section id=\"\(section)\""), "\(section)")
    }
    #expect(report.html.contains("--fail-if"))
  }

  @Test func whatSpoilsARunIsSaidBeforeItsNumbers() throws {
    var result = makeFixtureLoad()
    result.chainMatches = false
    result.operations[0].errors = 3
    result.operations[0].dropped = 0
    let text = LoadSummary.text(of: result, language: .english)
    #expect(text.contains(LoadPhrase.chainNotice.text(.english)))
    #expect(text.contains("3 commands were answered wrongly"))
    #expect(!text.contains("were dropped"))
    let whole = LoadSummary.text(of: makeFixtureLoad(), language: .english)
    #expect(whole.contains("12 commands were dropped"))
    #expect(!whole.contains("were answered wrongly"))
  }

  @Test func growthOfMemoryIsTold() {
    var result = makeFixtureLoad()
    result.memory?.interval = Interval(low: 200, high: 2_280)
    #expect(LoadSummary.text(of: result, language: .english).contains("+4.46 MB an hour"))
    result.memory?.bytesPerSecond = -900
    result.memory?.interval = Interval(low: -1_000, high: -800)
    #expect(LoadSummary.text(of: result, language: .chinese).contains("在减少：斜率每秒 −900 B"))
  }

  @Test func aLongRunIsDrawnWithFewerPoints() throws {
    var result = makeFixtureLoad(capacity: false)
    let day = result.timeline
    result.timeline = (0..<7_201).map { second in
      var row = day[second % day.count]
      row.second = second
      return row
    }
    let report = try LoadReport(result, language: .english)
    #expect(report.html.contains("A point stands for 13 seconds"))
    #expect(report.html.utf8.count < 1_000_000)
  }

  @Test func latenciesHaveThreeDigits() {
    let model = LoadModel(Self.result, language: .english)
    for (us, text) in [
      (0, "0 µs"), (999, "999 µs"), (1_000, "1.00 ms"), (9_994, "9.99 ms"), (9_996, "10.0 ms"),
      (99_960, "100 ms"), (999_400, "999 ms"), (999_600, "1.00 s"), (12_345_678, "12.3 s"),
    ] {
      #expect(model.latency(us) == text)
    }
    #expect(model.latency(nil) == "–")
  }

  @Test(arguments: LoadPhrase.allCases)
  func everyPhraseIsInBothLanguages(_ phrase: LoadPhrase) throws {
    let words = try #require(LoadPhrase.texts[phrase])
    #expect(!words.zh.isEmpty && !words.en.isEmpty)
    #expect(!words.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    func names(_ text: String) -> Set<Substring> {
      Set(
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
          .compactMap { $0.split(separator: "}").first })
    }
    #expect(names(words.zh).isSubset(of: names(words.en)))
    let scalars = Array(words.zh.unicodeScalars)
    for (before, mark) in zip(scalars, scalars.dropFirst())
    where (0x4E00...0x9FFF).contains(before.value) {
      #expect(!",;:()".unicodeScalars.contains(mark), "“\(words.zh)”")
    }
  }
}
