import Foundation
import Scenarios

/// A folder of documents for one test, removed at its end.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "huying-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    try data.write(to: folder.appending(path: name))
    return path(name)
  }

  /// Writes a scenario over the shipped `pingshan-2018`; the given text begins at line 5.
  @discardableResult
  func overlay(_ text: String, name: String = "s.yaml") throws -> String {
    try write(
      name, "extends: huying:baselines/pingshan-2018.yaml\nid: s\ntitle: s\nsummary: s\n" + text)
  }

  /// What loading a document complains of, with the folder's path taken out.
  func complaints(_ path: String, library: ScenarioLibrary = Shipped.library) -> (
    lines: [String], code: Int32
  ) {
    do throws(ScenarioError) {
      _ = try library.load(path)
      return ([], 0)
    } catch {
      let real = folder.resolvingSymlinksInPath().path + "/"
      let lines = error.problems.map {
        $0.description.replacingOccurrences(of: real, with: "")
          .replacingOccurrences(of: folder.path + "/", with: "")
          .replacingOccurrences(of: Shipped.folder.path + "/", with: "")
      }
      return (lines, error.exitCode)
    }
  }
}
