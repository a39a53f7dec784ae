import Queries
import ResultFiles

/// A journal of which exactly one arm is meant.
struct OneArm {
  var source: String
  var arm: String?

  /// - Throws: `QueryError`, `CommandError` with 64 where several arms are meant.
  func run<Value>(
    _ language: ReportLanguage, _ body: (Workspace) throws -> Value
  ) throws -> Value {
    let journal = try JournalSource(path: source)
    let chosen = try journal.arms(arm.map { [$0] } ?? [])
    guard chosen.count == 1 else {
      let names = chosen.map { journal.arms[$0].name }.joined(separator: ", ")
      throw CommandError(
        sentence: "--arm is needed: the journal holds \(names); name one.", code: 64)
    }
    return try journal.withWorkspace(arm: chosen[0], language: language, body)
  }
}
