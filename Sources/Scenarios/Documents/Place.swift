/// Where something stands in a document, for messages.
struct Place: Sendable, Hashable {
  /// As the author would write it.
  var file: String
  /// Counting from 1.
  var line: Int?

  func problem(
    _ key: String?, _ what: String, mend: String, code: ExitCode = .configuration
  ) -> ScenarioProblem {
    ScenarioProblem(file: file, line: line, key: key, what: what, mend: mend, code: code)
  }
}
