import Foundation
import Reporting
import ResultFiles
import ResultFixtures

/// One report a language, drawn once for all tests.
enum SharedReport {
  static let result = makeFixtureResult(replications: 4, days: 60)
  static let chinese = Result { try Report(result, language: .chinese) }
  static let english = Result { try Report(result, language: .english) }

  static func of(_ language: ReportLanguage) throws -> Report {
    try (language == .chinese ? chinese : english).get()
  }
}

/// Whether the text is well-formed XML.
func isWellFormed(_ text: String) -> Bool {
  XMLChecker(text).isWellFormed
}

/// Checks that tags are balanced and quoted; enough for what gnuplot and this package write.
private struct XMLChecker {
  var isWellFormed = true

  init(_ text: String) {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
      if tag.hasPrefix("/") {
        if open.popLast() != name { isWellFormed = false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    if !open.isEmpty { isWellFormed = false }
  }
}
