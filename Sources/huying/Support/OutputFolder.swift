import Foundation
import Reporting
import ResultFiles

/// The folder into which a run writes its results.
enum OutputFolder {
  /// What would fail only after the simulation is refused before it.
  static func precheck(_ folder: String) throws {
    guard !folder.trimmingCharacters(in: .whitespaces).isEmpty else {
      throw CommandError(sentence: "--out is empty; name a folder for the results.", code: 64)
    }
    try ResultFolder.precheck(folder)
    guard Gnuplot.isAvailable() else { throw ReportError.gnuplotMissing }
  }

  static func closing(_ folder: String, _ language: ReportLanguage) -> String {
    let page = URL(fileURLWithPath: folder).appending(path: "index.html").path
    return language == .chinese ? "请打开：\(page)" : "Open: \(page)"
  }
}
