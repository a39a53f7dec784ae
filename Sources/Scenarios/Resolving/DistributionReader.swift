import Foundation
import RandomStreams

/// Reads a distribution as its own catalogue describes it, such as `{lognormal: {mean: 3, cv: 1}}`.
enum DistributionReader {
  static func read(_ node: DocumentNode, _ key: String) throws(ScenarioProblem) -> Distribution {
    let text = try json(node, key)
    do {
      return try JSONDecoder().decode(Distribution.self, from: Data(text.utf8))
    } catch {
      throw node.place.problem(
        key, sentence(error), mend: "write one such as {lognormal: {mean: 2, cv: 1}}")
    }
  }

  private static func sentence(_ error: any Error) -> String {
    switch error {
    case DecodingError.dataCorrupted(let context), DecodingError.keyNotFound(_, let context),
      DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      Printable.text(context.debugDescription)
    default: "this is no distribution"
    }
  }

  private static func json(_ node: DocumentNode, _ key: String) throws(ScenarioProblem) -> String {
    switch node.content {
    case .scalar(let text, _):
      switch NumberText.read(text, in: .any) {
      case .success(let number): return "\(number)"
      case .failure(let complaint):
        throw node.place.problem(key, complaint.what, mend: complaint.mend)
      }
    case .list(let items):
      var parts: [String] = []
      for item in items { parts.append(try json(item, key)) }
      return "[" + parts.joined(separator: ",") + "]"
    case .map(let entries):
      var parts: [String] = []
      for entry in entries {
        parts.append(JSONText.quoted(entry.key) + ":" + (try json(entry.value, key)))
      }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }
}
