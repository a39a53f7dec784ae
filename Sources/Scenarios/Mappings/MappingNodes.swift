/// Walks the keys of a mapping document and keeps all complaints, so that one run shows them all.
struct MappingNodes {
  private(set) var problems: [ScenarioProblem] = []

  mutating func complain(
    _ place: Place, _ key: String?, _ what: String, mend: String
  ) {
    problems.append(place.problem(key, what, mend: mend))
  }

  /// The entries of a group, known keys only; unknown ones are complaints.
  mutating func group(
    _ node: DocumentNode, _ key: String, keys: [String]
  ) -> [String: DocumentNode] {
    guard let entries = node.entries else {
      complain(
        node.place, key.isEmpty ? nil : key, "this is \(node.noun), not a mapping",
        mend: "write the keys \(keys.joined(separator: ", "))")
      return [:]
    }
    var known: [String: DocumentNode] = [:]
    for entry in entries {
      guard keys.contains(entry.key) else {
        complain(
          entry.place, key.isEmpty ? entry.key : "\(key).\(entry.key)", "there is no such key",
          mend: Suggestion.mend(entry.key, among: keys, verb: "the keys are"))
        continue
      }
      if !entry.value.isNull { known[entry.key] = entry.value }
    }
    return known
  }

  /// A text that is not empty.
  mutating func text(_ node: DocumentNode?, _ key: String, at place: Place) -> String? {
    guard let node else {
      complain(place, key, "the key is missing", mend: "add it")
      return nil
    }
    guard let text = node.text, !text.isEmpty else {
      complain(node.place, key, "\(node.noun) is no text", mend: "write the text, in quotes")
      return nil
    }
    return text
  }

  /// A list of texts, empty ones allowed.
  mutating func texts(_ node: DocumentNode?, _ key: String, at place: Place) -> [String] {
    guard let node else {
      complain(place, key, "the key is missing", mend: "write a list of texts")
      return []
    }
    let items = node.items ?? [node]
    return items.compactMap { item in
      if item.text == nil {
        complain(item.place, key, "\(item.noun) is no text", mend: "write a list of texts")
      }
      return item.text
    }
  }
}
