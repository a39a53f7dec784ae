import Foundation

/// What `huying new NAME` does: a folder with a scenario and its three tables, ready to edit.
public enum ScenarioStarter {
  /// Files of the folder `starter` of the shipped scenarios.
  static let files = ["scenario.yaml", "roster.csv", "limits.csv", "demand.csv"]

  /// Writes the folder `name` into another one; the scenario extends the shipped `pingshan-2018`
  /// by `huying:`, so it can be moved anywhere.
  ///
  /// - Returns: the paths of the files written.
  /// - Throws: if the name is unfit, the folder exists, or cannot be written.
  @discardableResult
  public static func create(
    _ name: String, in folder: String = ".", library: ScenarioLibrary = ScenarioLibrary()
  ) throws(ScenarioError) -> [String] {
    let target = folder == "." ? name : "\(folder)/\(name)"
    let place = Place(file: target)
    guard isName(name), name.first != "-" else {
      throw ScenarioError(
        place.problem(
          nil, "the name is not of letters, digits and hyphens", mend: "choose one such as my-plan",
          code: .usage))
    }
    guard !FileManager.default.fileExists(atPath: target) else {
      throw ScenarioError(
        place.problem(
          nil, "it is already there", mend: "choose another name", code: .cannotCreate))
    }
    guard let source = library.folder else {
      throw ScenarioError(
        place.problem(
          nil, "the shipped scenarios are not found",
          mend: "set HUYING_SCENARIOS to the folder `Scenarios`", code: .noInput))
    }
    do throws(ScenarioProblem) {
      var texts: [(String, String)] = []
      for file in files {
        let path = "\(source)/starter/\(file)"
        let text = try InputFile.text(path, shown: path, limit: DocumentStore.tableLimit)
        texts.append((file, text.replacing("NAME", with: name)))
      }
      return try write(texts, to: target)
    } catch {
      throw ScenarioError(error)
    }
  }

  /// Writes a folder beside its place and renames it: it is there as a whole or not at all.
  private static func write(
    _ texts: [(name: String, text: String)], to folder: String
  ) throws(ScenarioProblem) -> [String] {
    let files = FileManager.default
    let process = ProcessInfo.processInfo.processIdentifier
    let target = URL(fileURLWithPath: folder)
    let staging = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).unfinished-\(process)").path
    do {
      try files.createDirectory(atPath: staging, withIntermediateDirectories: true)
      for (name, text) in texts {
        try text.write(toFile: "\(staging)/\(name)", atomically: false, encoding: .utf8)
      }
      try files.moveItem(atPath: staging, toPath: target.path)
      return texts.map { "\(folder)/\($0.name)" }
    } catch {
      try? files.removeItem(atPath: staging)
      throw failure(error, folder)
    }
  }

  private static func failure(_ error: any Error, _ folder: String) -> ScenarioProblem {
    let code = (error as? CocoaError)?.code
    let number = ((error as? CocoaError)?.underlying as? POSIXError)?.code
    if code == .fileWriteOutOfSpace || number == .ENOSPC {
      return Place(file: folder).problem(
        nil, "no space is left on the device", mend: "free some", code: .ioError)
    }
    return Place(file: folder).problem(
      nil, "the folder cannot be written", mend: "check the permissions of the folder around it",
      code: .cannotCreate)
  }
}
