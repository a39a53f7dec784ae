import Foundation
import Scenarios

/// The scenarios of the package.
enum Shipped {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let folder = package.appending(path: "Scenarios")
  static let library = ScenarioLibrary(folder: folder.path)
  static let explanations = ["congestion", "outside-waiting", "unit-habit"]

  /// Paths of all scenarios, without explanations and the starter.
  static var scenarios: [String] {
    ["baselines", "reforms", "stress"].flatMap { files(in: $0) }
  }

  static func files(in folder: String) -> [String] {
    let path = Self.folder.appending(path: folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(path)/\($0)" }
  }

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static let base = path("baselines/pingshan-2018.yaml")
}
