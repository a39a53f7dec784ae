import Foundation
import GRDB

/// A folder of results on disk.
///
///     manifest.json      with what, and what
///     results.sqlite     everything, one row a fact
///     summary.csv        every estimate and paired difference
///     comparison.json    the document that `--json` prints
///     figures/, index.html   added by the report
///
/// A folder appears as a whole or not at all: it is written beside its place and then renamed. The
/// same result gives the same bytes.
public enum ResultFolder {
  package static let database = "results.sqlite"
  package static let manifest = "manifest.json"

  /// Writes `result` to the folder `path`, replacing a folder of results that is there.
  ///
  /// - Parameters:
  ///   - language: of the decision in `comparison.json`.
  ///   - adding: puts further files (the report) into the unfinished folder; what it throws leaves
  ///     everything as it was.
  /// - Throws: `ResultFolderError`, or what `adding` throws. Anything else at `path` is left
  ///   untouched.
  public static func write(
    _ result: ExperimentResult, to path: String, language: ReportLanguage = .english,
    adding: (_ unfinished: URL) throws -> Void = { _ in }
  ) throws {
    let staging = try StagingFolder(for: path)
    do {
      try staging.write(ManifestDocument.json(of: result), to: manifest)
      try staging.write(SummaryTable.csv(of: result), to: "summary.csv")
      try staging.write(
        ComparisonDocument.json(of: result, language: language), to: "comparison.json")
      try translatingErrors(of: path) {
        try ResultDatabase.create(result, at: staging.file(database))
      }
      let unfinished = URL(fileURLWithPath: staging.path, isDirectory: true)
      try translatingErrors(of: path) { try adding(unfinished) }
      try staging.commit()
    } catch {
      staging.discard()
      throw error
    }
  }

  /// Says before the work whether `write` can put a folder at `path`.
  ///
  /// - Throws: `ResultFolderError` if something else is there, or the place may not be written to.
  public static func precheck(_ path: String) throws {
    try StagingFolder.precheck(path)
  }

  /// Reads the result that the folder holds. Facts come in the order of their keys.
  ///
  /// - Throws: `ResultFolderError`.
  public static func read(from path: String) throws -> ExperimentResult {
    try withDatabase(of: path) { try ResultDatabase.read($0, path: path) }
  }

  /// The database as text, equal for equal results byte for byte.
  ///
  /// - Throws: `ResultFolderError`.
  public static func canonicalDump(of path: String) throws -> String {
    try withDatabase(of: path) { try CanonicalDump.text(of: $0) }
  }

  /// Whether a folder of results of this schema is at `path`.
  public static func exists(at path: String) -> Bool {
    schemaVersion(at: path) == ResultDatabase.schemaVersion
  }

  /// The version that the manifest says; nil where there is no manifest of results.
  private static func schemaVersion(at path: String) -> Int? {
    let manifest = FileManager.default.contents(atPath: path + "/" + manifest) ?? Data()
    let members = try? JSONSerialization.jsonObject(with: manifest) as? [String: Any]
    let parts = (members?["schema"] as? String ?? "").split(separator: "/")
    guard parts.count == 2, parts[0] == ManifestDocument.name else { return nil }
    return Int(parts[1])
  }

  private static func withDatabase<Value>(
    of path: String, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ResultFolderError.missing(path: path, command: "compare")
    }
    guard let version = schemaVersion(at: path) else {
      throw ResultFolderError.notResults(path: path, detail: "it has no manifest of results")
    }
    let supported = ResultDatabase.schemaVersion
    guard version <= supported else {
      throw ResultFolderError.newerSchema(path: path, found: version, supported: supported)
    }
    guard version == supported else {
      throw ResultFolderError.corrupt(path: path, detail: "schema \(version) is not read")
    }
    let file = path + "/" + database
    guard FileManager.default.fileExists(atPath: file) else {
      throw ResultFolderError.corrupt(path: path, detail: "\(database) is missing")
    }
    return try translatingErrors(of: path) { try ResultDatabase.open(file, body) }
  }

  private static func translatingErrors<Value>(
    of path: String, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(error, path: path)
    }
  }

  private static func translated(_ error: DatabaseError, path: String) -> ResultFolderError {
    let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    return switch error.resultCode {
    case .SQLITE_FULL: .noSpace(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      .notWritable(path: path, detail: detail)
    case .SQLITE_IOERR: .inputOutput(path: path, detail: detail)
    default: .corrupt(path: path, detail: detail)
    }
  }
}
