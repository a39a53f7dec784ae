import Foundation
import ResultFiles

/// A folder of tables and texts that appears as a whole or not at all, and replaces only its like.
public struct TableFolder {
  private static let contents = "contents.json"
  private static let schema = "huying.tables/1"

  /// - Parameter files: name and text of each, in the order in which `contents.json` lists them.
  /// - Throws: `ResultFolderError`; what was at `path` is then as it was.
  public static func write(_ files: [(name: String, text: String)], to path: String) throws {
    let staging = try StagingFolder(for: path, isOurs: isOurs)
    do {
      for file in files { try staging.write(file.text, to: file.name) }
      let names = files.map { JSONText.string($0.name) }
      let document = JSONText.object([("schema", .string(schema)), ("files", .array(names))])
      try staging.write(document.text + "\n", to: contents)
      try staging.commit()
    } catch {
      staging.discard()
      throw error
    }
  }

  /// Says before the work whether `write` can put a folder at `path`.
  ///
  /// - Throws: `ResultFolderError`.
  public static func precheck(_ path: String) throws {
    try StagingFolder.precheck(path, isOurs: isOurs)
  }

  private static func isOurs(_ path: String) -> Bool {
    let data = FileManager.default.contents(atPath: path + "/" + contents) ?? Data()
    let members = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return members?["schema"] as? String == schema
  }
}
