import Foundation

/// A folder of an attribution on disk.
///
///     manifest.json      says what it is
///     attribution.json   everything; the document that `--json` prints
///     attribution.csv    every value, one a line
///     coalitions.csv     every trial, one a line, added by the command
///     figures/, index.html   added by the report
///
/// Like ``ResultFolder`` it appears as a whole or not at all.
public enum AttributionFolder {
  static let document = "attribution.json"

  /// - Parameter adding: puts further files into the unfinished folder.
  /// - Throws: `ResultFolderError`, or what `adding` throws. Anything else at `path` is left
  ///   untouched.
  public static func write(
    _ result: AttributionResult, to path: String,
    adding: (_ unfinished: URL) throws -> Void = { _ in }
  ) throws {
    let staging = try StagingFolder(for: path)
    do {
      try staging.write(manifest(of: result), to: ResultFolder.manifest)
      try staging.write(try json(of: result), to: document)
      try staging.write(AttributionTable.csv(of: result), to: "attribution.csv")
      try adding(URL(fileURLWithPath: staging.path, isDirectory: true))
      try staging.commit()
    } catch {
      staging.discard()
      throw error
    }
  }

  /// The document as text with a final newline; the same result gives the same bytes.
  ///
  /// - Throws: `ResultFolderError.invalid` for a number that is not finite.
  public static func json(of result: AttributionResult) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return String(decoding: try encoder.encode(result), as: UTF8.self) + "\n"
    } catch {
      throw ResultFolderError.invalid(detail: "a figure of the attribution is not a number")
    }
  }

  /// - Throws: `ResultFolderError`.
  public static func read(from path: String) throws -> AttributionResult {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ResultFolderError.missing(path: path, command: "attribute")
    }
    guard let version = version(at: path) else {
      throw ResultFolderError.notResults(
        path: path, detail: "it has no manifest of an attribution")
    }
    guard version == 1 else {
      throw ResultFolderError.newerSchema(path: path, found: version, supported: 1)
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let data = FileManager.default.contents(atPath: path + "/" + document),
      let result = try? decoder.decode(AttributionResult.self, from: data)
    else {
      throw ResultFolderError.corrupt(path: path, detail: "\(document) cannot be read")
    }
    return result
  }

  /// Whether a folder of an attribution is at `path`.
  public static func exists(at path: String) -> Bool { version(at: path) != nil }

  private static func manifest(of result: AttributionResult) -> String {
    let document = JSONText.object([
      ("schema", .string(result.schema)),
      ("version", .string(result.provenance.version)),
      ("toolchain", .string(result.provenance.toolchain)),
      ("gsl", .string(result.provenance.gslVersion)),
      ("cpu_features", .array(result.provenance.cpuFeatures.map(JSONText.string))),
      ("seed", .unsigned(result.settings.seed)),
      ("base", .string(result.base.id)), ("hash", .string(result.base.hash)),
      ("levers", .array(result.levers.map { .string($0.id) })),
    ])
    return document.text + "\n"
  }

  private static func version(at path: String) -> Int? {
    let file = path + "/" + ResultFolder.manifest
    let data = FileManager.default.contents(atPath: file) ?? Data()
    let members = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    let parts = (members?["schema"] as? String ?? "").split(separator: "/")
    guard parts.count == 2, parts[0] == "huying.attribution" else { return nil }
    return Int(parts[1])
  }
}
