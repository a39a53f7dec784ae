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

  @Argument(help: "A folder that compare, simulate, attribute or load has written.")
  var folder: String

  @OptionGroup var language: LanguageArguments

  func run() throws {
    try reportingFailures {
      let place = URL(fileURLWithPath: folder, isDirectory: true)
      if AttributionFolder.exists(at: folder) {
        let result = try AttributionFolder.read(from: folder)
        try AttributionReport(result, language: language.language).write(into: place)
      } else if LoadFolder.exists(at: folder) {
        try LoadReport(try LoadFolder.read(from: folder), language: language.language)
          .write(into: place)
      } else {
        let result = try ResultFolder.read(from: folder)
        try Reporting.Report(result, language: language.language).write(into: place)
      }
      try writeOut("\(folder)/index.html\n")
    }
  }
}
