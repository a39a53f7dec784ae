import Foundation
import Reporting
import ResultFiles
import ResultFixtures
import Testing

@Test func writesSample() throws {
  let result = makeFixtureResult()
  for language in ReportLanguage.allCases {
    let start = ContinuousClock.now
    let report = try Report(result, language: language)
    print(ContinuousClock.now - start, report.html.utf8.count)
    try? FileManager.default.createDirectory(
      atPath: "/tmp/rep-\(language.rawValue)", withIntermediateDirectories: true)
    try report.write(into: URL(fileURLWithPath: "/tmp/rep-\(language.rawValue)"))
  }
}
