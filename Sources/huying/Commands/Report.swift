import ArgumentParser
import Foundation
import Reporting
import ResultFiles

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the page of a folder of results again, in either language. 重新生成报告",
    discussion: """
      Example:
        huying report out/reform --language zh-Hans
      """)

  @Argument(help: "A folder that compare or simulate has written.")
  var folder: String

  @OptionGroup var language: LanguageArguments

  func run() throws {
    try reportingFailures {
      let result = try ResultFolder.read(from: folder)
      let report = try Reporting.Report(result, language: language.language)
      try report.write(into: URL(fileURLWithPath: folder, isDirectory: true))
      try writeOut("\(folder)/index.html\n")
    }
  }
}
