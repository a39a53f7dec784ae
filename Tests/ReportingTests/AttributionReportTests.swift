import Foundation
import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Suite struct AttributionReportTests {
  private static let result = makeFixtureAttribution()
  private static let reports = Dictionary(
    uniqueKeysWithValues: ReportLanguage.allCases.map { language in
      (language, Result { try AttributionReport(result, language: language) })
    })

  private func report(_ language: ReportLanguage) throws -> AttributionReport {
    try #require(Self.reports[language]).get()
  }

  @Test(arguments: ReportLanguage.allCases)
  func thePageSaysWhatItIsAndWhatItIsNot(_ language: ReportLanguage) throws {
    let html = try report(language).html
    #expect(html.contains("<title>\(AttributionPhrase.title.text(language))</title>"))
    #expect(html.contains(Self.result.sentence[language]))
    #expect(html.contains(AttributionPhrase.caution.text(language).escapedForMarkup))
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
    // The group, the clash, and why one lever gets no bar by own limits.
    let form = Self.result.levers[1].title[language]
    let photos = Self.result.levers[2].title[language]
    let comma = language == .chinese ? "、" : ", "
    #expect(html.contains("{\(form)\(comma)\(photos)}"))
    #expect(html.contains("returns.limit"))
    let withheld = AttributionPhrase.withheldNotice.text(
      language,
      [
        "indicator": Self.result.indicators[1].title[language],
        "levers": Self.result.levers[3].title[language],
      ])
    #expect(html.contains(withheld.escapedForMarkup))
    #expect(!html.contains("http://") && !html.contains("<script"))
    #expect(!html.contains("<channels>"))
  }

  @Test func thereIsAWaterfallForEachIndicatorUnderEachExplanation() throws {
    let report = try report(.english)
    #expect(report.figures.count == 4)
    for figure in report.figures {
      #expect(isWellFormed(figure.svg), "\(figure.name)")
      #expect(figure.svg.contains("role=\"img\""))
      #expect(report.html.contains(figure.inline))
    }
    let ids = report.html.matches(of: /\sid=["']([^"']+)["']/).map { String($0.output.1) }
    #expect(ids.count == Set(ids).count)
  }

  @Test func ownLimitsAreAStepOfTheirOwnAndNoBar() throws {
    let figures = try report(.english).figures
    let own = try #require(figures.first { $0.name.contains("on-time-share-congestion") })
    let reference = try #require(
      figures.first { $0.name.contains("on-time-share-reference-congestion") })
    let words = AttributionPhrase.ownLimits.text(.english)
    #expect(own.svg.contains(words) && !reference.svg.contains(words))
    #expect(own.svg.contains(AttributionPhrase.withheld.text(.english)))
  }

  @Test func everyBarStartsWhereTheOneBeforeEnds() throws {
    let model = AttributionModel(Self.result, language: .english)
    for indicator in Self.result.indicators {
      for explanation in Self.result.explanations {
        for part in [ResponseCase.none, .middle] {
          let waterfall = try #require(Waterfall(model, indicator, explanation, part))
          var place = waterfall.before
          for bar in waterfall.bars.compactMap({ $0 }) {
            #expect(bar.start == place && bar.end != place || bar.end == bar.start)
            place = bar.end
          }
          #expect(place == waterfall.reached)
          let isOwn = indicator.id == "on_time_share"
          #expect(waterfall.bars.contains { $0 == nil } == isOwn)
          // The step of the own limits is what is left.
          let left = waterfall.after - waterfall.reached
          #expect(abs(left - (isOwn ? 0.01 : 0)) < 1e-12)
          #expect(waterfall.bars[2]?.ends == nil || part == .middle)
        }
      }
    }
  }

  @Test func aGroupStandsTogether() {
    var result = Self.result
    result.groups = [["channels", "photos"]]
    let model = AttributionModel(result, language: .english)
    #expect(model.levers.map(\.id) == ["channels", "photos", "form", "limits"])
  }

  @Test func withoutAssumedBehaviourThereIsOneBar() throws {
    let report = try AttributionReport(
      makeFixtureAttribution(behaviour: false, orders: nil), language: .english)
    #expect(!report.figures[0].svg.contains(AttributionPhrase.withBehaviour.text(.english)))
    #expect(report.html.contains(AttributionPhrase.exactFact.text(.english)))
    #expect(report.html.contains(AttributionPhrase.methodExact.text(.english)))
    let shared = try self.report(.english)
    #expect(shared.figures[0].svg.contains(AttributionPhrase.withBehaviour.text(.english)))
    #expect(shared.html.contains(AttributionPhrase.methodOrders.text(.english)))
  }

  @Test(arguments: ReportLanguage.allCases)
  func theTerminalShowsOneTableAnIndicatorAndExplanation(_ language: ReportLanguage) {
    let text = AttributionSummary.text(of: Self.result, language: language)
    #expect(text.hasPrefix(Self.result.sentence[language]))
    for indicator in Self.result.indicators {
      #expect(text.contains(indicator.title[language]))
    }
    let heads = text.components(separatedBy: AttributionPhrase.lowToHigh.text(language).prefix(3))
    #expect(heads.count >= 5)
    #expect(text.contains("+8.0 ± 0.6") && text.contains("+11.0 ± 0.6"))
    #expect(text.contains(AttributionPhrase.caution.text(language)))
  }

  @Test(arguments: AttributionPhrase.allCases)
  func everyPhraseIsInBothLanguages(_ phrase: AttributionPhrase) throws {
    let words = try #require(AttributionPhrase.texts[phrase])
    #expect(!words.zh.isEmpty && !words.en.isEmpty)
    #expect(!words.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    func names(_ text: String) -> Set<Substring> {
      Set(
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
          .compactMap { $0.split(separator: "}").first })
    }
    #expect(names(words.zh) == names(words.en))
    let scalars = Array(words.zh.unicodeScalars)
    for (before, mark) in zip(scalars, scalars.dropFirst())
    where (0x4E00...0x9FFF).contains(before.value) {
      #expect(!",;:()".unicodeScalars.contains(mark), "“\(words.zh)”")
    }
  }

  @Test func writesIntoAFolder() throws {
    let folder =
      NSTemporaryDirectory()
      + "huying-attribution-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let report = try report(.chinese)
    try AttributionFolder.write(Self.result, to: folder) { try report.write(into: $0) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      names == ["attribution.csv", "attribution.json", "figures", "index.html", "manifest.json"])
    let pictures = try FileManager.default.contentsOfDirectory(atPath: folder + "/figures")
    let drawings = pictures.filter { $0.hasSuffix(".svg") }
    #expect(drawings.count == 4)
    // A gnuplot without cairo draws no PNG.
    let rasters = pictures.filter { $0.hasSuffix(".png") }
    #expect(rasters.isEmpty || rasters.count == 4)
    for name in rasters {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/figures/\(name)"))
      #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
  }

  @Test(arguments: ReportLanguage.allCases)
  func theBaseAssumptionsAndTheUseOfMeasuresAreShown(_ language: ReportLanguage) throws {
    let html = try report(language).html
    #expect(!Self.result.assumptions.isEmpty)
    for assumption in Self.result.assumptions {
      #expect(html.contains(assumption.parameter.escapedForMarkup))
    }
    let use = try #require(Self.result.levers.flatMap(\.uses).first)
    let number = NumberText(language: language).value(use.low, use.indicator.unit)
    let text = AttributionPhrase.use.text(
      language, ["indicator": use.indicator.title[language], "range": number])
    #expect(html.contains(text.escapedForMarkup))
  }
}
