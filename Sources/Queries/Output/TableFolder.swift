import Foundation
import ResultFiles

/// A folder of tables and texts that appears as a whole or not at all, and replaces only its like.
public struct TableFolder {
  private static let contents = "contents.json"
  private static let schema = "huying.tables/1"
  private static let kind = "tables"

  /// - Parameter files: name and text of each, in the order in which `contents.json` lists them.
  /// - Throws: `ResultFolderError`; what was at `path` is then as it was. Two files of one name are
  ///   refused.
  public static func write(_ files: [(name: String, text: String)], to path: String) throws {
    var seen: Set<String> = [contents]
    if let twice = files.first(where: { !seen.insert($0.name).inserted }) {
      throw ResultFolderError.invalid(detail: "two of its files are called \(twice.name)")
    }
    let staging = try StagingFolder(for: path, holding: kind, isOurs: isOurs)
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
  /// - Throws: `QueryError.badOption` where no folder is named, `ResultFolderError`.
  public static func precheck(_ path: String) throws {
    guard path.contains(where: { !$0.isWhitespace }) else {
      throw QueryError.badOption("--out", detail: "it is empty; name a folder")
    }
    try StagingFolder.precheck(path, holding: kind, isOurs: isOurs)
  }

  private static func isOurs(_ path: String) -> Bool {
    let data = FileManager.default.contents(atPath: path + "/" + contents) ?? Data()
    let members = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return members?["schema"] as? String == schema
  }
}
