import Foundation
import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Suite struct EscapingTests {
  /// What would steer HTML, SVG, Mustache, gnuplot or a shell, if it were not quoted.
  static let hostile = "<script>alert(1)</script> 'q' \"d\" {{decision}} {/Bold x} %d%s `id` $0 \\n"
  /// A quote, a bracket and a quotation mark, each with a combining mark behind it.
  static let combined = "a'\u{301}; system('id') <\u{338}b \"\u{301} onclick=\"x"

  private func report(with text: String) throws -> Report {
    var result = makeFixtureResult(replications: 2, days: 10)
    let both = BilingualText(zh: text, en: text)
    result.scenarios[1].title = both
    result.scenarios[1].summary = both
    result.explanations[0].title = both
    result.indicators[0].title = both
    result.decision = both
    for place in result.groups.indices { result.groups[place].title = both }
    for place in result.posts.indices { result.posts[place].title = both }
    for place in result.deadlines.indices { result.deadlines[place].title = both }
    for place in result.assumptions.indices {
      result.assumptions[place].note = both
      result.assumptions[place].value = text
    }
    return try Report(result, language: .english)
  }

  @Test(arguments: [hostile, combined]) func namesStayText(_ text: String) throws {
    let report = try report(with: text)
    #expect(report.html.contains("<h1>\(text.escapedForMarkup)</h1>"))
    #expect(!report.html.contains("<script"))
    #expect(!report.html.contains("<b \""))
    #expect(!Data(report.html.utf8).contains(sequence: "<\u{338}b"))
    for figure in report.figures { #expect(isWellFormed(figure.svg), "\(figure.name)") }
    let utilisation = try #require(report.figures.first { $0.name == "utilisation" })
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(7)))
      .replacing("<", with: "&lt;")
    #expect(utilisation.svg.contains(start))
  }

  @Test func gnuplotReadsAQuotedTextLiterally() {
    #expect(Canvas.quoted("it's\n`ls`") == "'it''s `ls`'")
    let scalars = Canvas.quoted("a'\u{301}b").unicodeScalars
    #expect(scalars.count { $0 == "'" } == 4)
  }

  @Test func aHostileIdCannotNameAFileElsewhere() throws {
    var result = makeFixtureResult(replications: 2, days: 3)
    result.indicators[0].id = "../../etc/x'; system('id"
    for place in result.differences.indices where place.isMultiple(of: 16) {
      result.differences[place].indicator = result.indicators[0].id
    }
    let report = try Report(result, language: .english)
    for figure in report.figures {
      #expect(figure.name.wholeMatch(of: /[a-z0-9-]+/) != nil)
    }
    #expect(report.figures.contains { $0.name.hasPrefix("difference-------etc-x") })
  }

  @Test func aMissingGnuplotIsSaid() {
    let figure = Figure(
      name: "x", title: "x", description: "x", canvas: Canvas(width: 10, height: 10))
    #expect(throws: ReportError.gnuplotMissing) {
      try Gnuplot.draw([figure], program: "gnuplot-that-nobody-has")
    }
    #expect(ReportError.gnuplotMissing.exitCode == 69)
    #expect(ReportError.gnuplotMissing.description.contains("apt-get install gnuplot-nox"))
  }

  @Test func aFailureOfGnuplotIsSaid() {
    var canvas = Canvas(width: 10, height: 10)
    let axis = Axis(low: 0, high: 1)
    canvas.plot(
      Panel(x: 0, y: 0, width: 10, height: 10, xAxis: axis, yAxis: axis),
      [Layer("with nonsense", [[1, 2]])])
    let figure = Figure(name: "x", title: "x", description: "x", canvas: canvas)
    #expect(throws: ReportError.self) { try Gnuplot.draw([figure]) }
  }
}

extension Data {
  fileprivate func contains(sequence text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
