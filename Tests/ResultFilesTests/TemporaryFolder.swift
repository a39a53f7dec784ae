import Foundation

/// A new folder for one test, deleted with this value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask,
      appropriateFor: URL(fileURLWithPath: NSTemporaryDirectory()), create: true)
    path = url.path
  }

  func file(_ name: String) -> String { path + "/" + name }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

func contents(_ path: String) -> Data { FileManager.default.contents(atPath: path) ?? Data() }
