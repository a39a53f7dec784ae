import Foundation
import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Suite struct LoadReportTests {
  private static let result: LoadResult = {
    var result = makeFixtureLoad()
    var earlier = makeFixtureLoad(slower: 1.5, capacity: false)
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
    (.wrong, .verdictWrong, false), (.interrupted, .verdictInterrupted, false),
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
    #expect(html.contains("13,000 accepts a second; it held in 2 of 3 fresh trials"))
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
    var result = makeFixtureLoad(outcome: .wrong)
    result.operations[0].dropped = 0
    result.settings.store.synchronous = "normal"
    result.settings.store.isInMemory = true
    result.notices = [BilingualText(zh: "情景先用尽。", en: "The scenario ended first.")]
    let text = LoadSummary.text(of: result, language: .english)
    #expect(text.hasPrefix("Failed: The chain hash of the store differs"))
    let head = try #require(text.range(of: LoadPhrase.operation.text(.english) + " "))
    for notice in [
      LoadPhrase.normalNotice.text(.english), LoadPhrase.memoryStoreNotice.text(.english),
      "The scenario ended first.",
    ] {
      let place = try #require(text.range(of: notice), "\(notice)")
      #expect(place.upperBound < head.lowerBound)
    }
    #expect(!text.contains("were dropped"))
    let page = try LoadReport(result, language: .english).html
    #expect(page.contains("<h1>Failed: The chain hash of the store differs"))
    #expect(page.contains(LoadPhrase.methodStoreNormal.text(.english).escapedForMarkup))
    #expect(!page.contains("durable; ") && !page.contains("synchronous=full"))
    let whole = LoadSummary.text(of: makeFixtureLoad(), language: .english)
    #expect(whole.contains("12 commands were dropped"))
    #expect(!whole.contains("synchronous=normal"))
    // What limits the numbers without spoiling them comes last.
    #expect(whole.hasSuffix(makeFixtureLoad().notes[0].en + "\n"))
  }

  @Test func whatWasNotMeasuredIsNotMet() throws {
    var result = makeFixtureLoad(outcome: .thresholdFailed)
    result.thresholds[0].measured = nil
    let text = LoadSummary.text(of: result, language: .english)
    #expect(text.contains(#/submit.p99 > 50ms +not measured +– /#))
    #expect(text.contains(#/all.p99 > 2s for 10s +met +1.90 s +40–50 s/#))
    #expect(try LoadReport(result, language: .chinese).html.contains("未测到"))
  }

  @Test func aSearchThatTheDriverEndedFoundALowerBound() throws {
    var result = makeFixtureLoad()
    let open = "Lower bound only: the driver could not offer more"
    #expect(!LoadSummary.text(of: result, language: .english).contains(open))
    // The trial at 14,000 says nothing then, and another set the upper bound.
    result.capacity?.trials[5].isVoid = true
    result.capacity?.upper = 16_000
    let text = LoadSummary.text(of: result, language: .english)
    #expect(text.contains(open) && !text.contains("14,000 did not"))
    #expect(text.contains("void"))
    #expect(text.contains("holds with a probability of 21% to 94% (Wilson, 95%)"))
    let page = try LoadReport(result, language: .chinese).html
    #expect(page.contains(LoadPhrase.capacityDriver.text(.chinese)))
    #expect(page.contains("95% 区间为 21% 至 94%"))
  }

  @Test func aSearchWithoutAnAnswerSaysWhy() {
    var result = makeFixtureLoad()
    result.capacity?.found = nil
    #expect(
      LoadSummary.text(of: result, language: .english)
        .contains(LoadPhrase.capacityUnconfirmed.text(.english)))
    for place in 0..<10 { result.capacity?.trials[place].passed = false }
    #expect(
      LoadSummary.text(of: result, language: .english)
        .contains(LoadPhrase.capacityNone.text(.english)))
  }

  /// The seconds in which only the last answers come are no fall of the load.
  @Test func theLoadIsDrawnToItsEnd() throws {
    var result = makeFixtureLoad(capacity: false)
    var last = result.timeline[89]
    (last.second, last.stage, last.offered, last.achieved) = (90, LoadSecond.drain, 0, 3)
    result.timeline.append(last)
    func drawn(_ result: LoadResult, _ name: String) throws -> String? {
      try LoadReport(result, language: .english).figures.first { $0.name == name }?.svg
    }
    let whole = makeFixtureLoad(capacity: false)
    for name in ["rates", "memory"] {
      #expect(try drawn(result, name) == drawn(whole, name), "\(name)")
    }
    #expect(try drawn(result, "latency-time") != drawn(whole, "latency-time"))
  }

  @Test func ratesOfARunThatEndedEarlyAreOfItsSeconds() {
    var result = makeFixtureLoad()
    result.settings.seconds = 55
    #expect(result.measuredSeconds == 50 && result.drivenSeconds(of: result.stages[2]) == 35)
    let model = LoadModel(result, language: .english)
    #expect(model.seconds(of: "soak") == 35 && model.seconds(of: "all") == 50)
    #expect(result.loadedSeconds.count == 55)
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
    result.settings.seconds = 7_201
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
