import Experiments
import Foundation
import Scenarios
import Synchronization

/// Scenario documents in a folder of their own, laid over the shipped ones.
struct TemporaryScenarios {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  private static let count = Atomic(0)
  let folder: String

  init() throws {
    let number = Self.count.add(1, ordering: .relaxed).newValue
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "huying-\(ProcessInfo.processInfo.processIdentifier)-\(number)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func write(_ name: String, _ text: String) throws {
    let titles = "\ntitle: {zh: 短, en: Short}\nsummary: {zh: 短, en: Short}\n"
    try (text + titles).write(
      toFile: "\(folder)/\(name).yaml", atomically: true, encoding: .utf8)
  }

  func source(_ names: [String], _ explanations: [String]) throws -> ScenarioSource {
    try ScenarioSource(
      library: ScenarioLibrary(folder: Self.root + "/Scenarios"),
      paths: names.map { "\(folder)/\($0).yaml" }, explanations: explanations)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
