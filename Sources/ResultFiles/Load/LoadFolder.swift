import Foundation

/// A folder of a load run on disk.
///
///     manifest.json      says what it is
///     load.json          everything; the document that `--json` prints, with its histograms
///     operations.csv     counts and latencies by stage and operation
///     timeline.csv       one line a second
///     percentiles.csv    every percentile
///     capacity.csv       every rate that was tried, if capacity was searched
///     histograms/        .hgrm files for HdrHistogram's plotters
///     figures/, index.html   added by the report
///
/// Like ``ResultFolder`` it appears as a whole or not at all.
public enum LoadFolder {
  static let document = "load.json"

  /// Writes `result` to the folder `path`, replacing a folder of a load run that is there.
  ///
  /// - Parameter adding: puts further files (the report) into the unfinished folder.
  /// - Throws: `ResultFolderError`, or what `adding` throws. Anything else at `path` is left
  ///   untouched, other kinds of results too.
  public static func write(
    _ result: LoadResult, to path: String, adding: (_ unfinished: URL) throws -> Void = { _ in }
  ) throws {
    let staging = try StagingFolder(for: path, isOurs: exists)
    do {
      try staging.write(manifest(of: result), to: ResultFolder.manifest)
      try staging.write(try LoadDocument.json(of: result), to: document)
      try staging.write(LoadTables.operations(of: result), to: "operations.csv")
      try staging.write(LoadTables.timeline(of: result), to: "timeline.csv")
      try staging.write(LoadTables.percentiles(of: result), to: "percentiles.csv")
      if let capacity = result.capacity {
        try staging.write(LoadTables.capacity(of: capacity), to: "capacity.csv")
      }
      try writeHistograms(of: result, into: staging)
      try adding(URL(fileURLWithPath: staging.path, isDirectory: true))
      try staging.commit()
    } catch {
      staging.discard()
      throw error
    }
  }

  /// Says before the run whether `write` can put a folder at `path`.
  ///
  /// - Throws: `ResultFolderError` if something else is there, or the place may not be written to.
  public static func precheck(_ path: String) throws {
    try StagingFolder.precheck(path, isOurs: exists)
  }

  /// - Throws: `ResultFolderError`.
  public static func read(from path: String) throws -> LoadResult {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ResultFolderError.missing(path: path, command: "load")
    }
    guard let version = version(at: path) else {
      throw ResultFolderError.notResults(path: path, detail: "it has no manifest of a load run")
    }
    guard version == 1 else {
      throw ResultFolderError.newerSchema(path: path, found: version, supported: 1)
    }
    guard let data = FileManager.default.contents(atPath: path + "/" + document) else {
      throw ResultFolderError.corrupt(path: path, detail: "\(document) is missing")
    }
    return try LoadDocument.result(of: String(decoding: data, as: UTF8.self), path: path)
  }

  /// Whether a folder of a load run is at `path`.
  public static func exists(at path: String) -> Bool { version(at: path) != nil }

  /// Histograms of each operation over the run, and of each stage over the operations.
  private static func writeHistograms(
    of result: LoadResult, into staging: StagingFolder
  ) throws {
    let rows = result.operations.filter {
      $0.stage == LoadOperation.all || $0.operation == LoadOperation.all
    }
    let files = rows.flatMap { row in
      LatencyKind.allCases.filter { !row[$0].buckets.isEmpty }.map { kind in
        ("\(safe(row.stage))-\(safe(row.operation))-\(kind.rawValue).hgrm", row[kind])
      }
    }
    guard !files.isEmpty else { return }
    try PosixFile.makeFolders(staging.file("histograms"))
    for (name, latency) in files {
      try staging.write(LatencyText.hgrm(of: latency), to: "histograms/" + name)
    }
  }

  /// A name of a stage as part of a file's name.
  private static func safe(_ name: String) -> String {
    name.replacingScalars { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_.".unicodeScalars
          .contains(scalar)
        ? nil : "-"
    }
  }

  private static func manifest(of result: LoadResult) -> String {
    let settings = result.settings
    let made = settings.provenance
    let document = JSONText.object([
      ("schema", .string(result.schema)), ("version", .string(made.version)),
      ("toolchain", .string(made.toolchain)), ("gsl", .string(made.gslVersion)),
      ("cpu_features", .array(made.cpuFeatures.map(JSONText.string))),
      ("seed", .unsigned(settings.seed)), ("scenario", .string(settings.scenario)),
      ("hash", .string(settings.scenarioHash)), ("started", .string(settings.started)),
    ])
    return document.text + "\n"
  }

  private static func version(at path: String) -> Int? {
    let data = FileManager.default.contents(atPath: path + "/" + ResultFolder.manifest) ?? Data()
    let members = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return LoadDocument.version(of: members?["schema"] as? String ?? "")
  }
}
