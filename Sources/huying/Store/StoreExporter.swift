import AppealStore
import Experiments
import Foundation
import ResultFiles
import Scenarios

/// Writes a store as a folder of tables, whole or not at all.
struct StoreExporter {
  var reader: StoreReader
  var scenario: Scenario

  /// - Throws: `CommandError` with 73 where the folder is there already, `StoreError`.
  func write(to folder: String) throws {
    let folder = try Self.name(folder)
    let files = FileManager.default
    guard !files.fileExists(atPath: folder) else {
      throw CommandError(
        sentence: "\(folder): something is there already; name a new folder.", code: 73)
    }
    let unfinished = StoreFile.unfinishedName(for: folder)
    let parents = Self.missingParents(of: folder)
    do {
      try files.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
      // A service may go on writing; the tables are of one moment all the same.
      try reader.atOneMoment {
        for table in StoreReader.Table.allCases { try write(table, into: unfinished) }
        try StoreJournal(reader: reader, scenario: scenario)
          .write(to: "\(unfinished)/\(JournalFile.name)")
      }
      try files.moveItem(atPath: unfinished, toPath: folder)
    } catch {
      try? files.removeItem(atPath: unfinished)
      for parent in parents { rmdir(parent) }
      throw error
    }
  }

  /// The folder without slashes at its end, so that a name beside it can be made.
  private static func name(_ folder: String) throws -> String {
    let name = StoreFile.withoutTrailingSlashes(folder)
    guard !name.trimmingCharacters(in: .whitespaces).isEmpty else {
      throw CommandError(sentence: "--out is empty; name a folder.", code: 64)
    }
    return name
  }

  /// Folders that will have to be made above a path, the innermost first.
  private static func missingParents(of folder: String) -> [String] {
    var missing: [String] = []
    var parent = URL(fileURLWithPath: folder).deletingLastPathComponent()
    while parent.path != "/", !FileManager.default.fileExists(atPath: parent.path) {
      missing.append(parent.path)
      parent.deleteLastPathComponent()
    }
    return missing
  }

  private func write(_ table: StoreReader.Table, into folder: String) throws {
    let path = "\(folder)/\(table.rawValue).csv"
    try Data().write(to: URL(fileURLWithPath: path))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try reader.export(table) { try handle.write(contentsOf: Data($0.utf8)) }
    try handle.close()
  }
}

/// The journal of a store as a file that queries read, gone when it is.
final class StoreQueryFile {
  let path: String

  /// - Throws: `StoreError`, `ScenarioError`, or what the system refuses.
  init(store file: String) throws {
    let reader = try StoreReader(path: file)
    let name = "huying-queries-\(ProcessInfo.processInfo.globallyUniqueString).sqlite"
    path = FileManager.default.temporaryDirectory.appending(path: name).path
    do {
      let stored = try StoredScenario(reader, named: nil)
      try StoreJournal(reader: reader, scenario: stored.scenario).write(to: path)
    } catch {
      remove()
      throw error
    }
  }

  deinit { remove() }

  private func remove() { try? FileManager.default.removeItem(atPath: path) }
}
