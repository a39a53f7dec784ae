import Foundation

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

  /// A problem from the sentence of another part, which mostly says the mend after a semicolon.
  func problem(_ key: String? = nil, sentence: String, mend: String) -> ScenarioProblem {
    let text = Printable.text(sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence)
    // Names keep their capitals: only an article or pronoun loses it.
    let starts = ["The ", "A ", "An ", "Two ", "No "]
    let isWord = starts.contains { text.hasPrefix($0) }
    let flat = isWord ? text.prefix(1).lowercased() + text.dropFirst() : text
    let parts = flat.components(separatedBy: "; ")
    guard parts.count > 1 else { return problem(key, flat, mend: mend) }
    return problem(key, parts[0], mend: parts.dropFirst().joined(separator: "; "))
  }
}
