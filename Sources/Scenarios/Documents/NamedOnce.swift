/// Refuses an id that stands twice in one list of one document: which of the two is meant is lost
/// once the lists of several documents are merged.
enum NamedOnce {
  /// - Throws: one sentence that names both lines.
  static func check(
    _ node: DocumentNode, _ shape: Shape, _ key: String = ""
  ) throws(ScenarioProblem) {
    switch shape {
    case .group(let keys):
      for entry in node.entries ?? [] {
        guard let inner = keys.first(where: { $0.name == entry.key })?.shape else { continue }
        try check(entry.value, inner, key.isEmpty ? entry.key : "\(key).\(entry.key)")
      }
    case .named(let keys):
      try checkItems(node.items ?? [], key)
      for item in node.items ?? [] { try check(item, .group(keys), key) }
    default: return
    }
  }

  private static func checkItems(_ items: [DocumentNode], _ key: String) throws(ScenarioProblem) {
    var lines: [String: Int] = [:]
    // What is taken away may come back in a new form.
    for item in items where item["remove"]?.text != "true" {
      guard let id = item["id"]?.text else { continue }
      let line = item.place.line ?? 0
      guard let earlier = lines.updateValue(line, forKey: id) else { continue }
      throw item.place.problem(
        "\(key).\(id)", "the id is there twice, in lines \(earlier) and \(line)",
        mend: "keep one of them")
    }
  }
}
