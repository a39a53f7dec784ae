import Foundation
import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Suite struct ReportTests {
  @Test(arguments: ReportLanguage.allCases)
  func theDecisionIsTheFirstSentence(_ language: ReportLanguage) throws {
    let html = try SharedReport.of(language).html
    let body = try #require(html.components(separatedBy: "<body>").last)
    let words = body.replacing(/<[^>]*>/, with: "").drop { $0.isWhitespace }
    #expect(words.hasPrefix(SharedReport.result.decision[language]))
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test(arguments: ReportLanguage.allCases)
  func theSectionsStandInTheirOrder(_ language: ReportLanguage) throws {
    let html = try SharedReport.of(language).html
    let found = html.matches(of: /<section id="([a-z-]+)"/).map { String($0.output.1) }
    #expect(
      found == [
        "compared", "indicators", "differences", "backlog", "heat", "utilisation", "close-time",
        "groups", "capacity", "reproduction", "ledger",
      ])
    #expect(html.contains(Phrase.ownLimitsNote.text(language)))
    #expect(!html.contains(Phrase.noData.text(language)))
    let overloaded = SharedReport.result.scenarios[1].title[language]
    let notice = Phrase.overloadedArms.text(
      language,
      [
        "arms": Phrase.armName.text(
          language,
          [
            "scenario": overloaded,
            "explanation": SharedReport.result.explanations[0].title[language],
          ])
      ])
    #expect(html.contains(notice.escapedForMarkup))
  }

  @Test(arguments: ReportLanguage.allCases)
  func nothingIsAskedFromElsewhere(_ language: ReportLanguage) throws {
    let report = try SharedReport.of(language)
    #expect(!report.html.contains("http://") && !report.html.contains("https://"))
    #expect(!report.html.contains("<script") && !report.html.contains("<link"))
    #expect(!report.html.contains("url(") && !report.html.contains("@import"))
    for figure in report.figures {
      let addresses = figure.svg.matches(of: /([a-z:]*)="http[^"]*"/).map { $0.output.1 }
      #expect(addresses == ["xmlns", "xmlns:xlink"])
    }
  }

  @Test func idsAreUnique() throws {
    let html = try SharedReport.of(.english).html
    let ids = html.matches(of: /\sid=["']([^"']+)["']/).map { String($0.output.1) }
    #expect(ids.count > 200)
    #expect(ids.count == Set(ids).count)
    let used = Set(html.matches(of: /xlink:href='#([^']+)'/).map { String($0.output.1) })
    #expect(!used.isEmpty)
    #expect(used.isSubset(of: Set(ids)))
  }

  @Test func everyPictureIsDrawnAndDescribed() throws {
    let report = try SharedReport.of(.chinese)
    let names = report.figures.map(\.name)
    for name in [
      "backlog", "demand-heat", "breach-heat", "utilisation", "close-time", "on-time-channel",
      "on-time-street", "on-time-category", "on-time-unit", "difference-on-time-share",
      "difference-on-time-share-reference",
    ] { #expect(names.contains(name)) }
    // Constant indicators, and those without a better direction, are not drawn.
    #expect(!names.contains("difference-paid-hours") && !names.contains("difference-wechat-share"))
    for figure in report.figures {
      #expect(isWellFormed(figure.svg), "\(figure.name)")
      #expect(figure.svg.contains("role=\"img\""))
      #expect(figure.svg.contains("<desc id=\"\(figure.name)-desc\">"))
      #expect(report.html.contains(figure.inline))
    }
    let forest = try #require(report.figures.first { $0.name == "difference-on-time-share" })
    // A row for each of four scenarios and three explanations: a mean on a disc of paper each.
    let marks = forest.svg.components(separatedBy: " transform='translate(").count - 1
    #expect(marks == 24)
  }

  @Test func theSameResultGivesTheSameBytes() throws {
    let result = makeFixtureResult(replications: 2, days: 20)
    let first = try Report(result, language: .english)
    let second = try Report(result, language: .english)
    #expect(first.html == second.html)
    #expect(first.figures == second.figures)
  }

  @Test func aPageStandsWithAlmostNoData() throws {
    var result = makeFixtureResult(replications: 1, days: 1)
    result.daily = []
    result.heat = []
    result.histograms = []
    result.deadlines = []
    result.groups = []
    result.posts = []
    result.assumptions = []
    result.differences = []
    result.estimates = []
    result.reproduction = []
    let report = try Report(result, language: .english)
    #expect(report.figures.isEmpty)
    let missing = report.html.components(separatedBy: Phrase.noData.text(.english)).count - 1
    #expect(missing == 7)
  }

  @Test func aReplicationAloneHasNoBands() throws {
    let report = try Report(makeFixtureResult(replications: 1, days: 30), language: .english)
    let backlog = try #require(report.figures.first { $0.name == "backlog" })
    #expect(!backlog.svg.contains("fill-opacity"))
    let shared = try SharedReport.of(.english).figures.first { $0.name == "backlog" }
    #expect(shared?.svg.contains("fill-opacity") == true)
  }

  @Test func writesIntoAFolder() throws {
    let report = try SharedReport.of(.english)
    let folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("huying-report-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try ResultFolder.write(SharedReport.result, to: folder.path) { try report.write(into: $0) }
    try report.write(into: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(
      names == [
        "comparison.json", "figures", "index.html", "manifest.json", "results.sqlite",
        "summary.csv",
      ])
    let page = try String(contentsOf: folder.appendingPathComponent("index.html"), encoding: .utf8)
    #expect(page == report.html)
    let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/figures")
    #expect(pictures.sorted() == report.figures.map { $0.name + ".svg" }.sorted())
  }

  @Test func aFileThatCannotBeWrittenLeavesNothingUnfinished() throws {
    let report = try SharedReport.of(.english)
    let folder = URL(fileURLWithPath: try PosixFile.makeTemporaryFolder())
    defer { try? FileManager.default.removeItem(at: folder) }
    try PosixFile.makeFolders(folder.path + "/index.html.unfinished")
    #expect(throws: ResultFolderError.self) { try report.write(into: folder) }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/figures")
    #expect(left.isEmpty)
  }

  @Test func aProgramThatIsNotThereIsKnownBefore() {
    #expect(Gnuplot.isAvailable())
    #expect(!Gnuplot.isAvailable("gnuplot-of-nowhere"))
  }
}
