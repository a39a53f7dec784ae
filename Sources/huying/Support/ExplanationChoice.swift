import Experiments
import Foundation
import Scenarios

/// What `--explanation` names.
enum ExplanationChoice {
  /// Every shipped explanation for `all`, none for `none`, else the one named.
  ///
  /// - Throws: `ExperimentError.unknownExplanation`.
  static func names(_ named: String, in library: ScenarioLibrary) throws -> [String] {
    try names(named, in: library, besides: ["all", "none"])
  }

  /// At most one, for commands that run a single explanation.
  ///
  /// - Throws: as `names`; `CommandError` for `all`.
  static func oneName(_ named: String, in library: ScenarioLibrary) throws -> String? {
    guard named != "all" else {
      throw CommandError(
        sentence: "--explanation all is no value here; name one explanation, or 'none'.", code: 64)
    }
    return try names(named, in: library, besides: ["none"]).first
  }

  private static func names(
    _ named: String, in library: ScenarioLibrary, besides words: [String]
  ) throws -> [String] {
    let folder = (library.folder ?? "") + "/explanations"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let known = files.filter { $0.hasSuffix(".yaml") }.sorted().map { String($0.dropLast(5)) }
    switch named {
    case "none": return []
    case "all": return known
    case _ where named.contains("/") || named.contains(".") || named.contains(":"): return [named]
    case _ where known.contains(named): return [named]
    default:
      throw ExperimentError.unknownExplanation(
        named.isEmpty ? "''" : named, known: known + words)
    }
  }
}
